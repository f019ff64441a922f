import type { Finding } from '../../../domain/conflict';
import type { Decision, Measured } from '../../../domain/decision';
import type { Basis } from '../../../domain/rule';
import type { ReportModel, ReportRow } from '../report-model';
import type { ReportWords } from '../report-words';

/** A rule's title; its id where the project no longer has it. */
export function ruleTitle(model: ReportModel, words: ReportWords, id: string): string {
  const rule = model.rules.get(id)?.rule;
  return rule ? words.pick(rule.title) : id;
}

/** A rule's title, marked where its source was not read in full, is the office's own, or the check is a screen. */
export function markedTitle({ rule, finding }: ReportRow, words: ReportWords): string {
  const { conflict } = finding;
  const title = rule ? words.pick(rule.title) : conflict.rule;
  const marks = [
    ...(rule ? sourceMarks(rule.basis, words) : []),
    ...(conflict.screening === 'none' ? [] : [words.word('screening', conflict.screening)]),
    ...(conflict.verdict === 'marginal' ? [words.word('verdict', 'marginal')] : []),
  ];
  return marks.length > 0 ? `${title} [${marks.join(words.text('report.and'))}]` : title;
}

/** How far a rule's source is to be trusted; nothing where it was read in full and is not the office's own. */
export function sourceMarks({ kind, confidence }: Basis, words: ReportWords): string[] {
  return [
    ...(kind === 'office' ? [words.text('basis.office.badge')] : []),
    ...(confidence === 'full-text' ? [] : [words.word('confidence', confidence)]),
  ];
}

export function citation({ code, clause }: Basis): string {
  return clause === undefined ? code : `${code} ${clause}`;
}

/** A conflict's object by name, with its use. */
export function objectWords(
  { conflict, objectName, objectUse, objectScheme }: Finding,
  words: ReportWords,
): string {
  const use = objectUse === null ? '' : words.use(conflict.object.layer, objectUse, objectScheme);
  return use === '' ? objectName : words.text('report.with-use', { name: objectName, use });
}

/** What was measured, and against what: a line each. */
export function measuredWords(measured: Measured, words: ReportWords): string {
  const { distanceM, thresholdM, overlapM2 } = measured;
  const { metres, squareMetres } = words.numbers;
  const hasLimit = typeof thresholdM === 'number';
  return [
    ...(distanceM !== null && (hasLimit || distanceM > 0)
      ? [words.text('report.distance', { distance: metres(distanceM) })]
      : []),
    ...(hasLimit ? [words.text('report.limit', { limit: metres(thresholdM, 0) })] : []),
    ...(overlapM2 !== null && overlapM2 > 0
      ? [words.text('report.overlap', { area: squareMetres(overlapM2, 1) })]
      : []),
  ].join('\n');
}

/** Who ruled what, and when; with the document that it rests on and its last day. */
export function decisionWords(decision: Decision, words: ReportWords): string {
  const { verdict, by, at, role, basisDoc, until } = decision;
  return [
    words.word('decision', verdict),
    `${role === undefined ? '' : `${words.word('role', role)} `}${by} ${day(at)}`,
    ...(basisDoc === undefined ? [] : [basisDoc]),
    ...(until === undefined ? [] : [words.text('report.until', { day: until })]),
  ].join(words.text('report.and'));
}

/** The day of an ISO 8601 time, as written. */
export function day(at: string): string {
  return at.slice(0, 10);
}

/** The words of a review group, which is a verdict or what became of one. */
export function groupWords(group: ReportRow['group'], words: ReportWords): string {
  return group === 'stale' || group === 'expired'
    ? words.word('decision-state', group)
    : words.word('decision', group);
}
