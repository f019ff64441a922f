import { describe, expect, it } from 'vitest';
import { overlap } from '../../../src/geo/overlap';
import { area, box, line, mapPositions, planar, rectangle, type XY } from '../../builders/planar';
import { goldenPairs } from './golden-pairs';

const NONE = { areaM2: 0, perimeterM: 0 };
const turn = (x: number, y: number, angle: number): XY => [
  20_000 + x * Math.cos(angle) - y * Math.sin(angle),
  x * Math.sin(angle) + y * Math.cos(angle),
];

describe('overlap', () => {
  it.each(goldenPairs)('agrees with GEOS: $name', ({ object, subject, overlapArea, overlapPerimeter }) => {
    const { areaM2, perimeterM } = overlap(planar(object), planar(subject));
    expect(Math.abs(areaM2 - overlapArea)).toBeLessThan(1e-5);
    expect(Math.abs(perimeterM - overlapPerimeter)).toBeLessThan(1e-5);
  });

  it('measures a sliver of 2 cm', () => {
    const { areaM2, perimeterM } = overlap(box(0, 0, 100, 50), box(99.98, 0, 200, 50));
    expect(areaM2).toBeCloseTo(1, 6);
    expect(perimeterM).toBeCloseTo(100.04, 6);
  });

  it('is nothing for a shared edge, a corner, a line and a hole that is filled', () => {
    expect(overlap(box(0, 0, 10, 10), box(10, 2, 20, 8))).toEqual(NONE);
    expect(overlap(box(0, 0, 10, 10), box(2, 10, 8, 20))).toEqual(NONE);
    expect(overlap(box(0, 0, 10, 10), box(10, 10, 20, 20))).toEqual(NONE);
    expect(overlap(box(0, 0, 10, 10), line([0, 5], [10, 5]))).toEqual(NONE);
    const court = area(rectangle(0, 0, 90, 70), rectangle(30, 20, 60, 50));
    expect(overlap(court, box(30, 20, 60, 50))).toEqual(NONE);
  });

  it('is nothing along oblique edges that only float noise makes overlap', () => {
    for (let angle = 0; angle < 3.2; angle += 0.01) {
      const turned = (ring: XY[]) =>
        planar(mapPositions({ type: 'Polygon', coordinates: [ring] }, (x, y) => turn(x, y, angle)));
      const block = turned(rectangle(0, 0, 100, 50));
      expect(overlap(block, turned(rectangle(100, 7.3, 180, 33.1)))).toEqual(NONE);
      expect(overlap(block, turned(rectangle(13.7, 50, 61.9, 80)))).toEqual(NONE);
    }
  });

  it('does not let a shared edge spoil the perimeter of a true overlap', () => {
    const step = area([
      [100, 0],
      [150, 0],
      [150, 50],
      [95, 50],
      [95, 45],
      [100, 45],
    ]);
    const { areaM2, perimeterM } = overlap(box(0, 0, 100, 50), step);
    expect(areaM2).toBeCloseTo(25, 9);
    expect(perimeterM).toBeCloseTo(20, 9);
  });

  it('goes all around an island in a court', () => {
    const court = area(rectangle(0, 0, 90, 70), rectangle(30, 20, 60, 50));
    expect(overlap(court, box(-10, -10, 100, 100))).toEqual({ areaM2: 5400, perimeterM: 440 });
  });

  it('is sound for areas that have none', () => {
    const flat = area([
      [0, 5],
      [10, 5],
      [20, 5],
    ]);
    expect(overlap(flat, box(0, 0, 10, 10))).toEqual(NONE);
    expect(
      overlap(
        area([
          [5, 5],
          [5, 5],
        ]),
        box(0, 0, 10, 10),
      ),
    ).toEqual(NONE);
    expect(overlap(planar({ type: 'Polygon', coordinates: [] }), box(0, 0, 10, 10))).toEqual(NONE);
  });
});
