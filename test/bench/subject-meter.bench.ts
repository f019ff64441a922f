import { buffer, featureCollection, intersect, pointToPolygonDistance, polygon } from '@turf/turf';
import { bench, describe } from 'vitest';
import { leastDistance } from '../../src/geo/distance';
import type { PlanarGeometry } from '../../src/geo/planar-geometry';
import { createSubjectMeter, type SubjectMeter } from '../../src/geo/subject-meter';
import { zoneOverlapArea } from '../../src/geo/zone-overlap';
import { planar, type XY } from '../builders/planar';
import { randomSource } from '../builders/random';
import { starRing } from '../builders/shapes';
import { shapeTable } from '../builders/shape-table';

/**
 * A thousand seeded pairs in each group, so that a mean in milliseconds is the microseconds of one pair, and a
 * thousandth of it its nanoseconds: parcels of 12 corners, and as subjects points and campuses of 8 corners, half of
 * them concave. Turf, some thousand times slower, gets ten pairs.
 */
const PAIRS = 1000;
const TURF_PAIRS = 10;
const random = randomSource(2026);

/** Radius of Turf's sphere: metres of the plane on a patch at its equator. */
const SPHERE_M = 6371008.8;
const toDegrees = (metres: number): number => (metres / SPHERE_M) * (180 / Math.PI);

function closedRing(x: number, y: number, radii: readonly number[]): XY[] {
  const ring = starRing(x, y, radii);
  return [...ring, ring[0]!];
}

function parcelRing(x: number, y: number): XY[] {
  return closedRing(
    x,
    y,
    Array.from({ length: 12 }, () => 30 + 10 * random()),
  );
}

function campusRing(i: number): XY[] {
  const size = 50 + 50 * random();
  const dented = (corner: number): number => (i % 2 === 0 && corner % 3 === 1 ? 0.5 : 0.95);
  return closedRing(
    0,
    0,
    Array.from({ length: 8 }, (_, corner) => size * (dented(corner) + 0.05 * random())),
  );
}

/** The ring of a parcel whose middle is so far from the origin, in any direction. */
function parcelAt(distance: number): XY[] {
  const angle = 2 * Math.PI * random();
  return parcelRing(distance * Math.cos(angle), distance * Math.sin(angle));
}

interface Group {
  readonly parcels: readonly XY[][];
  readonly subjects: readonly { readonly geometry: PlanarGeometry; readonly ring: XY[] | null }[];
  readonly objects: readonly PlanarGeometry[];
  readonly table: ReturnType<typeof shapeTable>;
  readonly meters: readonly SubjectMeter[];
}

/** Subjects at the origin and parcels around it; twenty subjects serve all pairs in turn, as a site does in a check. */
function group(kind: 'points' | 'campuses', parcels: readonly XY[][]): Group {
  const subjects = Array.from({ length: 20 }, (_, i) => {
    const ring = kind === 'points' ? null : campusRing(i);
    return {
      ring,
      geometry: planar(
        ring
          ? { type: 'Polygon', coordinates: [ring] }
          : { type: 'Point', coordinates: [random(), random()] },
      ),
    };
  });
  const objects = parcels.map((ring) => planar({ type: 'Polygon', coordinates: [ring] }));
  return {
    parcels,
    subjects,
    objects,
    table: shapeTable(objects),
    meters: subjects.map(({ geometry }) => createSubjectMeter(geometry)),
  };
}

const subjectOf = (i: number): number => Math.floor((20 * i) / PAIRS);

function onPatch(ring: readonly XY[]) {
  return polygon([ring.map(([x, y]): XY => [toDegrees(x), toDegrees(y)])]);
}

/** Keeps what is measured from being optimised away. */
const sink = new Float64Array(1);

for (const kind of ['points', 'campuses'] as const) {
  const apart = group(
    kind,
    Array.from({ length: PAIRS }, () => parcelAt(150 + 850 * Math.sqrt(random()))),
  );
  describe(`distance, ${kind} and parcels up to 1000 m away, ${PAIRS} pairs`, () => {
    bench('SubjectMeter.distance', () => {
      for (let i = 0; i < PAIRS; i++)
        sink[0]! += apart.meters[subjectOf(i)]!.distance(apart.table, i, Infinity);
    });
    bench('leastDistance', () => {
      for (let i = 0; i < PAIRS; i++) {
        sink[0]! += leastDistance(apart.subjects[subjectOf(i)]!.geometry, apart.objects[i]!);
      }
    });
    if (kind === 'points') {
      const turfParcels = apart.parcels.slice(0, TURF_PAIRS).map(onPatch);
      bench(`turf.pointToPolygonDistance, ${TURF_PAIRS} pairs`, () => {
        for (const parcel of turfParcels) sink[0]! += pointToPolygonDistance([0, 0], parcel);
      });
    }
  });

  for (const radius of [50, 300, 1000]) {
    const reach = radius + (kind === 'points' ? 0 : 75);
    const crossing = group(
      kind,
      Array.from({ length: PAIRS }, () => parcelAt(reach + 20 * (random() - 0.5))),
    );
    describe(`overlap, parcels across the boundary of ${kind}' zones of ${radius} m, ${PAIRS} pairs`, () => {
      bench('SubjectMeter.overlap', () => {
        for (let i = 0; i < PAIRS; i++) {
          sink[0]! += crossing.meters[subjectOf(i)]!.overlap(crossing.table, i, radius, 0);
        }
      });
      bench('zoneOverlapArea', () => {
        for (let i = 0; i < PAIRS; i++) {
          sink[0]! += zoneOverlapArea(
            crossing.objects[i]!,
            crossing.subjects[subjectOf(i)]!.geometry,
            radius,
          );
        }
      });
      const { ring } = crossing.subjects[0]!;
      const turfSubject = ring ? onPatch(ring) : { type: 'Point' as const, coordinates: [0, 0] };
      const zone = buffer(turfSubject, radius, { units: 'meters', steps: 64 });
      if (!zone) throw new Error('Turf made no buffer');
      const turfPairs = crossing.parcels
        .slice(0, TURF_PAIRS)
        .map((parcel) => featureCollection([onPatch(parcel), zone]));
      bench(`turf.intersect with a ready buffer of 64 steps, ${TURF_PAIRS} pairs`, () => {
        for (const pair of turfPairs) intersect(pair);
      });
    });
  }
}

describe('a campus made ready, and its zones of 50, 200, 300, 500 and 1000 m, 1000 campuses', () => {
  const campuses = Array.from({ length: PAIRS }, (_, i) =>
    planar({ type: 'Polygon', coordinates: [campusRing(i)] }),
  );
  bench('createSubjectMeter and zoneArea', () => {
    for (const campus of campuses) {
      const meter = createSubjectMeter(campus);
      for (const radius of [50, 200, 300, 500, 1000]) sink[0]! += meter.zoneArea(radius);
    }
  });
});
