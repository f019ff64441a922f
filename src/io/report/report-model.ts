import { outcomeOf, type Outcome } from '../../domain/check-outcome';
import type { Finding, RuleCheck } from '../../domain/conflict';
import type { Decision } from '../../domain/decision';
import { DecisionIndex, isSettled, type Standing } from '../../domain/decision-standing';
import type { ReviewPoint } from '../../domain/decision-rules';
import { textOf } from '../../domain/feature';
import { decisionsOf, featureOf, packsOf, projectOf, type Plan } from '../../domain/plan';
import type { ProjectInfo } from '../../domain/project';
import type { Rule, RulePack } from '../../domain/rule';
import { isForOutsiders } from '../../domain/rule-audience';
import type { Audience, ReportInput } from './report-input';

/** Where a conflict stands for its readers: what no longer holds comes before all. */
export const REVIEW_GROUPS = [
  'stale',
  'expired',
  'open',
  'must-resolve',
  'more-material',
  'special-study',
  'inaccurate',
  'resolved',
  'accepted',
  'verified',
] as const satisfies readonly ('stale' | 'expired' | ReviewPoint)[];
export type ReviewGroup = (typeof REVIEW_GROUPS)[number];

export interface ReportRow {
  readonly finding: Finding;
  /** Undefined where the project no longer has it. */
  readonly rule: Rule | undefined;
  readonly standing: Standing | null;
  readonly group: ReviewGroup;
}

export interface RowGroup {
  readonly group: ReviewGroup;
  readonly count: number;
  /** The first of them, in their order. */
  readonly rows: readonly ReportRow[];
}

/** Conflicts and marginal findings of one rule. */
export interface RuleCount {
  readonly rule: string;
  /** By district; `null` outside all. */
  readonly districts: ReadonlyMap<string | null, { readonly conflicts: number; readonly marginal: number }>;
}

export interface CheckedRule {
  readonly check: RuleCheck;
  readonly rule: Rule | undefined;
  readonly outcome: Outcome;
}

export interface PackedRule {
  readonly rule: Rule;
  readonly pack: RulePack;
}

/** Everything that a report says, without words. */
export interface ReportModel {
  readonly info: ProjectInfo;
  readonly plan: Plan;
  readonly decisions: DecisionIndex;
  readonly rules: ReadonlyMap<string, PackedRule>;
  /** What is left out for outsiders: rules, and their findings. */
  readonly leftOut: { readonly rules: number; readonly findings: number };
  readonly total: number;
  /** With a decision that holds. */
  readonly reviewed: number;
  readonly settled: number;
  readonly groups: readonly RowGroup[];
  readonly ruleCounts: readonly RuleCount[];
  readonly checked: readonly CheckedRule[];
  /** Rules of the project that were switched off. */
  readonly disabled: readonly PackedRule[];
  /** The last decision on each conflict that is there no more 已消除. */
  readonly gone: readonly Decision[];
  /** The gravest, for the map. */
  readonly gravest: readonly Finding[];
  /** Whether the report may speak of a rule. */
  readonly shows: (rule: string) => boolean;
  readonly districtName: (id: string | null) => string | null;
}

/** So many conflicts of a group are listed in a document; the workbook has all. */
export const MOST_LISTED = 300;

/** Conflicts that are marked on the map. */
const MOST_MARKED = 3000;

export function reportModel(input: ReportInput, audience: Audience, mostListed = MOST_LISTED): ReportModel {
  const { plan, head } = input;
  const info = projectOf(plan) ?? {
    name: head.project,
    datum: 'CGCS2000',
    toleranceM: 0,
    classification: 'internal',
    frame: { lon: 0, lat: 0 },
  };
  const all = new Map(
    packsOf(plan).flatMap(({ pack }) => pack.rules.map((rule) => [rule.id, { rule, pack }] as const)),
  );
  const isShown = (id: string) => audience === 'internal' || isForOutsiders(all.get(id)?.rule.basis);
  const rules = new Map([...all].filter(([id]) => isShown(id)));
  const decisions = new DecisionIndex(decisionsOf(plan));

  const groups = new Map<ReviewGroup, { count: number; rows: ReportRow[] }>();
  const ruleCounts = new Map<string, Map<string | null, { conflicts: number; marginal: number }>>();
  const gravest: Finding[] = [];
  const present = new Set<string>();
  let total = 0;
  let reviewed = 0;
  let settled = 0;
  let findingsLeftOut = 0;
  for (const finding of input.findings) {
    const row = rowOf(finding, decisions, rules, input.asOf);
    present.add(finding.conflict.id);
    if (row.standing) present.add(row.standing.decision.conflict);
    if (!isShown(finding.conflict.rule)) {
      findingsLeftOut++;
      continue;
    }
    total++;
    if (row.standing?.state === 'current') reviewed++;
    if (isSettled(row.standing)) settled++;
    const group = groups.get(row.group) ?? { count: 0, rows: [] };
    group.count++;
    if (group.rows.length < mostListed) group.rows.push(row);
    groups.set(row.group, group);
    countIn(ruleCounts, finding);
    if (gravest.length < MOST_MARKED) gravest.push(finding);
  }

  return {
    info,
    plan,
    decisions,
    rules,
    leftOut: { rules: all.size - rules.size, findings: findingsLeftOut },
    total,
    reviewed,
    settled,
    groups: REVIEW_GROUPS.flatMap((group) => {
      const found = groups.get(group);
      return found ? [{ group, ...found }] : [];
    }),
    ruleCounts: Array.from(ruleCounts, ([rule, districts]) => ({ rule, districts })),
    checked: head.checked
      .filter(({ rule }) => isShown(rule))
      .map((check) => {
        const rule = rules.get(check.rule)?.rule;
        return { check, rule, outcome: outcomeOf(check, rule) };
      }),
    disabled: [...rules.values()].filter(({ rule }) => rule.enabled === false),
    gone: goneOf(decisions, present, isShown),
    gravest,
    shows: isShown,
    districtName: (id) => {
      const district = id === null ? null : featureOf(plan, 'districts', id)?.feature;
      return (district && textOf(district, 'name')) ?? id;
    },
  };
}

/** A finding with its rule and where its review stands. */
export function rowOf(
  finding: Finding,
  decisions: DecisionIndex,
  rules: ReadonlyMap<string, PackedRule>,
  asOf: string,
): ReportRow {
  const standing = decisions.standingOf(finding.conflict, asOf, finding.replaces);
  const group = standing
    ? standing.state === 'current'
      ? standing.decision.verdict
      : standing.state
    : 'open';
  return { finding, rule: rules.get(finding.conflict.rule)?.rule, standing, group };
}

function countIn(
  counts: Map<string, Map<string | null, { conflicts: number; marginal: number }>>,
  { conflict, districtId }: Finding,
): void {
  const districts =
    counts.get(conflict.rule) ?? new Map<string | null, { conflicts: number; marginal: number }>();
  counts.set(conflict.rule, districts);
  const count = districts.get(districtId) ?? { conflicts: 0, marginal: 0 };
  districts.set(districtId, count);
  if (conflict.verdict === 'conflict') count.conflicts++;
  else count.marginal++;
}

function goneOf(
  decisions: DecisionIndex,
  present: ReadonlySet<string>,
  isShown: (rule: string) => boolean,
): Decision[] {
  return (
    Array.from(decisions.conflicts())
      .filter((conflict) => !present.has(conflict))
      .flatMap((conflict) => decisions.latestOf(conflict) ?? [])
      // What a decision without `about` is on cannot be told, and so cannot be shown to outsiders.
      .filter(({ about }) => isShown(about?.rule ?? ''))
  );
}
