import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rectanglesOf } from '../../../../src/engine/tiles/cell-rectangles';

const SIDE = 8;

describe('rectanglesOf', () => {
  it('covers each cell once, with its own number, and leaves 0 free', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(3), { minLength: SIDE ** 2, maxLength: SIDE ** 2 }),
        fc.boolean(),
        (cells, striped) => {
          const raster = Uint8Array.from(cells, (number, i) => (striped ? cells[i % SIDE]! : number));
          const covered = new Uint8Array(SIDE ** 2);
          const times = new Uint8Array(SIDE ** 2);
          for (const [number, rectangles] of rectanglesOf(raster, SIDE)) {
            for (let i = 0; i < rectangles.length; i += 4) {
              const [left, top, right, bottom] = rectangles.slice(i, i + 4) as [
                number,
                number,
                number,
                number,
              ];
              for (let row = top; row < bottom; row++) {
                for (let column = left; column < right; column++) {
                  covered[row * SIDE + column] = number;
                  times[row * SIDE + column]! += 1;
                }
              }
            }
          }
          expect(covered).toEqual(raster);
          expect(times).toEqual(raster.map((number) => Math.min(1, number)));
        },
      ),
    );
  });

  it('joins what is one', () => {
    const rectangles = rectanglesOf(new Uint8Array(SIDE ** 2).fill(2), SIDE);
    expect([...rectangles]).toEqual([[2, [0, 0, SIDE, SIDE]]]);
  });
});
