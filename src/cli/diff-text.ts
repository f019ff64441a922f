import type { EntityDifference, LayerDifference, ValueDifference } from '../domain/compare/compare-plans';
import { leafDifferences } from '../domain/compare/leaf-differences';
import type { Finding } from '../domain/conflict';
import { formatsOf } from '../i18n/format';
import type { Language } from '../i18n/language';
import { translate, wordOf, type Params } from '../i18n/translate';
import type { Difference } from './diff';
import { allLayers } from './diff-json';

/** Lines of a list before the rest is only counted. */
const MOST_LINES = 50;

/** The difference for a reader, in pieces of text. */
export function* differenceAsText(difference: Difference, language: Language): Generator<string> {
  const { a, b, plans, states, standings } = difference;
  const t = (code: string, params?: Params) => translate(language, `diff.${code}`, params);
  const side = ({ project, revision }: Difference['a']) => t('side', { project, revision });
  yield `${t('head', { a: side(a), b: side(b) })}\n`;
  for (const layer of allLayers(difference)) yield* layerLines(layer, language);
  yield* lines(
    plans.entities.map((entity) => entityLine(entity, language)),
    '',
    language,
  );
  yield `${t('decisions', {
    added: plans.decisions.added.length,
    stale: standings.stale.length,
    current: standings.current.length,
    gone: standings.gone.length,
    comments: plans.comments.added.length,
  })}\n`;
  const { stale, current, gone } = standings;
  for (const [code, list] of [
    ['stale', stale],
    ['current', current],
    ['gone', gone],
  ] as const) {
    yield* lines(
      list.map(({ conflict, before, after }) =>
        t(`decision-${code}`, { id: conflict, before: measures(before), after: measures(after) }),
      ),
      '  ',
      language,
    );
  }
  const { gained, lost, changed } = states.counts;
  yield `${t('conflicts', { gained, lost, changed })}\n`;
  const line = ({ conflict }: Finding) => `${conflict.id} (${measures(conflict)})`;
  yield* lines(
    states.gained.map((finding) => `+ ${line(finding)}`),
    '  ',
    language,
  );
  yield* lines(
    states.lost.map((finding) => `− ${line(finding)}`),
    '  ',
    language,
  );
  yield* lines(
    states.changed.map(({ before, after }) => `~ ${line(before)} → (${measures(after.conflict)})`),
    '  ',
    language,
  );

  function measures({
    distanceM,
    overlapM2,
  }: {
    distanceM: number | null;
    overlapM2: number | null;
  }): string {
    const formats = formatsOf(language);
    const shown = overlapM2 === null ? [] : [formats.squareMetres(overlapM2, 1)];
    return [formats.metres(distanceM), ...shown].join(', ');
  }
}

function* layerLines(
  { layer, added, removed, moved, changed }: LayerDifference,
  language: Language,
): Generator<string> {
  const formats = formatsOf(language);
  const counts = {
    added: added.length,
    removed: removed.length,
    moved: moved.length,
    changed: changed.length,
  };
  yield `${translate(language, 'diff.layer', { layer, ...counts })}\n`;
  yield* lines(
    added.map((id) => `+ ${id}`),
    '  ',
    language,
  );
  yield* lines(
    removed.map((id) => `− ${id}`),
    '  ',
    language,
  );
  const by = (byM: number) => translate(language, 'diff.moved', { by: formats.metres(byM) });
  yield* lines(
    moved.map(({ id, byM }) => `~ ${id} ${by(byM)}`),
    '  ',
    language,
  );
  yield* lines(
    changed.map(({ id, properties }) => `~ ${id} ${valuesText(properties, language)}`),
    '  ',
    language,
  );
}

function entityLine({ kind, id, change, parts }: EntityDifference, language: Language): string {
  const name = translate(language, `diff.kind.${kind}`, { id });
  if (change !== 'changed') return `${translate(language, `diff.${change}`)} ${name}`;
  return `${name}: ${valuesText(parts.flatMap(leafDifferences), language)}`;
}

function valuesText(differences: readonly ValueDifference[], language: Language): string {
  const shown = (value: unknown) =>
    value === undefined ? '–' : typeof value === 'string' ? value : JSON.stringify(value);
  return differences
    .map(
      ({ name, before, after }) => `${wordOf(language, 'property', name)} ${shown(before)} → ${shown(after)}`,
    )
    .join('; ');
}

function* lines(all: readonly string[], indent: string, language: Language): Generator<string> {
  for (const line of all.slice(0, MOST_LINES)) yield `${indent}${line}\n`;
  const more = all.length - MOST_LINES;
  if (more > 0) yield `${indent}${translate(language, 'diff.more', { count: more })}\n`;
}
