import { describe, expect, it } from 'vitest';
import { BoundaryDistance } from '../../../src/geo/boundary-distance';
import { leastDistance } from '../../../src/geo/distance';
import { area, box, line, point, rectangle, type XY } from '../../builders/planar';
import { shapeTable } from '../../builders/shape-table';

describe('the distance from a boundary', () => {
  it('finds what is near among very many pieces that lie as high', () => {
    const vertices = Array.from({ length: 201 }, (_, i): XY => [5 * i, 0.1 * Math.sin((Math.PI * i) / 200)]);
    const road = line(...vertices);
    const slope = area([
      [0, 1],
      [1000, 100],
      [0, 100],
    ]);
    const shapes = shapeTable([slope, point(3, 1), line([990, 40], [1001, 0.5])]);
    const boundary = new BoundaryDistance(road);
    for (const [i, shape] of [slope, point(3, 1), line([990, 40], [1001, 0.5])].entries()) {
      expect(boundary.to(shapes, i, Infinity)).toBeCloseTo(leastDistance(road, shape), 9);
    }
  });

  it('is 0 within and at the boundary, and the way to the rim of a hole', () => {
    const court = area(rectangle(0, 0, 90, 70), rectangle(30, 20, 60, 50));
    const shapes = shapeTable([box(5, 5, 8, 8), box(90, 0, 99, 9), box(40, 30, 50, 45), box(-9, -9, 99, 99)]);
    const boundary = new BoundaryDistance(court);
    expect([0, 1, 2, 3].map((i) => boundary.to(shapes, i, Infinity))).toEqual([0, 0, 5, 0]);
    expect(boundary.toPoint(45, 21)).toBeCloseTo(1, 12);
    expect(boundary.toPoint(10, 10)).toBe(0);
  });

  it('tells what is nearer than a distance as the distance does', () => {
    const boundary = new BoundaryDistance(area(rectangle(0, 0, 90, 70), rectangle(30, 20, 60, 50)));
    for (let x = -20; x <= 110; x += 6.5) {
      for (let y = -20; y <= 90; y += 5.5) {
        expect(boundary.isNearer(x, y, 7)).toBe(boundary.toPoint(x, y) < 7);
      }
    }
  });
});
