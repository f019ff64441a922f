import { describe, expect, it } from 'vitest';
import { perimeter, planarArea } from '../../../src/geo/area';
import { area, line, planar, point, rectangle } from '../../builders/planar';
import { goldenPairs } from './golden-pairs';

describe('planarArea and perimeter', () => {
  it.each(goldenPairs)('agree with GEOS: $name', ({ object, subject, areas, perimeters }) => {
    for (const [i, geometry] of [planar(object), planar(subject)].entries()) {
      expect(planarArea(geometry)).toBeCloseTo(areas[i]!, 6);
      expect(perimeter(geometry)).toBeCloseTo(perimeters[i]!, 6);
    }
  });

  it('subtract holes from the area and add them to the perimeter', () => {
    const court = area(rectangle(0, 0, 90, 70), rectangle(30, 20, 60, 50));
    expect(planarArea(court)).toBe(5400);
    expect(perimeter(court)).toBe(440);
  });

  it('are 0 where there is nothing to measure', () => {
    expect(planarArea(line([0, 0], [10, 0], [10, 10]))).toBe(0);
    expect(perimeter(line([0, 0], [10, 0], [10, 10]))).toBe(20);
    expect(perimeter(point(1, 2))).toBe(0);
    expect(
      planarArea(
        area([
          [0, 0],
          [10, 0],
          [20, 0],
        ]),
      ),
    ).toBe(0);
  });
});
