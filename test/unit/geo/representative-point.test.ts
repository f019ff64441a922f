import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locate } from '../../../src/geo/point-in';
import { representativePoint } from '../../../src/geo/representative-point';
import { area, line, planar, point, rectangle } from '../../builders/planar';
import { polygons } from '../../builders/shapes';

describe('representativePoint', () => {
  it('lies inside every polygon', () => {
    fc.assert(
      fc.property(polygons, (polygon) => {
        const shape = planar(polygon);
        expect(locate(shape, ...representativePoint(shape))).toBe('inside');
      }),
    );
  });

  it('keeps clear of holes and bays', () => {
    const cup = area([
      [0, 0],
      [60, 0],
      [60, 50],
      [45, 50],
      [45, 12],
      [15, 12],
      [15, 50],
      [0, 50],
    ]);
    expect(locate(cup, ...representativePoint(cup))).toBe('inside');
    const [x, y] = representativePoint(area(rectangle(0, 0, 90, 70), rectangle(30, 20, 60, 50)));
    expect(x < 30 || x > 60 || y < 20 || y > 50).toBe(true);
  });

  it('finds small parts far apart', () => {
    const far = planar({
      type: 'MultiPolygon',
      coordinates: [[rectangle(0, 0, 1, 1)], [rectangle(0, 99_999, 1, 100_000)]],
    });
    expect(locate(far, ...representativePoint(far))).toBe('inside');
  });

  it('is the middle of the longest line and the most central of points', () => {
    const lines = planar({
      type: 'MultiLineString',
      coordinates: [
        [
          [0, 0],
          [1, 0],
        ],
        [
          [0, 5],
          [4, 5],
          [4, 11],
        ],
      ],
    });
    expect(representativePoint(lines)).toEqual([4, 6]);
    expect(representativePoint(line([2, 2], [2, 2]))).toEqual([2, 2]);
    expect(representativePoint(point(7, 8))).toEqual([7, 8]);
    expect(
      representativePoint(
        planar({
          type: 'MultiPoint',
          coordinates: [
            [0, 0],
            [4, 0],
            [9, 0],
          ],
        }),
      ),
    ).toEqual([4, 0]);
  });
});
