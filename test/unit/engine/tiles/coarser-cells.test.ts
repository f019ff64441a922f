import { describe, expect, it } from 'vitest';
import { CoarserCells } from '../../../../src/engine/tiles/coarser-cells';
import { landUseClasses } from '../../../../src/engine/tiles/land-use-classes';
import { CELLS } from '../../../../src/engine/tiles/land-use-raster';
import { randomSource } from '../../../builders/random';
import { tileLayerOf } from '../../../builders/tile-layers';

describe('coarser cells', () => {
  const layer = tileLayerOf(
    'parcels',
    ['0701', '0702', '1001', '1401'].map((landUse, i) => ({
      id: String(i),
      geometry: { type: 'Point', coordinates: [0, 0] },
      properties: { landUse },
    })),
  );
  const classes = landUseClasses(layer.table);
  const [housing, terraced, industry] = [0, 1, 2].map((row) => classes.of(row)) as [number, number, number];

  const coarse = (cells: readonly number[]): number => {
    const raster = new Uint8Array(CELLS * CELLS);
    cells.forEach((number, i) => (raster[Math.floor(i / 4) * CELLS + (i % 4)] = number));
    const out = new Uint8Array((CELLS / 4) ** 2);
    new CoarserCells(classes).join(raster, 4, { raster: out, columns: CELLS / 4, left: 0, top: 0 });
    return out[0]!;
  };
  const times = (count: number, number: number) => new Array<number>(count).fill(number);

  it('take the use that has most of them, uses of one group together', () => {
    expect(coarse([...times(9, industry), ...times(7, housing)])).toBe(industry);
    expect(coarse([...times(7, industry), ...times(5, housing), ...times(4, terraced)])).toBe(housing);
    expect(coarse([...times(7, industry), ...times(4, housing), ...times(5, terraced)])).toBe(terraced);
  });

  it('are free where parcels take less than a third', () => {
    expect(coarse([...times(5, housing), ...times(11, 0)])).toBe(0);
    expect(coarse([...times(6, housing), ...times(10, 0)])).toBe(housing);
  });

  it.each([2, 4, 8, 32])('give each use its share where %i × %i of a mixture become one', (side) => {
    const random = randomSource(side);
    // Housing prevails nearly everywhere.
    const raster = Uint8Array.from({ length: CELLS ** 2 }, () => (random() < 0.7 ? housing : industry));
    const count = CELLS / side;
    const out = new Uint8Array(count ** 2);
    new CoarserCells(classes).join(raster, side, { raster: out, columns: count, left: 0, top: 0 });
    const share = out.filter((number) => number === industry).length / out.length;
    expect(Math.abs(share - 0.3)).toBeLessThan(0.02);
  });

  it('leave one use whole', () => {
    const raster = new Uint8Array(CELLS ** 2).map((_, i) => (i % CELLS < 128 ? housing : industry));
    const out = new Uint8Array(16 ** 2);
    new CoarserCells(classes).join(raster, 16, { raster: out, columns: 16, left: 0, top: 0 });
    expect([...out]).toEqual([...out].map((_, i) => (i % 16 < 8 ? housing : industry)));
  });
});
