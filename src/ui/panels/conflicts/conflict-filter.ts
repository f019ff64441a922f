import type { Finding } from '../../../domain/conflict';
import { textOf } from '../../../domain/feature';
import { featureOf, type Plan } from '../../../domain/plan';
import { SEVERITIES, type Severity } from '../../../domain/rule';

export interface ConflictFilter {
  readonly text: string;
  /** Empty: all. */
  readonly severity: string;
  readonly verdict: string;
  readonly rule: string;
  readonly district: string;
  readonly stage: string;
}

export const EVERY_CONFLICT: ConflictFilter = {
  text: '',
  severity: '',
  verdict: '',
  rule: '',
  district: '',
  stage: '',
};

/** A finding as a row of the table. */
export interface ConflictRow {
  readonly finding: Finding;
  readonly ruleTitle: string;
  readonly stage: string | null;
  /** What text is looked for in, lower case. */
  readonly haystack: string;
}

export function conflictRows(
  findings: readonly Finding[],
  plan: Plan,
  titleOf: (rule: string) => string,
): ConflictRow[] {
  return findings.map((finding) => {
    const { subject, object, rule } = finding.conflict;
    const ruleTitle = titleOf(rule);
    const school = subject.layer === 'schools' ? featureOf(plan, 'schools', subject.id) : null;
    const words = [
      ruleTitle,
      rule,
      finding.subjectName,
      finding.objectName,
      subject.id,
      object.id,
      finding.objectUse,
    ];
    return {
      finding,
      ruleTitle,
      stage: school ? (textOf(school.feature, 'stage') ?? null) : null,
      haystack: words.join('\n').toLowerCase(),
    };
  });
}

/** The rows that a filter lets through. Several words must all be found. */
export function filterConflicts(rows: readonly ConflictRow[], filter: ConflictFilter): ConflictRow[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(
    ({ finding: { conflict, districtId }, stage, haystack }) =>
      (filter.severity === '' || conflict.severity === filter.severity) &&
      (filter.verdict === '' || conflict.verdict === filter.verdict) &&
      (filter.rule === '' || conflict.rule === filter.rule) &&
      (filter.district === '' || districtId === filter.district) &&
      (filter.stage === '' || stage === filter.stage) &&
      words.every((word) => haystack.includes(word)),
  );
}

export function severityRank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}
