import { describe, expect, it } from 'vitest';
import { leastDistance, nearestPoints } from '../../../src/geo/distance';
import { area, box, line, planar, point, rectangle } from '../../builders/planar';
import { goldenPairs } from './golden-pairs';

const court = area(rectangle(0, 0, 90, 70), rectangle(30, 20, 60, 50));

describe('leastDistance', () => {
  it.each(goldenPairs)('agrees with GEOS: $name', ({ object, subject, distance }) => {
    expect(leastDistance(planar(object), planar(subject))).toBeCloseTo(distance, 8);
  });

  it('is exactly 0 for a touch, a crossing and containment either way', () => {
    expect(leastDistance(box(0, 0, 10, 10), box(10, 10, 20, 20))).toBe(0);
    expect(leastDistance(line([-5, 5], [15, 5]), line([5, -5], [5, 15]))).toBe(0);
    expect(leastDistance(box(0, 0, 10, 10), point(5, 5))).toBe(0);
    expect(leastDistance(box(4, 4, 5, 5), box(0, 0, 10, 10))).toBe(0);
    expect(leastDistance(box(0, 0, 10, 10), box(0, 0, 10, 10))).toBe(0);
  });

  it('takes a hole as outside, and what surrounds the hole as inside', () => {
    expect(leastDistance(court, point(45, 35))).toBe(15);
    expect(leastDistance(court, box(40, 30, 50, 45))).toBe(5);
    expect(leastDistance(court, point(15, 35))).toBe(0);
    expect(leastDistance(court, point(30, 35))).toBe(0);
  });

  it('looks at every part', () => {
    const points = planar({
      type: 'MultiPoint',
      coordinates: [
        [500, 0],
        [45, 90],
      ],
    });
    expect(leastDistance(court, points)).toBe(20);
    expect(
      leastDistance(
        court,
        planar({
          type: 'MultiPoint',
          coordinates: [
            [500, 0],
            [5, 5],
          ],
        }),
      ),
    ).toBe(0);
  });

  it('takes lines and rings of one place, and nothing at all', () => {
    expect(leastDistance(line([3, 4], [3, 4]), point(0, 0))).toBe(5);
    expect(
      leastDistance(
        area([
          [3, 4],
          [3, 4],
          [3, 4],
        ]),
        box(-2, -2, 0, 0),
      ),
    ).toBe(5);
    expect(leastDistance(planar({ type: 'MultiPoint', coordinates: [] }), point(0, 0))).toBe(Infinity);
  });
});

describe('nearestPoints', () => {
  it('gives both ends of the shortest link', () => {
    expect(nearestPoints(box(0, 0, 10, 10), point(14, 13))).toEqual({
      distance: 5,
      ax: 10,
      ay: 10,
      bx: 14,
      by: 13,
    });
    expect(nearestPoints(point(14, 5), box(0, 0, 10, 10))).toEqual({
      distance: 4,
      ax: 14,
      ay: 5,
      bx: 10,
      by: 5,
    });
  });

  it('gives one common point of crossing lines', () => {
    const link = nearestPoints(line([-5, 5], [15, 5]), line([5, -5], [5, 15]));
    expect(link).toEqual({ distance: 0, ax: 5, ay: 5, bx: 5, by: 5 });
  });
});
