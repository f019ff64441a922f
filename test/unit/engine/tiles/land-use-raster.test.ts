import { booleanPointInPolygon } from '@turf/turf';
import fc from 'fast-check';
import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { landUseClasses } from '../../../../src/engine/tiles/land-use-classes';
import { CELLS, RasterPainter } from '../../../../src/engine/tiles/land-use-raster';
import { lonLatOf } from '../../../../src/geo/web-mercator';
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
