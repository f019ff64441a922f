import { booleanPointInPolygon } from '@turf/turf';
import fc from 'fast-check';
import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { landUseClasses } from '../../../../src/engine/tiles/land-use-classes';
import { CELLS, DominantUse, RasterPainter } from '../../../../src/engine/tiles/land-use-raster';
import { lonLatOf } from '../../../../src/engine/tiles/mercator';
import { fitTransform } from '../../../../src/engine/tiles/tile-transform';
import { createFrame } from '../../../../src/geo/frame';
import { starRing } from '../../../builders/shapes';
import { tileLayerOf } from '../../../builders/tile-layers';

/** The frame's centre is the middle of this tile, 1.04 km wide. */
const address = { z: 15, x: 26030, y: 13336 };
const side = 2 ** -address.z;
const [lon, lat] = lonLatOf((address.x + 0.5) * side, (address.y + 0.5) * side);
const frame = createFrame({ lon, lat });
const transform = fitTransform(frame, address, { minX: -600, minY: -600, maxX: 600, maxY: 600 });

describe('a raster', () => {
  const radii = fc.array(fc.double({ min: 3, max: 900, noNaN: true }), { minLength: 3, maxLength: 20 });

  it('has the parcel that covers the middle of each cell', () => {
    fc.assert(
      fc.property(fc.integer({ min: -500, max: 500 }), radii, fc.boolean(), (x, outer, hollow) => {
        const rings = [starRing(x, x / 2, outer)];
        if (hollow) {
          rings.push(
            starRing(
              x,
              x / 2,
              outer.map((radius) => radius / 3),
            ),
          );
        }
        const layer = tileLayerOf('parcels', [
          { id: 'p', geometry: { type: 'Polygon', coordinates: rings }, properties: { landUse: '0701' } },
        ]);
        const raster = new Uint8Array(CELLS * CELLS);
        new RasterPainter(layer, landUseClasses(layer.table)).paint(raster, 0, transform);
        const area: Polygon = { type: 'Polygon', coordinates: rings.map((ring) => [...ring, ring[0]!]) };
        let wrong = 0;
        for (let row = 3; row < CELLS; row += 16) {
          for (let column = 3; column < CELLS; column += 16) {
            const place = lonLatOf(
              (address.x + (column + 0.5) / CELLS) * side,
              (address.y + (row + 0.5) / CELLS) * side,
            );
            const inside = booleanPointInPolygon(frame.project(...place), area);
            if (inside !== (raster[row * CELLS + column] === 1)) wrong += 1;
          }
        }
        // A middle within a hair of an edge may fall to either side.
        expect(wrong).toBeLessThanOrEqual(1);
      }),
      { numRuns: 100 },
    );
  });
});

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
    new DominantUse(classes).coarsen(raster, 4, { raster: out, columns: CELLS / 4, left: 0, top: 0 });
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
});
