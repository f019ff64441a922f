import { describe, expect, it } from 'vitest';
import { lengthInside } from '../../../src/geo/crossing';
import { area, box, line, planar, point, rectangle } from '../../builders/planar';
import { goldenPairs } from './golden-pairs';

const block = box(0, 0, 100, 60);

describe('lengthInside', () => {
  const lines = goldenPairs.filter(({ inside }) => inside !== undefined);

  it.each(lines)('agrees with GEOS but for the last millimetres: $name', ({ object, subject, inside }) => {
    expect(Math.abs(lengthInside(planar(object), planar(subject)) - inside!)).toBeLessThan(0.012);
  });

  it('counts a crossing line in full', () => {
    expect(lengthInside(line([-10, 30], [110, 30]), block)).toBeCloseTo(100, 9);
    expect(lengthInside(line([50, 30], [50, 100]), block)).toBeCloseTo(30, 9);
    expect(lengthInside(line([10, 10], [40, 50]), block)).toBeCloseTo(50, 9);
  });

  it('takes running along the boundary as a touch', () => {
    expect(lengthInside(line([-10, 60], [110, 60]), block)).toBe(0);
    expect(lengthInside(line([-10, 59.9995], [110, 59.9995]), block)).toBe(0);
    expect(lengthInside(line([-10, 59.98], [110, 59.98]), block)).toBeCloseTo(100, 2);
    expect(lengthInside(line([-10, 50], [10, 70]), block)).toBe(0);
  });

  it('takes holes as outside', () => {
    const court = area(rectangle(0, 0, 90, 70), rectangle(30, 20, 60, 50));
    expect(lengthInside(line([-10, 35], [100, 35]), court)).toBeCloseTo(60, 9);
    expect(lengthInside(line([35, 35], [55, 35]), court)).toBe(0);
    expect(lengthInside(line([30, -10], [30, 90]), court)).toBeCloseTo(40, 2);
  });

  it('is 0 for what is no line, no area or no length', () => {
    expect(lengthInside(point(5, 5), block)).toBe(0);
    expect(lengthInside(line([0, 0], [9, 9]), line([0, 0], [9, 9]))).toBe(0);
    expect(lengthInside(line([5, 5], [5, 5]), block)).toBe(0);
  });
});
