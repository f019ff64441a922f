import fc from 'fast-check';
import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { FeatureGeometry } from '../../../../../src/domain/feature';
import { positionsOf } from '../../../../../src/domain/feature';
import { transverseMercator } from '../../../../../src/geo/crs/projection';
import { invalidity } from '../../../../../src/geo/validity';
import { roundGeometry } from '../../../../../src/io/export/profile/round-geometry';

const zone = transverseMercator('cgcs2000', { centralMeridian: 105, falseEastingM: 500_000 });
const PLANE = { fromLonLat: zone.toPlane, toLonLat: zone.toDegrees };

/** A ring of metres east and north of a corner of the grid. */
function ring(...points: readonly (readonly [number, number])[]): Position[] {
  return [...points, points[0]!].map(([x, y]) => zone.toDegrees(595_000 + x, 3_496_000 + y));
}

const polygon = (...rings: Position[][]): FeatureGeometry => ({ type: 'Polygon', coordinates: rings });

function metresOf(geometry: FeatureGeometry): number[][] {
  return Array.from(positionsOf(geometry), ([lon = NaN, lat = NaN]) =>
    zone
      .toPlane(lon, lat)
      .map((value, at) => Number((value - (at === 0 ? 595_000 : 3_496_000)).toFixed(2)) + 0),
  );
}

describe('roundGeometry', () => {
  it('moves positions onto the grid', () => {
    const { geometry, isMended } = roundGeometry(
      polygon(ring([1, 2], [58, 3], [61, 47], [2, 52])),
      10,
      PLANE,
    );
    expect(isMended).toBe(false);
    expect(metresOf(geometry!)).toEqual([
      [0, 0],
      [60, 0],
      [60, 50],
      [0, 50],
      [0, 0],
    ]);
  });

  it('makes positions that fall together one', () => {
    const { geometry } = roundGeometry(polygon(ring([0, 0], [1, 1], [60, 0], [60, 50], [0, 50])), 10, PLANE);
    expect(metresOf(geometry!)).toHaveLength(5);
  });

  it('drops a hole, and then a shell, that shrinks to nothing', () => {
    const hole = ring([20, 20], [20, 23], [23, 23], [23, 20]);
    const { geometry } = roundGeometry(polygon(ring([0, 0], [60, 0], [60, 50], [0, 50]), hole), 10, PLANE);
    expect(geometry).toMatchObject({ type: 'Polygon' });
    expect((geometry as { coordinates: unknown[] }).coordinates).toHaveLength(1);
    expect(roundGeometry(polygon(hole), 10, PLANE).geometry).toBeNull();
  });

  it('drops a line of one point, and keeps another', () => {
    const line = (...coordinates: Position[]): FeatureGeometry => ({ type: 'LineString', coordinates });
    expect(roundGeometry(line(...ring([0, 0], [2, 1]).slice(0, 2)), 10, PLANE).geometry).toBeNull();
    expect(roundGeometry(line(...ring([0, 0], [20, 1]).slice(0, 2)), 10, PLANE).geometry).not.toBeNull();
  });

  it('mends what crosses itself afterwards', () => {
    // A vertex just above an edge that rises goes below it.
    const bent = polygon(ring([0, 0], [100, 30], [100, 100], [46, 14.9], [0, 100]));
    expect(invalidity(bent)).toBeNull();
    const { geometry, isMended } = roundGeometry(bent, 10, PLANE);
    expect(isMended).toBe(true);
    expect(geometry).toMatchObject({ type: 'MultiPolygon' });
    expect(invalidity(geometry!)).toBeNull();
  });

  it('gives valid geometries or none, whatever comes', () => {
    const metres = fc.double({ min: 0, max: 200, noNaN: true });
    const angles = fc.uniqueArray(fc.integer({ min: 0, max: 359 }), { minLength: 3, maxLength: 24 });
    fc.assert(
      fc.property(
        angles,
        fc.array(metres, { minLength: 24, maxLength: 24 }),
        fc.constantFrom(1, 10, 100),
        (turns, radii, step) => {
          const star = ring(
            ...[...turns]
              .sort((a, b) => a - b)
              .map((turn, i): [number, number] => [
                300 + radii[i]! * Math.cos((turn * Math.PI) / 180),
                300 + radii[i]! * Math.sin((turn * Math.PI) / 180),
              ]),
          );
          const { geometry } = roundGeometry(polygon(star), step, PLANE);
          expect(geometry === null ? null : invalidity(geometry)).toBeNull();
        },
      ),
      { numRuns: 300 },
    );
  });
});
