import { describe, expect, it } from 'vitest';
import { placeBoxes } from '../../../src/geo/place-grid';
import { randomSource } from '../../builders/random';

/** Of single floats, as the grid keeps them. */
type Box = readonly [number, number, number, number];

function found(boxes: readonly Box[], query: Box): number[] {
  const placed = placeBoxes(Float32Array.from(boxes.flat()));
  const ascending = placed.grid.collect(...query);
  expect([...ascending].sort((a, b) => a - b)).toEqual([...ascending]);
  return Array.from(ascending, (slot) => placed.rows[slot]!).sort((a, b) => a - b);
}

function meeting(boxes: readonly Box[], [minX, minY, maxX, maxY]: Box): number[] {
  return boxes.flatMap((box, row) =>
    box[0] <= maxX && box[1] <= maxY && box[2] >= minX && box[3] >= minY ? [row] : [],
  );
}

/** Boxes from a handbreadth to a county, some touching the lines of the grid. */
function someBoxes(random: () => number, count: number, spread: number): Box[] {
  return Array.from({ length: count }, () => {
    const size = random() < 0.9 ? 100 * random() : 10 ** (5 * random());
    const snap = random() < 0.2 ? 250 : 1e-6;
    const x = Math.round((spread * (random() - 0.5)) / snap) * snap;
    const y = Math.round((spread * (random() - 0.5)) / snap) * snap;
    return [x, y, x + size, y + size * random()].map(Math.fround) as unknown as Box;
  });
}

describe('the grid of places', () => {
  it('finds what looking at every box finds, whatever the sizes', () => {
    const random = randomSource(5);
    let hits = 0;
    for (let town = 0; town < 20; town++) {
      const boxes = someBoxes(random, 300, 10_000);
      for (let n = 0; n < 20; n++) {
        const [x, y] = [12_000 * (random() - 0.5), 12_000 * (random() - 0.5)];
        const query: Box = [x, y, x + 2000 * random(), y + 2000 * random()];
        const expected = meeting(boxes, query);
        expect(found(boxes, query)).toEqual(expected);
        hits += expected.length;
      }
    }
    expect(hits).toBeGreaterThan(1000);
  });

  it('finds strays on the other side of the earth, and never what is nowhere', () => {
    const boxes: Box[] = [
      ...someBoxes(randomSource(6), 200, 5000),
      [9e6, -9e6, 9e6 + 50, -9e6 + 50],
      [Infinity, Infinity, -Infinity, -Infinity],
      [-2e7, 1e7, -2e7, 1e7],
    ];
    for (const query of [
      [8.9e6, -9.1e6, 9.1e6, -8.9e6],
      [-2e7, 1e7, -2e7, 1e7],
      [-3e7, -3e7, 3e7, 3e7],
    ] as const) {
      expect(found(boxes, query)).toEqual(meeting(boxes, query));
    }
    expect(found([], [0, 0, 1, 1])).toEqual([]);
  });

  it('lays neighbours beside each other', () => {
    const boxes = Array.from({ length: 10_000 }, (_, n): Box => {
      const [x, y] = [60 * ((n * 37) % 100), 60 * Math.floor(n / 100)];
      return [x, y, x + 50, y + 50];
    });
    const { rows } = placeBoxes(Float32Array.from(boxes.flat()));
    expect(new Set(rows).size).toBe(boxes.length);
    const apart = Array.from(rows.subarray(1), (row, i) =>
      Math.hypot(boxes[row]![0] - boxes[rows[i]!]![0], boxes[row]![1] - boxes[rows[i]!]![1]),
    );
    // A cell is 250 m wide: few steps leave it.
    expect(apart.filter((metres) => metres > 400).length).toBeLessThan(apart.length / 10);
  });
});
