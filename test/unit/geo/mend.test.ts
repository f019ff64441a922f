import fc from 'fast-check';
import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { FeatureGeometry } from '../../../src/domain/feature';
import { mendGeometry } from '../../../src/geo/mend';
import { doubleSignedArea } from '../../../src/geo/ring';
import { invalidity } from '../../../src/geo/validity';

/** Places on a grid of some 10 m, closed. */
const ring = (...places: [number, number][]): Position[] =>
  [...places, places[0]!].map(([x, y]) => [at(106, x), at(31.5, y)]);
const at = (origin: number, steps: number) => Math.round((origin + steps * 1e-4) * 1e9) / 1e9;
const polygon = (...coordinates: Position[][]): FeatureGeometry => ({ type: 'Polygon', coordinates });
const SQUARE = ring([0, 0], [4, 0], [4, 4], [0, 4]);

/** Area in grid cells. */
function cells(geometry: FeatureGeometry | null): number {
  const rings =
    geometry?.type === 'Polygon'
      ? geometry.coordinates
      : geometry?.type === 'MultiPolygon'
        ? geometry.coordinates.flat()
        : [];
  return rings.reduce((sum, each) => sum + doubleSignedArea(each), 0) / 2 / 1e-8;
}

describe('mending', () => {
  it.each<[string, FeatureGeometry, string, number]>([
    ['a bow-tie', polygon(ring([0, 0], [4, 4], [4, 0], [0, 4])), 'self-intersection', 8],
    [
      'a loop that is gone around twice',
      polygon(ring([0, 0], [4, 0], [4, 4], [1, 4], [1, 1], [3, 1], [3, 3], [0, 3])),
      'self-intersection',
      15,
    ],
    [
      'a spike',
      polygon(ring([0, 0], [4, 0], [4, 4], [2, 4], [2, 9], [2, 4], [0, 4])),
      'self-intersection',
      16,
    ],
    [
      'holes that overlap',
      polygon(SQUARE, ring([1, 1], [1, 3], [3, 3], [3, 1]), ring([1, 2], [2, 3], [3, 2], [2, 1])),
      'overlapping-holes',
      12,
    ],
    ['a hole beside its shell', polygon(SQUARE, ring([6, 6], [6, 7], [7, 7])), 'hole-outside-shell', 16],
    [
      'parts that overlap',
      { type: 'MultiPolygon', coordinates: [[SQUARE], [ring([3, 3], [6, 3], [6, 6], [3, 6])]] },
      'overlapping-polygons',
      24,
    ],
    ['a hole without area', polygon(SQUARE, ring([1, 1], [2, 2], [3, 3])), 'zero-area', 16],
    [
      'a part that is a line',
      { type: 'MultiPolygon', coordinates: [[SQUARE], [ring([6, 6], [7, 7], [8, 8])]] },
      'zero-area',
      16,
    ],
  ])('makes a sound area of %s', (_name, geometry, fault, area) => {
    expect(invalidity(geometry)).toBe(fault);
    const mended = mendGeometry(geometry);
    expect(mended && invalidity(mended)).toBeNull();
    expect(cells(mended)).toBeCloseTo(area, 3);
  });

  it.each<[string, FeatureGeometry]>([
    ['a point', { type: 'Point', coordinates: [106, 31.5] }],
    ['a line', { type: 'LineString', coordinates: SQUARE }],
    ['an area that is a line', polygon(ring([0, 0], [1, 1], [2, 2]))],
    [
      'an area narrower than 1 mm',
      polygon([
        [106, 31.5],
        [106.01, 31.5],
        [106.01, 31.500000002],
        [106, 31.5],
      ]),
    ],
    [
      'more corners than can be waited for',
      polygon(Array.from({ length: 6001 }, (_, i) => [106 + (i % 7) / 1e3, 31 + i / 1e6])),
    ],
  ])('has nothing to offer for %s', (_name, geometry) => {
    expect(mendGeometry(geometry)).toBeNull();
  });

  it('keeps what the boundary goes around, and nothing else', () => {
    const corner = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }));
    fc.assert(
      fc.property(fc.array(corner, { minLength: 4, maxLength: 9 }), (corners) => {
        const outline = ring(...corners);
        const mended = mendGeometry(polygon(outline));
        if (!mended) return;
        expect(invalidity(mended)).toBeNull();
        const parts =
          mended.type === 'MultiPolygon'
            ? mended.coordinates
            : [(mended as { coordinates: Position[][] }).coordinates];
        // Probes that lie on no line through grid points that are so near.
        for (let x = 0.217; x < 12; x += 1.37) {
          for (let y = 0.409; y < 12; y += 1.53) {
            const [lon, lat] = [106 + x * 1e-4, 31.5 + y * 1e-4];
            const isAround = turnsAround(outline, lon, lat) !== 0;
            const isInside = parts.flat().reduce((sum, each) => sum + turnsAround(each, lon, lat), 0) !== 0;
            if (nearest(outline, lon, lat) > 1e-8) expect(isInside).toBe(isAround);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** How often a ring goes around a point, counter-clockwise. */
function turnsAround(outline: readonly Position[], x: number, y: number): number {
  let angle = 0;
  for (let i = 1; i < outline.length; i++) {
    const [ax, ay] = [outline[i - 1]![0]! - x, outline[i - 1]![1]! - y];
    const [bx, by] = [outline[i]![0]! - x, outline[i]![1]! - y];
    angle += Math.atan2(ax * by - ay * bx, ax * bx + ay * by);
  }
  return Math.round(angle / (2 * Math.PI));
}

/** From a point to the nearest line of a ring, degrees. */
function nearest(outline: readonly Position[], x: number, y: number): number {
  return Math.min(
    ...outline.slice(1).map(([bx = 0, by = 0], i) => {
      const [ax = 0, ay = 0] = outline[i]!;
      const squared = (bx - ax) ** 2 + (by - ay) ** 2;
      const along = squared === 0 ? 0 : ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / squared;
      const t = Math.min(1, Math.max(0, along));
      return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay));
    }),
  );
}
