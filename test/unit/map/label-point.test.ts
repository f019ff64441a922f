import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { labelPoint } from '../../../src/map/label-point';

const square = (x: number, y: number, size: number): Position[] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];

describe('labelPoint', () => {
  it('is the centroid of a plain polygon, also far from the origin', () => {
    expect(labelPoint({ type: 'Polygon', coordinates: [square(0, 0, 2)] })).toEqual([1, 1]);
    const [lon = 0, lat = 0] =
      labelPoint({ type: 'Polygon', coordinates: [square(106, 31.6, 0.0002)] }) ?? [];
    expect(lon).toBeCloseTo(106.0001, 9);
    expect(lat).toBeCloseTo(31.6001, 9);
  });

  it('lies inside a horseshoe, whose centroid does not', () => {
    const horseshoe: Position[] = [
      [0, 0],
      [10, 0],
      [10, 10],
      [8, 10],
      [8, 2],
      [3, 2],
      [3, 10],
      [0, 10],
      [0, 0],
    ];
    const [x = 0, y = 0] = labelPoint({ type: 'Polygon', coordinates: [horseshoe] }) ?? [];
    expect(y).toBeGreaterThan(2);
    expect(x).toBe(1.5);
  });

  it('lies beside a hole in the middle', () => {
    const [x = 0] =
      labelPoint({ type: 'Polygon', coordinates: [square(0, 0, 10), square(4, 2, 5).reverse()] }) ?? [];
    expect(x).toBe(2);
  });

  it('is on the largest part', () => {
    const parts = [[square(0, 0, 1)], [square(10, 10, 4)]];
    expect(labelPoint({ type: 'MultiPolygon', coordinates: parts })).toEqual([12, 12]);
  });

  it('is the point itself, and nothing for an empty geometry', () => {
    expect(labelPoint({ type: 'Point', coordinates: [1, 2] })).toEqual([1, 2]);
    expect(labelPoint({ type: 'MultiPolygon', coordinates: [] })).toBeNull();
    expect(labelPoint({ type: 'Polygon', coordinates: [] })).toBeNull();
  });

  it('is somewhere on a polygon without area', () => {
    const flat: Position[] = [
      [1, 1],
      [2, 1],
      [1, 1],
      [1, 1],
    ];
    expect(labelPoint({ type: 'Polygon', coordinates: [flat] })).toEqual([1, 1]);
  });
});
