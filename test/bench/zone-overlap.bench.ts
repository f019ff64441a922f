import { buffer, featureCollection, intersect, polygon } from '@turf/turf';
import { bench, describe } from 'vitest';
import { overlap } from '../../src/geo/overlap';
import { zoneOverlapArea } from '../../src/geo/zone-overlap';
import { mapPositions, planar, type XY } from '../builders/planar';
import { randomSource } from '../builders/random';
import { starRing } from '../builders/shapes';

/** 200 seeded pairs of a parcel of 8 corners and a campus of 12, some 100 m apart, and a control band of 50 m. */
const random = randomSource(2024);
const DISTANCE_M = 50;

/** Radius of Turf's sphere: metres of the plane on a patch at its equator. */
const SPHERE_M = 6371008.8;
const toDegrees = (metres: number): number => (metres / SPHERE_M) * (180 / Math.PI);

function shape(corners: number, x: number, y: number, size: number): XY[] {
  const ring = starRing(
    x,
    y,
    Array.from({ length: corners }, () => size * (0.6 + 0.8 * random())),
  );
  return [...ring, ring[0]!];
}

const pairs = Array.from({ length: 200 }, () => {
  const object = shape(8, 160 * (random() - 0.5), 160 * (random() - 0.5), 40);
  const subject = shape(12, 0, 0, 60);
  const onPatch = (ring: XY[]) => {
    const moved = mapPositions({ type: 'Polygon', coordinates: [ring] }, (x, y) => [
      toDegrees(x),
      toDegrees(y),
    ]);
    return polygon(moved.type === 'Polygon' ? moved.coordinates : []);
  };
  const around = buffer(onPatch(subject), DISTANCE_M, { units: 'meters', steps: 64 });
  if (!around) throw new Error('Turf made no buffer');
  return {
    object: planar({ type: 'Polygon', coordinates: [object] }),
    subject: planar({ type: 'Polygon', coordinates: [subject] }),
    turfPair: featureCollection([onPatch(object), onPatch(subject)]),
    turfZone: featureCollection([onPatch(object), around]),
  };
});

describe('object with zone, 200 pairs', () => {
  bench('zoneOverlapArea', () => {
    for (const { object, subject } of pairs) zoneOverlapArea(object, subject, DISTANCE_M);
  });
  bench('turf.intersect with a ready buffer of 64 steps', () => {
    for (const { turfZone } of pairs) intersect(turfZone);
  });
});

describe('object with subject, 200 pairs', () => {
  bench('overlap', () => {
    for (const { object, subject } of pairs) overlap(object, subject);
  });
  bench('turf.intersect', () => {
    for (const { turfPair } of pairs) intersect(turfPair);
  });
});
