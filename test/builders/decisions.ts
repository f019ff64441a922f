import type { Decision } from '../../src/domain/decision';

/** A decision of an office; `changes` may hold members that only the file knows. */
export function decisionOf(id: string, changes: Partial<Decision> & Record<string, unknown> = {}): Decision {
  return {
    id,
    conflict: 'r:s1:p1',
    verdict: 'must-resolve',
    reason: '压占校园控制范围',
    by: '甲',
    at: '2026-11-20T08:00:00Z',
    evidence: 'e1',
    measured: { distanceM: 0, overlapM2: 412 },
    ...changes,
  };
}
