import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTinyChange, measureChanges } from '../../../src/domain/decision-change';

const SEEN = { distanceM: 12, overlapM2: 412, thresholdM: 50 };

describe('what changed of a conflict', () => {
  it('is told number by number, before and after', () => {
    expect(measureChanges(SEEN, { distanceM: 12, overlapM2: 380, thresholdM: 60 })).toEqual([
      { measure: 'overlapM2', before: 412, after: 380 },
      { measure: 'thresholdM', before: 50, after: 60 },
    ]);
  });

  it('leaves out what the decision does not tell', () => {
    expect(measureChanges({ distanceM: 12, overlapM2: null }, SEEN)).toEqual([
      { measure: 'overlapM2', before: null, after: 412 },
    ]);
  });
});

describe('a tiny change', () => {
  it('is less than the tolerance in distance, under the same limit', () => {
    expect(isTinyChange(SEEN, { ...SEEN, distanceM: 12.049 }, 0.05)).toBe(true);
    expect(isTinyChange(SEEN, { ...SEEN, distanceM: 12.051 }, 0.05)).toBe(false);
    expect(isTinyChange(SEEN, { ...SEEN, thresholdM: 50.01 }, 0.05)).toBe(false);
    expect(isTinyChange(SEEN, { ...SEEN, overlapM2: null }, 0.05)).toBe(false);
    expect(isTinyChange({ distanceM: 12, overlapM2: 412 }, SEEN, 0.05)).toBe(false);
  });

  it('of an overlap is less than the tolerance along its edge, whatever its shape', () => {
    const side = fc.double({ min: 1, max: 500, noNaN: true });
    const move = fc.double({ min: 0.001, max: 0.5, noNaN: true });
    fc.assert(
      fc.property(side, side, move, (wide, high, by) => {
        // A rectangle whose edges all move outwards by that much.
        const before = wide * high;
        const after = (wide + 2 * by) * (high + 2 * by);
        const seen = { ...SEEN, overlapM2: before };
        if (isTinyChange(seen, { ...SEEN, overlapM2: after }, 0.05)) expect(by).toBeLessThan(0.05);
      }),
    );
    expect(isTinyChange(SEEN, { ...SEEN, overlapM2: 413 }, 0.05)).toBe(true);
    expect(isTinyChange(SEEN, { ...SEEN, overlapM2: 415 }, 0.05)).toBe(false);
    expect(isTinyChange({ ...SEEN, overlapM2: 0 }, { ...SEEN, overlapM2: 0 }, 0.05)).toBe(true);
  });
});
