import { describe, expect, it } from 'vitest';
import { canonicalGeometry } from '../../../src/domain/canonical-geometry';
import type { FeatureGeometry } from '../../../src/domain/feature';

const outer = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
  [0, 0],
];
const holeA = [
  [0.2, 0.2],
  [0.2, 0.4],
  [0.4, 0.4],
  [0.2, 0.2],
];
const holeB = [
  [0.6, 0.6],
  [0.6, 0.8],
  [0.8, 0.8],
  [0.6, 0.6],
];
const polygon = (...coordinates: number[][][]): FeatureGeometry => ({ type: 'Polygon', coordinates });
const multi = (...coordinates: number[][][][]): FeatureGeometry => ({ type: 'MultiPolygon', coordinates });
const turned = (ring: number[][], n: number) => {
  const open = ring.slice(0, -1);
  return [...open.slice(n), ...open.slice(0, n), open[n]!];
};

describe('the canonical geometry', () => {
  const canonical = canonicalGeometry(polygon(outer, holeA, holeB));

  it.each([
    ['another start', polygon(turned(outer, 2), turned(holeA, 1), holeB)],
    ['another direction', polygon([...outer].reverse(), [...holeA].reverse(), holeB)],
    ['holes in another order', polygon(outer, holeB, holeA)],
    ['one part of a multi-geometry', multi([outer, holeA, holeB])],
    [
      'noise below 1e-9°',
      polygon(
        outer.map(([x, y]) => [x! + 1e-11, y! - 1e-11]),
        holeA,
        holeB,
      ),
    ],
    [
      'heights',
      polygon(
        outer.map(([x, y]) => [x!, y!, 7]),
        holeA,
        holeB,
      ),
    ],
    ['rings that are not closed', polygon(outer.slice(0, -1), holeA, holeB)],
  ])('is the same with %s', (_what, geometry) => {
    expect(canonicalGeometry(geometry)).toEqual(canonical);
  });

  it.each([
    [
      'another vertex',
      polygon(
        [
          [0, 0],
          [1, 0],
          [1, 1.000001],
          [0, 1],
          [0, 0],
        ],
        holeA,
        holeB,
      ),
    ],
    ['a hole less', polygon(outer, holeA)],
    [
      'a part more',
      multi(
        [outer, holeA, holeB],
        [
          [
            [5, 5],
            [6, 5],
            [6, 6],
            [5, 5],
          ],
        ],
      ),
    ],
  ])('is another with %s', (_what, geometry) => {
    expect(canonicalGeometry(geometry)).not.toEqual(canonical);
  });

  it('sorts parts and turns lines', () => {
    const far = [
      [
        [5, 5],
        [6, 5],
        [6, 6],
        [5, 5],
      ],
    ];
    expect(canonicalGeometry(multi([outer], far))).toEqual(canonicalGeometry(multi(far, [outer])));
    const line = [
      [3, 1],
      [2, 2],
      [1, 5],
    ];
    expect(canonicalGeometry({ type: 'LineString', coordinates: line })).toEqual(
      canonicalGeometry({ type: 'MultiLineString', coordinates: [[...line].reverse()] }),
    );
    expect(
      canonicalGeometry({
        type: 'MultiPoint',
        coordinates: [
          [2, 2],
          [1, 1],
        ],
      }),
    ).toEqual(
      canonicalGeometry({
        type: 'MultiPoint',
        coordinates: [
          [1, 1],
          [2, 2],
        ],
      }),
    );
    expect(canonicalGeometry({ type: 'Point', coordinates: [-0, 0] }).parts).toEqual([[[[0, 0]]]]);
  });

  it('starts a ring that passes its least vertex twice the same way', () => {
    const eight = [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 0],
      [2, 3],
      [3, 2],
      [0, 0],
    ];
    expect(canonicalGeometry(polygon(turned(eight, 3)))).toEqual(canonicalGeometry(polygon(eight)));
  });
});
