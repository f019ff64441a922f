import fc from 'fast-check';
import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { FeatureGeometry } from '../../../src/domain/feature';
import { invalidity } from '../../../src/geo/validity';

/** Degrees for metres-like numbers, so that the shapes are of a parcel's size in the place of a city. */
const at = ([x = 0, y = 0]: Position): Position => [105.97 + x * 1e-5, 31.58 + y * 1e-5];
const polygon = (...rings: Position[][]): FeatureGeometry => ({
  type: 'Polygon',
  coordinates: rings.map((ring) => ring.map(at)),
});
const multi = (...polygons: Position[][][]): FeatureGeometry => ({
  type: 'MultiPolygon',
  coordinates: polygons.map((rings) => rings.map((ring) => ring.map(at))),
});
const box = (x: number, y: number, width: number, height: number): Position[] => [
  [x, y],
  [x + width, y],
  [x + width, y + height],
  [x, y + height],
  [x, y],
];

describe('invalidity', () => {
  it.each<[string, FeatureGeometry, string | null]>([
    ['a square', polygon(box(0, 0, 10, 10)), null],
    ['a hole inside', polygon(box(0, 0, 10, 10), box(2, 2, 2, 2)), null],
    [
      'a hole that touches the shell at a vertex',
      polygon(box(0, 0, 10, 10), [
        [0, 5],
        [3, 4],
        [3, 6],
        [0, 5],
      ]),
      null,
    ],
    [
      'a ring that touches itself at a vertex',
      polygon([
        [0, 0],
        [4, 0],
        [2, 2],
        [4, 4],
        [0, 4],
        [2, 2],
        [0, 0],
      ]),
      null,
    ],
    ['polygons that share an edge', multi([box(0, 0, 10, 10)], [box(10, 0, 10, 10)]), null],
    ['an island in a hole', multi([box(0, 0, 10, 10), box(2, 2, 6, 6)], [box(4, 4, 2, 2)]), null],
    [
      'a bow-tie',
      polygon([
        [0, 0],
        [10, 10],
        [10, 0],
        [0, 10],
        [0, 0],
      ]),
      'self-intersection',
    ],
    [
      'a lopsided bow-tie',
      polygon([
        [0, 0],
        [10, 10],
        [10, 2],
        [0, 10],
        [0, 0],
      ]),
      'self-intersection',
    ],
    [
      'a bow-tie with a vertex where it crosses',
      polygon([
        [0, 0],
        [5, 5],
        [10, 10],
        [10, 0],
        [5, 5],
        [0, 9],
        [0, 0],
      ]),
      'self-intersection',
    ],
    [
      'a ring through a vertex on its own edge',
      polygon([
        [0, 0],
        [10, 0],
        [10, 10],
        [5, 10],
        [5, 0],
        [5, -5],
        [0, -5],
        [0, 0],
      ]),
      'self-intersection',
    ],
    ['a hole across the shell', polygon(box(0, 0, 10, 10), box(8, 8, 5, 5)), 'self-intersection'],
    ['a hole outside', polygon(box(0, 0, 10, 10), box(20, 0, 2, 2)), 'hole-outside-shell'],
    ['holes in holes', polygon(box(0, 0, 10, 10), box(1, 1, 8, 8), box(3, 3, 2, 2)), 'overlapping-holes'],
    ['nested polygons', multi([box(0, 0, 10, 10)], [box(2, 2, 2, 2)]), 'overlapping-polygons'],
    ['crossing polygons', multi([box(0, 0, 10, 10)], [box(5, 5, 10, 10)]), 'overlapping-polygons'],
    [
      'polygons that overlap between common edges',
      multi([box(0, 0, 20, 10)], [box(10, 0, 20, 10)]),
      'overlapping-polygons',
    ],
    ['the same polygon twice', multi([box(0, 0, 10, 10)], [box(0, 0, 10, 10)]), 'overlapping-polygons'],
    [
      'a polygon without area',
      polygon([
        [0, 0],
        [10, 0],
        [5, 0],
        [0, 0],
      ]),
      'zero-area',
    ],
    [
      'a ring of three positions',
      polygon([
        [0, 0],
        [10, 0],
        [0, 0],
      ]),
      'too-few-positions',
    ],
    ['a polygon without rings', { type: 'Polygon', coordinates: [] }, 'empty-geometry'],
    ['infinity', { type: 'Point', coordinates: [Infinity, 31] }, 'not-finite'],
    ['not a number', { type: 'Point', coordinates: [105, NaN] }, 'not-finite'],
    ['longitude 500', { type: 'Point', coordinates: [500, 31] }, 'out-of-range'],
    [
      'a line of one point',
      {
        type: 'LineString',
        coordinates: [
          [105, 31],
          [105, 31],
        ],
      },
      'zero-length',
    ],
    ['a line of one position', { type: 'LineString', coordinates: [[105, 31]] }, 'too-few-positions'],
    [
      'a line that crosses itself',
      {
        type: 'LineString',
        coordinates: [
          [0, 0],
          [1, 1],
          [1, 0],
          [0, 1],
        ],
      },
      null,
    ],
  ])('%s', (_name, geometry, reason) => {
    expect(invalidity(geometry)).toBe(reason);
  });

  it('finds one crossing in a ring of thousands of edges, and none in its sound twin', () => {
    const ring = Array.from({ length: 4000 }, (_, i): Position => {
      const angle = (i / 4000) * 2 * Math.PI;
      const radius = 1000 + (i % 2) * 20;
      return [Math.cos(angle) * radius, Math.sin(angle) * radius];
    });
    expect(invalidity(polygon([...ring, ring[0]!]))).toBeNull();
    const crossed = [...ring];
    [crossed[100], crossed[103]] = [crossed[103]!, crossed[100]!];
    expect(invalidity(polygon([...crossed, crossed[0]!]))).toBe('self-intersection');
  });

  it('does not depend on where a ring starts or which way it runs', () => {
    const point = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }));
    fc.assert(
      fc.property(
        fc.uniqueArray(point, { minLength: 4, maxLength: 8, selector: String }),
        fc.nat(),
        (points, n) => {
          const turn = n % points.length;
          const rotated = [...points.slice(turn), ...points.slice(0, turn)];
          const verdict = invalidity(polygon([...points, points[0]!]));
          expect(invalidity(polygon([...rotated, rotated[0]!]))).toBe(verdict);
          const reversed = [...points].reverse();
          expect(invalidity(polygon([...reversed, reversed[0]!]))).toBe(verdict);
        },
      ),
    );
  });

  it('never throws on whatever coordinates', () => {
    const number = fc.oneof(fc.double(), fc.constantFrom(0, 1, -1, 180, 1e300));
    const ring = fc.array(fc.tuple(number, number), { maxLength: 7 });
    fc.assert(
      fc.property(fc.array(fc.array(ring, { maxLength: 3 }), { maxLength: 3 }), (coordinates) => {
        const reason = invalidity({ type: 'MultiPolygon', coordinates });
        expect(reason === null || typeof reason === 'string').toBe(true);
      }),
    );
  });
});
