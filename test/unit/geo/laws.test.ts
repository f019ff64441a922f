import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FeatureGeometry } from '../../../src/domain/feature';
import { perimeter, planarArea } from '../../../src/geo/area';
import { leastDistance, nearestPoints } from '../../../src/geo/distance';
import { overlap } from '../../../src/geo/overlap';
import { sharedEdgeLength } from '../../../src/geo/shared-edge';
import { zoneArea, zoneOverlapArea } from '../../../src/geo/zone-overlap';
import { mapPositions, planar, type XY } from '../../builders/planar';
import { geometries, polygons } from '../../builders/shapes';

const distances = fc.double({ min: 0.05, max: 300, noNaN: true });
const angles = fc.double({ min: 0, max: 6.28, noNaN: true });
const shifts = fc.double({ min: -40_000, max: 40_000, noNaN: true });

function moved(geometry: FeatureGeometry, angle: number, dx: number, dy: number): FeatureGeometry {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  return mapPositions(geometry, (x, y): XY => [x * cos - y * sin + dx, x * sin + y * cos + dy]);
}

/** Other first vertices and directions for the same rings. */
function rewound(geometry: FeatureGeometry, start: number, reverse: boolean): FeatureGeometry {
  if (geometry.type !== 'Polygon') return geometry;
  const coordinates = geometry.coordinates.map((ring) => {
    const first = start % ring.length;
    const turned = [...ring.slice(first), ...ring.slice(0, first)];
    return reverse ? turned.reverse() : turned;
  });
  return { type: 'Polygon', coordinates };
}

/** All measures of a pair, to compare two ways of giving the same pair. */
function measures(object: FeatureGeometry, subject: FeatureGeometry, d: number): number[] {
  const a = planar(object);
  const b = planar(subject);
  const { areaM2, perimeterM } = overlap(a, b);
  return [
    leastDistance(a, b),
    areaM2,
    perimeterM,
    zoneOverlapArea(a, b, d),
    zoneArea(b, d),
    sharedEdgeLength(a, b, 0.5),
  ];
}

function expectClose(actual: number[], expected: number[]): void {
  for (const [i, value] of actual.entries()) {
    expect(Math.abs(value - expected[i]!)).toBeLessThan(1e-5 * Math.max(1, Math.abs(expected[i]!) / 1000));
  }
}

describe('laws of the kernels', () => {
  it('distance and overlap are symmetric', () => {
    fc.assert(
      fc.property(geometries, geometries, (one, other) => {
        const a = planar(one);
        const b = planar(other);
        expect(leastDistance(a, b)).toBeCloseTo(leastDistance(b, a), 9);
        expect(overlap(a, b).areaM2).toBeCloseTo(overlap(b, a).areaM2, 7);
        expect(overlap(a, b).perimeterM).toBeCloseTo(overlap(b, a).perimeterM, 6);
      }),
    );
  });

  it('the nearest points are as far apart as the distance says', () => {
    fc.assert(
      fc.property(geometries, geometries, (one, other) => {
        const { distance, ax, ay, bx, by } = nearestPoints(planar(one), planar(other));
        expect(Math.hypot(bx - ax, by - ay)).toBeCloseTo(distance, 9);
        const end = planar({ type: 'Point', coordinates: [bx, by] });
        expect(leastDistance(planar(one), end)).toBeCloseTo(distance, 8);
        expect(leastDistance(planar(other), end)).toBeCloseTo(0, 8);
      }),
    );
  });

  it('nothing depends on where the pair lies and how it is turned', () => {
    fc.assert(
      fc.property(polygons, geometries, distances, angles, shifts, shifts, (a, b, d, angle, dx, dy) => {
        expectClose(measures(moved(a, angle, dx, dy), moved(b, angle, dx, dy), d), measures(a, b, d));
      }),
    );
  });

  it('nothing depends on the first vertex and the direction of rings', () => {
    fc.assert(
      fc.property(polygons, geometries, distances, fc.nat(11), fc.boolean(), (a, b, d, start, reverse) => {
        expectClose(
          measures(rewound(a, start, reverse), rewound(b, start + 1, !reverse), d),
          measures(a, b, d),
        );
      }),
    );
  });

  it('a polygon overlaps itself in full', () => {
    fc.assert(
      fc.property(polygons, angles, (polygon, angle) => {
        const a = planar(moved(polygon, angle, 0, 0));
        expect(overlap(a, a).areaM2).toBeCloseTo(planarArea(a), 6);
        expect(overlap(a, a).perimeterM).toBeCloseTo(perimeter(a), 6);
      }),
    );
  });

  it('the overlap with a zone grows with its distance, from the overlap itself to the whole object', () => {
    fc.assert(
      fc.property(polygons, geometries, distances, distances, (object, subject, d, more) => {
        const a = planar(object);
        const b = planar(subject);
        const near = zoneOverlapArea(a, b, d);
        const far = zoneOverlapArea(a, b, d + more);
        expect(near).toBeGreaterThanOrEqual(overlap(a, b).areaM2 - 1e-6);
        expect(far).toBeGreaterThanOrEqual(near - 1e-6);
        expect(far).toBeLessThanOrEqual(planarArea(a));
        expect(far).toBeLessThanOrEqual(zoneArea(b, d + more) + 1e-6);
        expect(zoneOverlapArea(a, b, 5000)).toBe(planarArea(a));
        const gap = leastDistance(a, b);
        if (gap >= d) expect(near).toBeCloseTo(0, 8);
        if (gap < d - 1e-3) expect(near).toBeGreaterThan(0);
      }),
    );
  });

  it('inside a large enough object lies the whole zone', () => {
    const all = planar({
      type: 'Polygon',
      coordinates: [
        [
          [-999, -999],
          [999, -999],
          [999, 999],
          [-999, 999],
        ],
      ],
    });
    fc.assert(
      fc.property(geometries, distances, (subject, d) => {
        const b = planar(subject);
        expect(zoneOverlapArea(all, b, d)).toBeCloseTo(zoneArea(b, d), 5);
      }),
    );
  });
});
