import { describe, expect, it } from 'vitest';
import { sharedEdgeLength } from '../../../src/geo/shared-edge';
import { area, box, line, planar, point, rectangle } from '../../builders/planar';
import { goldenPairs } from './golden-pairs';

const block = box(0, 0, 100, 60);

describe('sharedEdgeLength', () => {
  const cases = goldenPairs.flatMap(({ name, object, subject, sharedEdge = [] }) =>
    sharedEdge.map((shared) => ({ name, object, subject, ...shared })),
  );

  it.each(cases)('agrees with GEOS: $name within $tol m', ({ object, subject, tol, length }) => {
    expect(Math.abs(sharedEdgeLength(planar(object), planar(subject), tol) - length)).toBeLessThan(1e-5);
  });

  it('is the common boundary of neighbours, with the tolerance at its ends', () => {
    const shared = sharedEdgeLength(box(100, 10, 150, 40), block, 0.05);
    expect(shared).toBeCloseTo(30 + 2 * 0.05, 9);
  });

  it('reaches around both ends of a line', () => {
    expect(sharedEdgeLength(line([0, 0], [100, 0]), line([40, 0], [60, 0]), 0.05)).toBeCloseTo(20.1, 9);
    expect(sharedEdgeLength(line([0, 0.03], [100, 0.03]), line([60, 0], [40, 0]), 0.05)).toBeCloseTo(
      20.08,
      9,
    );
  });

  it('does not count overlapping pieces of the subject twice', () => {
    const road = line([0, 0], [60, 0], [40, 0], [100, 0]);
    expect(sharedEdgeLength(line([0, 0.01], [100, 0.01]), road, 0.05)).toBeCloseTo(100, 9);
  });

  it('takes the boundary of holes into account, and of what is inside nothing but that', () => {
    const court = area(rectangle(0, 0, 90, 70), rectangle(30, 20, 60, 50));
    expect(sharedEdgeLength(box(30, 20, 60, 50), court, 0.05)).toBeCloseTo(120, 9);
    expect(sharedEdgeLength(box(5, 5, 20, 15), court, 0.05)).toBe(0);
  });

  it('is next to nothing at a corner and nothing for points', () => {
    expect(sharedEdgeLength(box(100, 60, 130, 90), block, 0.05)).toBeCloseTo(0.1, 9);
    expect(sharedEdgeLength(point(0, 0), block, 0.05)).toBe(0);
    expect(sharedEdgeLength(block, point(0, 0), 0.05)).toBe(0);
  });
});
