import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planarArea } from '../../../src/geo/area';
import { createFrame, type Frame } from '../../../src/geo/frame';
import { placeShapes, type PlacedShapes } from '../../../src/geo/place-shapes';
import { planarGeometryAt } from '../../../src/geo/shape-views';
import { toPlanar } from '../../../src/geo/to-planar';
import { geometries } from '../../builders/shapes';
import { placed, TOWN_CENTRE } from '../../builders/small-town';
import { tableOfFeatures } from '../../builders/table-of-features';

function placedShapes(frame: Frame, table: ReturnType<typeof tableOfFeatures>): PlacedShapes {
  const steps = placeShapes(frame, table.geometry);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

describe('shapes laid down by place', () => {
  const frame = createFrame(TOWN_CENTRE);

  it('are the planar geometries of their features, to the bit', () => {
    fc.assert(
      fc.property(fc.array(geometries, { minLength: 1, maxLength: 12 }), (shapes) => {
        const features = shapes.map((geometry, n) => ({
          id: String(n),
          feature: { type: 'Feature' as const, geometry: placed(geometry), properties: null },
        }));
        const { shapes: table, rows } = placedShapes(frame, tableOfFeatures(features));
        expect(table.size).toBe(features.length);
        expect([...rows].sort((a, b) => a - b)).toEqual([...features.keys()]);
        rows.forEach((row, slot) => {
          const planar = toPlanar(frame, features[row]!.feature.geometry);
          expect(planarGeometryAt(table, slot)).toEqual(planar);
          expect(table.areas[slot]).toBeCloseTo(planarArea(planar), 6);
        });
      }),
      { numRuns: 200 },
    );
  });
});
