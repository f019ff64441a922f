import type { Conflict, FeatureNotice, RuleCheck } from './conflict';
import { DECISION_VERDICTS, type DecisionBrief, type DecisionState, type DecisionVerdict } from './decision';
import type { Standing } from './decision-standing';
import type { Deficit } from './target';

/** How far the review of all conflicts and marginal findings has come. */
export interface DecisionSummary {
  readonly conflicts: number;
  readonly marginal: number;
  /** Conflicts and marginal findings, each once, by the verdict that stands for it, whatever its state. */
  readonly byDecision: Readonly<Record<'open' | DecisionVerdict, number>>;
  readonly byState: Readonly<Record<'open' | DecisionState, number>>;
}

/** A conflict of the answer, with the decision that stands for it; null for an open one 待核. */
export interface CheckedConflict extends Conflict {
  readonly decision: DecisionBrief | null;
}

/** The whole answer of a check. The JSON contract of `xuezhi check`. */
export interface CheckReport {
  readonly engine: { readonly name: string; readonly version: string };
  readonly project: string;
  readonly revision: number;
  readonly rules: readonly { readonly id: string; readonly version: string; readonly sha256: string }[];
  readonly summary: DecisionSummary;
  readonly checked: readonly RuleCheck[];
  readonly rejected: readonly FeatureNotice[];
  readonly repaired: readonly FeatureNotice[];
  readonly conflicts: readonly CheckedConflict[];
  readonly deficits: readonly Deficit[];
}

/** What a check found, in few words: the same on every machine. */
export interface CheckDigest {
  readonly engine: CheckReport['engine'];
  /** SHA-256 (hex) over the conflicts of the answer, one a line, with their decisions. */
  readonly sha256: string;
  readonly summary: DecisionSummary;
  readonly checked: readonly RuleCheck[];
}
/** All of a report but its conflicts, which may be too many to hold at once. */
export type ReportHead = Omit<CheckReport, 'conflicts'>;

/** Sums up a review; `standings` are of the findings that have one, each of which is among the counted. */
export function summaryOf(
  { conflicts, marginal }: Pick<DecisionSummary, 'conflicts' | 'marginal'>,
  standings: Iterable<Standing>,
): DecisionSummary {
  const byDecision = { open: conflicts + marginal, ...zeros(DECISION_VERDICTS) };
  const byState = { open: conflicts + marginal, current: 0, stale: 0, expired: 0 };
  for (const { decision, state } of standings) {
    byDecision.open--;
    byDecision[decision.verdict]++;
    byState.open--;
    byState[state]++;
  }
  return { conflicts, marginal, byDecision, byState };
}

function zeros<K extends string>(keys: readonly K[]): Record<K, number> {
  return Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;
}
