import type { Conflict } from './conflict';
import type { Measured } from './decision';

/** One of the numbers that a decision saw, then and now; null where there was or is none. */
export interface MeasureChange {
  readonly measure: keyof Measured;
  readonly before: number | null;
  readonly after: number | null;
}

const MEASURES = ['distanceM', 'overlapM2', 'thresholdM'] as const;

/** What a decision on a conflict sees of it. */
export function measuredOf({ distanceM, overlapM2, thresholdM }: Conflict): Measured {
  return { distanceM, overlapM2, thresholdM };
}

/** Which numbers are others now; those that the decision does not tell are left out. */
export function measureChanges(seen: Measured, now: Measured): readonly MeasureChange[] {
  return MEASURES.flatMap((measure) => {
    const before = seen[measure];
    const after = now[measure];
    return before === undefined || after === undefined || before === after
      ? []
      : [{ measure, before, after }];
  });
}

/**
 * Whether what changed is less than `tolM` metres, so that the decision may be confirmed without looking again: the
 * same limit, the distance less than that away from what it was, and the overlap as well. An overlap of area A that
 * grows by a along its whole edge (perimeter P) has moved by 2a/P on the mean, and P is at least that of a circle,
 * 2√(πA): a/√(πA) is never less than the true move.
 */
export function isTinyChange(seen: Measured, now: Measured, tolM: number): boolean {
  if (seen.thresholdM === undefined || seen.thresholdM !== now.thresholdM) return false;
  return (
    isNear(seen.distanceM, now.distanceM, (a, b) => Math.abs(a - b) < tolM) &&
    isNear(
      seen.overlapM2,
      now.overlapM2,
      (a, b) => a === b || Math.abs(a - b) / Math.sqrt(Math.PI * Math.max(a, b)) < tolM,
    )
  );
}

function isNear(a: number | null, b: number | null, near: (a: number, b: number) => boolean): boolean {
  return a === null || b === null ? a === b : near(a, b);
}
