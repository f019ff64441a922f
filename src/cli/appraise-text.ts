import { APPRAISAL_OUTCOMES, type ServingSchool } from '../domain/appraisal';
import { textOf } from '../domain/feature';
import { freePlaces, householdsOf, NO_EDITS, placesNeeded } from '../domain/places-needed';
import { packsOf, planOf } from '../domain/plan';
import { isPublishable } from '../domain/publishable';
import type { Rule } from '../domain/rule';
import { appraisalWords } from '../i18n/appraisal-words';
import { formatsOf } from '../i18n/format';
import type { Language } from '../i18n/language';
import { translate, wordOf, type Params } from '../i18n/translate';
import type { Appraised } from './appraise';

/** An appraisal for a reader, in pieces of text: what failed first. */
export function* appraisalAsText({ appraisal, records }: Appraised, language: Language): Generator<string> {
  const t = (code: string, params?: Params) => translate(language, code, params);
  const formats = formatsOf(language);
  const packs = packsOf(planOf(records));
  const rules = new Map(packs.flatMap(({ pack }) => pack.rules.map((rule) => [rule.id, rule])));
  const { feature, id, areaM2 } = appraisal;
  yield `${t('appraisal.title')} (${t('appraisal.subtitle')})\n`;
  yield `${[textOf(feature, 'name'), id, formats.area(areaM2)].filter(Boolean).join(' · ')}\n`;
  for (const outcome of APPRAISAL_OUTCOMES) {
    const said = appraisal.rules.filter((result) => result.outcome === outcome);
    if (said.length === 0) continue;
    yield `\n${t(outcome === 'clear' ? 'outcome.clear.scope' : `outcome.${outcome}`)} (${said.length})\n`;
    for (const result of said) {
      yield `- ${titleOf(rules.get(result.rule), result.rule, language)}\n`;
      for (const sentence of appraisalWords(language, result)) yield `  ${sentence}\n`;
    }
  }
  if (appraisal.otherRules > 0) yield `\n${t('appraisal.others', { n: appraisal.otherRules })}\n`;
  yield `\n${t('appraisal.schools')} (${appraisal.schools.length})\n`;
  for (const school of appraisal.schools) yield `- ${schoolLine(school, language)}\n`;
  const households = householdsOf(appraisal, NO_EDITS);
  if (households.value === null) return;
  yield `\n${t('appraisal.places')} (${t('appraisal.households')} ${formats.number(households.value)})\n`;
  for (const { stage, needed, free, balance } of placesNeeded(appraisal, NO_EDITS)) {
    const parts = [
      `${t('appraisal.needed')} ${formats.number(needed)}`,
      `${t('appraisal.free')} ${formats.number(free)}`,
      `${t('appraisal.balance')} ${balance === null ? t('appraisal.balance.unknown') : formats.number(balance)}`,
    ];
    yield `- ${wordOf(language, 'stage', stage)}: ${parts.join(', ')}\n`;
  }
}

function titleOf(rule: Rule | undefined, id: string, language: Language): string {
  if (!rule) return id;
  const { basis, title } = rule;
  const source = [basis.code, basis.clause].filter((part) => part !== undefined).join(' ');
  const mark = translate(language, `sheet.mark.${basis.kind === 'office' ? 'office' : 'unread'}`);
  return `${title[language]} (${source})${isPublishable(basis) ? '' : ` [${mark}]`}`;
}

function schoolLine(school: ServingSchool, language: Language): string {
  const formats = formatsOf(language);
  const free = freePlaces(school);
  return [
    `${school.name} ${wordOf(language, 'stage', school.stage)}`,
    `${formats.metres(school.distanceM)} / ${formats.metres(school.radiusM, 0)}`,
    formats.percent(school.share, 0),
    `${translate(language, 'appraisal.free')} ${formats.number(free)}`,
  ].join(' · ');
}
