import { describe, expect, it } from 'vitest';
import { outlineOf, type OutlineShapes } from '../../../../src/engine/import-preview/outline-of';
import { DEGREES } from '../../../../src/engine/import-preview/path-pen';
import { finished } from '../../../../src/engine/pacer';
import { tableOfFeatures } from '../../../builders/table-of-features';
import type { GeoFeature } from '../../../../src/domain/feature';

const feature = (id: string, geometry: GeoFeature['geometry']) => ({
  id,
  feature: { type: 'Feature', properties: {}, geometry } satisfies GeoFeature,
});
const ring = (lon: number, lat: number, size: number): [number, number][] => [
  [lon, lat],
  [lon + size, lat],
  [lon + size, lat + size],
  [lon, lat + size],
  [lon, lat],
];
const outlined = (tables: readonly OutlineShapes[], most = 30_000) =>
  finished(outlineOf(tables, DEGREES, most));
const tableOf = (...geometries: GeoFeature['geometry'][]) =>
  tableOfFeatures(geometries.map((geometry, i) => feature(`F${i}`, geometry))).geometry;

describe('the outline of a layer', () => {
  it('has areas with their holes, lines and points, in millionths of a degree from the north-west', () => {
    const outline = outlined([
      tableOf(
        { type: 'Polygon', coordinates: [ring(106, 31, 1), ring(106.2, 31.2, 0.5).toReversed()] },
        {
          type: 'LineString',
          coordinates: [
            [106, 31],
            [107, 32],
          ],
        },
        { type: 'Point', coordinates: [106.5, 31.5] },
      ),
    ]);
    expect(outline?.origin).toEqual([106, 32]);
    expect(outline?.box).toEqual([106, 31, 107, 32]);
    expect(outline?.areas).toBe(
      'M0 1000000l1000000 0 0 -1000000 -1000000 0zM200000 800000l0 -500000 500000 0 0 500000z',
    );
    expect(outline?.lines).toBe('M0 1000000l1000000 -1000000');
    expect(outline?.dots).toBe('M500000 500000h0');
  });

  it('leaves out vertices that cannot be seen, and what is gone', () => {
    const many = Array.from({ length: 5000 }, (_, i): [number, number] => [106 + i / 5000, 31 + i / 5000]);
    const line = tableOf(
      { type: 'LineString', coordinates: many },
      { type: 'Point', coordinates: [110, 40] },
    );
    const outline = outlined([{ ...line, gone: Uint8Array.of(0, 1) }]);
    expect(outline?.box[2]).toBeLessThan(107.1);
    expect(outline?.dots).toBe('');
    const steps = outline?.lines.split(' ').length ?? 0;
    expect(steps).toBeGreaterThan(500);
    expect(steps).toBeLessThan(3000);
  });

  it('keeps to its vertices, whatever there is: many small shapes are dots, each place once', () => {
    const parcels = Array.from({ length: 20_000 }, (_, i): GeoFeature['geometry'] => ({
      type: 'Polygon',
      coordinates: [ring(106 + (i % 200) * 0.001, 31 + Math.floor(i / 200) * 0.001, 0.0008)],
    }));
    const outline = outlined([tableOf(...parcels)], 6000);
    const dots = outline?.dots.split('M').length ?? 0;
    expect(outline?.areas).toBe('');
    expect(dots).toBeGreaterThan(1000);
    expect(dots).toBeLessThanOrEqual(6001);
  });

  it('is of one point too, and there is none of nothing', () => {
    const point = outlined([tableOf({ type: 'Point', coordinates: [106, 31] })]);
    expect(point?.dots).toBe('M0 0h0');
    expect(outlined([tableOf()])).toBeNull();
  });
});
