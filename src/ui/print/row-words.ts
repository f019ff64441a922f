import { appraisalWords } from '../../i18n/appraisal-words';
import { isPublishable } from '../../domain/publishable';
import type { ShownRule } from '../panels/appraisal/use-shown-rules';
import type { Text } from '../shared/use-text';

/** What the printed page says of one rule. */
export interface RowWords {
  readonly title: string;
  /** Document and clause; empty where the rule has left the plan. */
  readonly source: string;
  /** Of a rule that is not law or was not read in full, and of a screen. */
  readonly marks: readonly string[];
  /** Severity and outcome of what failed; empty for others. */
  readonly found: string;
  readonly sentences: readonly string[];
}

/** The words of a rule: all that was measured, or the nearest with the number of the others. */
export function rowWords({ result, entry }: ShownRule, whole: boolean, text: Text): RowWords {
  const { t, pick, language } = text;
  const basis = entry?.rule.basis;
  const isFound = result.outcome === 'conflict' || result.outcome === 'marginal';
  const said = appraisalWords(language, result);
  // Why nothing is decided stands before what was measured.
  const nearest = said.slice(0, result.reason ? 2 : 1);
  const counted =
    isFound && result.pairs.length > 1
      ? [`${nearest.join(' ')} ${t('sheet.and-more', { n: result.pairs.length })}`]
      : nearest;
  const officeMark = basis?.kind === 'office' ? 'office' : 'unread';
  return {
    title: entry ? pick(entry.rule.title) : result.rule,
    source: basis ? [basis.code, basis.clause].filter((part) => part !== undefined).join(' ') : '',
    marks: [
      ...(result.screening === 'none' ? [] : [t('sheet.mark.screen')]),
      ...(basis && !isPublishable(basis) ? [t(`sheet.mark.${officeMark}`)] : []),
    ],
    found: isFound ? `${t(`severity.${result.severity}`)} · ${t(`outcome.${result.outcome}`)}` : '',
    sentences: whole ? said : counted,
  };
}

/** Widths of the two columns, heights of a line of text and of small print, and of a row's rule and padding; mm. */
const TITLE_MM = 78;
const FINDING_MM = 98;
const LINE_MM = 3.95;
const SMALL_MM = 3.3;
const PADDING_MM = 1.2;
/** Of a Chinese letter; others are narrower. */
const LETTER_MM = 3.05;
const NARROW_MM = 1.75;

/** A title longer than this many lines is cut on the page; the appendix has it whole. */
const MOST_TITLE_LINES = 2;

/** Height of a row on the printed page, mm: a little more than it needs. */
export function rowHeightMm({ title, source, marks, found, sentences }: RowWords): number {
  const titleLines = Math.min(MOST_TITLE_LINES, linesOf(title, TITLE_MM));
  const hasSource = source !== '' || marks.length > 0;
  const findings = sentences.map((sentence, index) => (index === 0 ? `${found} ${sentence}` : sentence));
  const findingLines = findings.reduce((sum, sentence) => sum + linesOf(sentence, FINDING_MM), 0);
  const left = titleLines * LINE_MM + (hasSource ? SMALL_MM : 0);
  return Math.max(left, findingLines * LINE_MM) + PADDING_MM;
}

function linesOf(text: string, widthMm: number): number {
  const width = Array.from(text).reduce(
    (sum, letter) => sum + (letter > '\u2e7f' ? LETTER_MM : NARROW_MM),
    0,
  );
  return Math.max(1, Math.ceil(width / widthMm));
}
