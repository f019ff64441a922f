import type { OutcomeReason, PairMeasure, RuleAppraisal } from '../domain/appraisal';
import type { JsonValue } from '../domain/json';
import { formatsOf } from './format';
import type { Language } from './language';
import { translate, wordOf } from './translate';

/** What was measured between the land and one other: 距江北二小 243.00 m，要求 200.00 m，余 43.00 m. */
export function pairWords(language: Language, { relation, side }: RuleAppraisal, pair: PairMeasure): string {
  const formats = formatsOf(language);
  const t = (code: string, params: Record<string, string> = {}) =>
    translate(language, code, { name: spaced(language, pair.otherName), ...params });
  const area = formats.squareMetres(pair.overlapM2);
  const distance = formats.metres(pair.distanceM);
  const share =
    side === 'object' && pair.objectShare !== null && pair.objectShare > 0
      ? [t('pair.share', { share: formats.percent(pair.objectShare) })]
      : [];
  const joined = (...parts: readonly string[]) => parts.join(language === 'zh' ? '，' : '; ');
  switch (relation) {
    case 'within-distance': {
      const margin = pair.marginM ?? 0;
      const words = t(margin < 0 ? 'pair.distance.short' : 'pair.distance.spare', {
        distance,
        limit: formats.metres(pair.thresholdM, 0),
        margin: formats.metres(Math.abs(margin)),
      });
      return (pair.overlapM2 ?? 0) > 0
        ? joined(words, t('pair.in-zone', { area, share: formats.percent(pair.objectShare) }))
        : words;
    }
    case 'overlaps':
      if (pair.verdict !== 'clear') return joined(t('pair.overlaps', { area }), ...share);
      return t(pair.distanceM > 0 ? 'pair.overlaps.not' : 'pair.touches', { distance });
    case 'crosses':
      if (pair.verdict === 'clear') return t('pair.crosses.not', { distance });
      return pair.insideM === null
        ? joined(t('pair.crosses.area', { area }), ...share)
        : t('pair.crosses', { length: formats.metres(pair.insideM) });
    case 'adjacent':
      return pair.verdict === 'clear' && !((pair.sharedEdgeM ?? 0) > 0)
        ? t('pair.adjacent.not', { distance })
        : t('pair.adjacent', { length: formats.metres(pair.sharedEdgeM) });
  }
}

/** Why nothing was measured, or why that does not decide. */
export function reasonWords(language: Language, reason: OutcomeReason): string {
  const property = (name: string) => wordOf(language, 'property', name);
  const list = (words: readonly string[]) => words.join(translate(language, 'list.comma'));
  switch (reason.kind) {
    case 'screening':
      return translate(language, 'reason.screening');
    case 'unknown':
      return translate(language, 'reason.unknown', {
        missing: spaced(language, list(reason.missing.map(property))),
      });
    case 'missing-layer':
      return translate(language, 'reason.missing-layer', { layer: reason.layer });
    case 'filtered': {
      const read = reason.read.map(({ name, value }) =>
        translate(language, 'reason.property', {
          name: property(name),
          value: valueWords(language, name, value),
        }),
      );
      return read.length > 0
        ? translate(language, 'reason.filtered', { read: list(read) })
        : translate(language, 'reason.filtered.bare');
    }
  }
}

/** Areas of the words for values of some properties. */
const VALUES: Readonly<Record<string, string>> = { kind: 'land-kind', status: 'status', stage: 'stage' };

function valueWords(language: Language, name: string, value: JsonValue): string {
  if (value === null || value === '') return translate(language, 'reason.no-value');
  if (typeof value === 'object') return JSON.stringify(value);
  const area = VALUES[name];
  return area === undefined ? String(value) : wordOf(language, area, String(value));
}

/** A name in Latin letters or digits stands apart from Chinese words. */
function spaced(language: Language, name: string): string {
  if (language !== 'zh') return name;
  const before = /^[\w(]/.test(name) ? ' ' : '';
  return `${before}${name}${/[\w)]$/.test(name) ? ' ' : ''}`;
}

/** Everything that a rule says of the land, one sentence each: what was measured, then why that does not decide. */
export function appraisalWords(language: Language, rule: RuleAppraisal): readonly string[] {
  const measured = rule.pairs.map((pair) => pairWords(language, rule, pair));
  if (rule.reason) return [reasonWords(language, rule.reason), ...measured];
  if (measured.length > 0) return measured;
  return [translate(language, 'pair.none', { layer: rule.counterpart })];
}
