import { DECISION_VERDICTS, type DecisionVerdict } from '../domain/decision';
import type { Standing } from '../domain/decision-standing';

/** How far a review has come. */
export interface ReviewCounts {
  /** Of all conflicts that there are. */
  readonly total: number;
  /** 已审: with a decision that holds. */
  readonly reviewed: number;
  /** 待核: without any. */
  readonly open: number;
  /** Decisions that stand, whether or not they still hold. */
  readonly verdicts: Readonly<Record<DecisionVerdict, number>>;
  readonly stale: number;
  readonly expired: number;
  /** Decided conflicts that are there no more. */
  readonly gone: number;
}

function noVerdicts(): Record<DecisionVerdict, number> {
  return Object.fromEntries(DECISION_VERDICTS.map((verdict) => [verdict, 0])) as Record<
    DecisionVerdict,
    number
  >;
}

export const NOTHING_REVIEWED: ReviewCounts = {
  total: 0,
  reviewed: 0,
  open: 0,
  verdicts: noVerdicts(),
  stale: 0,
  expired: 0,
  gone: 0,
};

/** Counts where conflicts stand; `total` is of all of them, decided or not. */
export function countReview(
  standings: ReadonlyMap<string, Standing>,
  gone: number,
  total: number,
): ReviewCounts {
  const verdicts = noVerdicts();
  const states = { current: 0, stale: 0, expired: 0 };
  for (const { decision, state } of standings.values()) {
    verdicts[decision.verdict] += 1;
    states[state] += 1;
  }
  const { current, stale, expired } = states;
  return { total, reviewed: current, open: total - standings.size, verdicts, stale, expired, gone };
}
