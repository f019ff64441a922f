import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hatchLines } from '../../../../src/io/report/map/hatch';
import type { Place } from '../../../../src/io/report/map/scene';

const rectangle = (x: number, y: number, width: number, height: number): Place[] => [
  [x, y],
  [x + width, y],
  [x + width, y + height],
  [x, y + height],
];
const lengthOf = (lines: readonly (readonly Place[])[]) =>
  lines.reduce((sum, [a, b]) => sum + Math.hypot(b![0] - a![0], b![1] - a![1]), 0);

describe('hatchLines', () => {
  it('covers an area: length times distance comes near to it', () => {
    const size = fc.double({ min: 5, max: 60, noNaN: true });
    const place = fc.double({ min: -100, max: 100, noNaN: true });
    fc.assert(
      fc.property(place, place, size, size, (x, y, width, height) => {
        const covered = lengthOf(hatchLines([rectangle(x, y, width, height)], 0.5)) * 0.5;
        // What the first and last lines may miss: half a gap along the border.
        expect(Math.abs(covered - width * height)).toBeLessThan((width + height) * 0.5);
      }),
    );
  });

  it('leaves holes free and stays within the area', () => {
    const lines = hatchLines([rectangle(0, 0, 30, 30), rectangle(10, 10, 10, 10)], 1);
    expect(lengthOf(lines)).toBeCloseTo(800, -2);
    for (const [a, b] of lines) {
      const [x, y] = [(a![0] + b![0]) / 2, (a![1] + b![1]) / 2];
      expect(x > 10 && x < 20 && y > 10 && y < 20).toBe(false);
      expect(x >= 0 && x <= 30 && y >= 0 && y <= 30).toBe(true);
    }
  });
});
