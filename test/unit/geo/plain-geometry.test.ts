import fc from 'fast-check';
import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { plainWinding, reverseRing, RingLook } from '../../../src/geo/plain-geometry';
import { repairGeometry } from '../../../src/geo/repair';
import { invalidity } from '../../../src/geo/validity';
import { starRing } from '../../builders/shapes';

const look = new RingLook();

/** Whether rings are plain, each polygon's first ring a shell and the others its holes. */
function isPlain(polygons: readonly Position[][][]): boolean {
  const rings = polygons.flat();
  const xy = Float64Array.from(rings.flat(2));
  const partEnds = new Uint32Array(rings.length);
  const holes = Uint8Array.from(polygons.flatMap((each) => each.map((_ring, i) => (i > 0 ? 1 : 0))));
  let end = 0;
  rings.forEach((ring, part) => (partEnds[part] = end += ring.length));
  const windings = rings.map((ring, part) =>
    plainWinding(xy, partEnds[part]! - ring.length, partEnds[part]!),
  );
  if (windings.includes(0)) return false;
  rings.forEach((ring, part) => {
    if (windings[part]! > 0 === (holes[part] === 1))
      reverseRing(xy, partEnds[part]! - ring.length, partEnds[part]!);
  });
  return look.areApart(xy, partEnds, holes, 0, rings.length);
}

/** Corners on a fine lattice around 1e-9°, where edges nearly touch, or on a coarse one, where they meet. */
const lattice = (unit: number) =>
  fc
    .array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })), {
      minLength: 3,
      maxLength: 9,
    })
    .map((spots) => {
      const ring = spots.map(([x, y]): Position => [106 + x * unit, 31 + y * unit]);
      return [...ring, ring[0]!];
    });
const nudged = fc
  .tuple(lattice(1e-4), fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 20, maxLength: 20 }))
  .map(([ring, by]) => {
    const moved = ring
      .slice(0, -1)
      .map(([x, y], i): Position => [x! + by[i]! * 1e-9, y! - by[i + 9]! * 1e-9]);
    return [...moved, moved[0]!];
  });
const ring = fc.oneof(lattice(1e-4), lattice(2e-9), lattice(5e-7), nudged);

describe('what is plain', () => {
  it('has nothing to repair but its winding, and no fault', () => {
    const polygons = fc.array(fc.array(ring, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 2 });
    fc.assert(
      fc.property(polygons, (coordinates) => {
        if (!isPlain(coordinates)) return;
        const repaired = repairGeometry({ type: 'MultiPolygon', coordinates });
        expect(repaired.reasons.filter((reason) => reason !== 'wrong-winding')).toEqual([]);
        expect(invalidity(repaired.geometry)).toBeNull();
      }),
      { numRuns: 20_000 },
    );
  });

  it('is every star, and a polygon with holes and an island apart', () => {
    const radii = fc.array(fc.double({ min: 2e-4, max: 9e-4, noNaN: true }), { minLength: 3, maxLength: 40 });
    fc.assert(
      fc.property(radii, (list) => {
        const corners = starRing(106, 31, list) as Position[];
        expect(isPlain([[[...corners, corners[0]!]]])).toBe(true);
      }),
    );
    const box = (x: number, y: number, size: number): Position[] => [
      [x, y],
      [x + size, y],
      [x + size, y + size],
      [x, y + size],
      [x, y],
    ];
    expect(isPlain([[box(0, 0, 10), box(1, 1, 2), box(5, 5, 2)], [box(20, 0, 5)]])).toBe(true);
  });

  it.each<[string, Position[][][]]>([
    [
      'a bow-tie',
      [
        [
          [
            [0, 0],
            [1, 1],
            [1, 0],
            [0, 1],
            [0, 0],
          ],
        ],
      ],
    ],
    [
      'a spike',
      [
        [
          [
            [0, 0],
            [2, 0],
            [1, 0],
            [1, 1],
            [0, 0],
          ],
        ],
      ],
    ],
    [
      'a hole outside',
      [
        [
          [
            [0, 0],
            [1, 0],
            [1, 1],
            [0, 0],
          ],
          [
            [2, 2],
            [2, 3],
            [3, 3],
            [2, 2],
          ],
        ],
      ],
    ],
    [
      'a hole in a hole',
      [
        [
          [
            [0, 0],
            [9, 0],
            [9, 9],
            [0, 9],
            [0, 0],
          ],
          [
            [1, 1],
            [1, 8],
            [8, 8],
            [8, 1],
            [1, 1],
          ],
          [
            [2, 2],
            [2, 3],
            [3, 3],
            [2, 2],
          ],
        ],
      ],
    ],
    [
      'a polygon inside another',
      [
        [
          [
            [0, 0],
            [9, 0],
            [9, 9],
            [0, 9],
            [0, 0],
          ],
        ],
        [
          [
            [1, 1],
            [2, 1],
            [2, 2],
            [1, 1],
          ],
        ],
      ],
    ],
  ])('is not %s', (_name, polygons) => {
    expect(isPlain(polygons)).toBe(false);
  });
});
