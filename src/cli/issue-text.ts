import { areaChange, type ImportIssue } from '../domain/import-report';
import { formatsOf } from '../i18n/format';
import type { Language } from '../i18n/language';
import { tell, translate } from '../i18n/translate';

/** One line on a feature, counted from 1: what was refused, repaired or warned of, and what a repair does to its area. */
export function issueText({ level, index, id, message, repair }: ImportIssue, language: Language): string {
  const text = translate(language, `cli.${level}`, {
    index: index + 1,
    id: id ?? '–',
    text: tell(language, message),
  });
  const change = areaChange(repair ?? null);
  if (!repair || !change) return text;
  const formats = formatsOf(language);
  const areas = {
    before: formats.squareMetres(repair.beforeM2, 2),
    after: formats.squareMetres(repair.afterM2, 2),
  };
  if (change.m2 === 0) return text + translate(language, 'cli.area-kept', areas);
  const code = level === 'rejected' ? 'cli.area-if-mended' : 'cli.area-changed';
  const by = { change: formats.squareMetres(change.m2, 2), share: formats.percent(change.percent / 100, 2) };
  return text + translate(language, code, { ...areas, ...by });
}
