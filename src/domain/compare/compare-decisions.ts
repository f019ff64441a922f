import type { Decision, DecisionState, DecisionVerdict, Measured } from '../decision';
import { DecisionIndex } from '../decision-standing';
import { decisionsOf, type Plan } from '../plan';
import type { DecidedConflict } from './state-comparison';

/** A decision in one of two states: whether it holds, and what its conflict measures there. */
export interface StandingFacts extends Measured {
  readonly decision: string;
  readonly verdict: DecisionVerdict;
  /** `gone`: there is no such conflict; its measures are then those that were decided on. */
  readonly state: DecisionState | 'gone';
}

export interface StandingDifference {
  /** The conflict's id. */
  readonly conflict: string;
  readonly before: StandingFacts;
  readonly after: StandingFacts;
}

export interface StandingDifferences {
  /** Held (or had expired), and does no longer for what has changed. */
  readonly stale: readonly StandingDifference[];
  /** Was stale, or its conflict gone, and holds (again). */
  readonly current: readonly StandingDifference[];
  /** The conflict was there, and is gone. */
  readonly gone: readonly StandingDifference[];
}

/** Which decisions turned stale, current or without a conflict between two states. */
export function compareStandings(a: Plan, b: Plan, decided: readonly DecidedConflict[]): StandingDifferences {
  const [left, right] = [a, b].map((plan) => new DecisionIndex(decisionsOf(plan)));
  const stale: StandingDifference[] = [];
  const current: StandingDifference[] = [];
  const gone: StandingDifference[] = [];
  for (const { conflict, before: was, after: is } of decided) {
    const before = factsOf(was, left!.latestOf(conflict));
    const after = factsOf(is, right!.latestOf(conflict));
    if (!before || !after || before.state === after.state) continue;
    if (after.state === 'gone') gone.push({ conflict, before, after });
    else if (after.state === 'stale') stale.push({ conflict, before, after });
    else if (before.state === 'stale' || before.state === 'gone') current.push({ conflict, before, after });
  }
  return { stale, current, gone };
}

function factsOf(side: DecidedConflict['before'], latest: Decision | null): StandingFacts | null {
  if (!side) return latest && facts(latest, 'gone', latest.measured);
  const { finding, standing } = side;
  return standing && facts(standing.decision, standing.state, finding.conflict);
}

function facts(
  { id, verdict }: Decision,
  state: StandingFacts['state'],
  { distanceM, overlapM2, thresholdM = null }: Measured,
): StandingFacts {
  return { decision: id, verdict, state, distanceM, overlapM2, thresholdM };
}
