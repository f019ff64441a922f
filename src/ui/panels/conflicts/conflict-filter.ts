import type { Finding } from '../../../domain/conflict';
import { DECISION_VERDICTS } from '../../../domain/decision';
import type { Standing } from '../../../domain/decision-standing';
import { SEVERITIES, type Severity } from '../../../domain/rule';

/** What is shown of the conflicts; an empty value lets all through. */
export interface ConflictFilter {
  readonly text: string;
  readonly severity: string;
  readonly verdict: string;
  readonly rule: string;
  readonly district: string;
  readonly stage: string;
  /** One of `REVIEW_FILTERS`. */
  readonly state: string;
  /** Who gave the decision that stands. */
  readonly reviewer: string;
}

export const EVERY_CONFLICT: ConflictFilter = {
  text: '',
  severity: '',
  verdict: '',
  rule: '',
  district: '',
  stage: '',
  state: '',
  reviewer: '',
};

/** `unreviewed`: whatever needs a reviewer's eye; then open, the verdicts, and those that hold no more. */
export const REVIEW_FILTERS = ['unreviewed', 'open', 'stale', 'expired', ...DECISION_VERDICTS] as const;

/** What a finding does not say itself. */
interface FilterContext {
  readonly titleOf: (rule: string) => string;
  readonly stageOf: (school: string) => string | null;
  readonly standingOf: (conflict: string) => Standing | undefined;
}

/** Whether a filter lets a finding through; several words must all be found. Absent: it lets all through. */
export function conflictMatcher(
  filter: ConflictFilter,
  { titleOf, stageOf, standingOf }: FilterContext,
): ((finding: Finding) => boolean) | undefined {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  const { severity, verdict, rule, district, stage, state, reviewer } = filter;
  const isAll =
    words.length === 0 &&
    [severity, verdict, rule, district, stage, state, reviewer].every((value) => value === '');
  if (isAll) return undefined;
  return (finding) => {
    const { conflict, districtId } = finding;
    const { subject } = conflict;
    return (
      (severity === '' || conflict.severity === severity) &&
      (verdict === '' || conflict.verdict === verdict) &&
      (rule === '' || conflict.rule === rule) &&
      (district === '' || districtId === district) &&
      (stage === '' || (subject.layer === 'schools' && stageOf(subject.id) === stage)) &&
      (state === '' || isIn(state, standingOf(conflict.id))) &&
      (reviewer === '' || standingOf(conflict.id)?.decision.by === reviewer) &&
      (words.length === 0 || isFound(finding, titleOf(conflict.rule), words))
    );
  };
}

function isIn(state: string, standing: Standing | undefined): boolean {
  if (!standing) return state === 'open' || state === 'unreviewed';
  if (state === 'unreviewed') return standing.state !== 'current';
  return standing.state === state || standing.decision.verdict === state;
}

function isFound(finding: Finding, title: string, words: readonly string[]): boolean {
  const names = haystackOf(finding);
  const lowerTitle = title.toLowerCase();
  return words.every((word) => names.includes(word) || lowerTitle.includes(word));
}

const haystacks = new WeakMap<Finding, string>();

/** What text is looked for in, but the rule's title; lower case. */
function haystackOf(finding: Finding): string {
  let haystack = haystacks.get(finding);
  if (haystack === undefined) {
    const { conflict, subjectName, objectName, objectUse } = finding;
    const words = [
      conflict.rule,
      subjectName,
      objectName,
      conflict.subject.id,
      conflict.object.id,
      objectUse,
    ];
    haystacks.set(finding, (haystack = words.join('\n').toLowerCase()));
  }
  return haystack;
}

export function severityRank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

/** Order of a table by review: what needs an eye first, then as a review goes on. */
export function reviewRank(standing: Standing | undefined): number {
  if (!standing) return 2;
  if (standing.state !== 'current') return standing.state === 'stale' ? 0 : 1;
  return 3 + DECISION_VERDICTS.indexOf(standing.decision.verdict);
}
