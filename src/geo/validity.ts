import type { Position } from 'geojson';
import { boxOf, positionsOf, type FeatureGeometry } from '../domain/feature';
import { doubleSignedArea, samePoint, sideOfRing } from './ring';
import { findCrossing } from './ring-crossings';
import { hasSpike } from './spike';

export const VALIDITY_REASONS = [
  'empty-geometry',
  'not-finite',
  'out-of-range',
  'too-few-positions',
  'zero-length',
  'zero-area',
  'self-intersection',
  'hole-outside-shell',
  'overlapping-holes',
  'overlapping-polygons',
] as const;
export type ValidityReason = (typeof VALIDITY_REASONS)[number];

/** What lies within this (degrees, about 0.2 mm) of a line touches it: coordinates are kept to half of it. */
const TOUCH_DEG = 2e-9;

/** A ring of less than this, in m², is a line or a point: 1 cm². */
const LEAST_AREA_M2 = 1e-4;

/** Metres in a degree of latitude, near enough to tell an area from none. */
const DEGREE_M = 111_320;

/**
 * Why a geometry in lon/lat cannot be used; null if it can. Rings must be closed, either winding will do. Never
 * throws. Rings and polygons may touch each other at points and along edges, but not cross or overlap; a ring that runs
 * out and back along one line overlaps itself.
 */
export function invalidity(geometry: FeatureGeometry): ValidityReason | null {
  const range = rangeFault(geometry);
  if (range) return range;
  switch (geometry.type) {
    case 'Point':
    case 'MultiPoint':
      return null;
    case 'LineString':
      return lineFault(geometry.coordinates);
    case 'MultiLineString':
      return firstFault(geometry.coordinates, lineFault);
    case 'Polygon':
      return polygonsFault([geometry.coordinates]);
    case 'MultiPolygon':
      return polygonsFault(geometry.coordinates);
  }
}

function rangeFault(geometry: FeatureGeometry): ValidityReason | null {
  let count = 0;
  let outside = false;
  for (const [lon = NaN, lat = NaN] of positionsOf(geometry)) {
    count++;
    if (!Number.isFinite(lon) || !Number.isFinite(lat)) return 'not-finite';
    outside ||= Math.abs(lon) > 180 || Math.abs(lat) > 90;
  }
  if (outside) return 'out-of-range';
  return count === 0 ? 'empty-geometry' : null;
}

function lineFault(line: readonly Position[]): ValidityReason | null {
  if (line.length < 2) return 'too-few-positions';
  return line.every((position) => samePoint(position, line[0])) ? 'zero-length' : null;
}

function polygonsFault(polygons: readonly (readonly Position[][])[]): ValidityReason | null {
  const shapeFault =
    firstFault(polygons, (rings) => (rings.length === 0 ? 'empty-geometry' : null)) ??
    firstFault(polygons, (rings) => firstFault(rings, ringFault));
  if (shapeFault) return shapeFault;
  const crossing = findCrossing(polygons, TOUCH_DEG);
  if (crossing) return crossing[0] === crossing[1] ? 'self-intersection' : 'overlapping-polygons';
  return (
    firstFault(polygons, (rings) => (rings.some(isSpiked) ? 'self-intersection' : null)) ??
    firstFault(polygons, holesFault) ??
    overlapFault(polygons)
  );
}

function isSpiked(ring: readonly Position[]): boolean {
  return hasSpike(ring, TOUCH_DEG);
}

function ringFault(ring: readonly Position[]): ValidityReason | null {
  if (ring.length < 4) return 'too-few-positions';
  const squareM = (DEGREE_M ** 2 * Math.cos((ring[0]![1]! * Math.PI) / 180)) / 2;
  if (Math.abs(doubleSignedArea(ring)) * squareM >= LEAST_AREA_M2) return null;
  // A bow-tie with two equal halves sums to nothing too: its fault is that it crosses itself.
  return findCrossing([[ring]], TOUCH_DEG) ? 'self-intersection' : 'zero-area';
}

function holesFault(rings: readonly Position[][]): ValidityReason | null {
  const [shell = [], ...holes] = rings;
  for (const hole of holes) if (meets(hole, shell, -1)) return 'hole-outside-shell';
  for (let i = 0; i < holes.length; i++) {
    for (let j = 0; j < i; j++) if (ringsOverlap(holes[i]!, holes[j]!)) return 'overlapping-holes';
  }
  return null;
}

function overlapFault(polygons: readonly (readonly Position[][])[]): ValidityReason | null {
  const boxes = polygons.map((rings) => boxOfRing(rings[0]!));
  for (let i = 0; i < polygons.length; i++) {
    for (let j = 0; j < i; j++) {
      if (!boxesOverlap(boxes[i]!, boxes[j]!)) continue;
      if (entersPolygon(polygons[i]!, polygons[j]!) || entersPolygon(polygons[j]!, polygons[i]!)) {
        return 'overlapping-polygons';
      }
    }
  }
  return null;
}

/** Whether part of `a` lies inside `b`, not in its holes, where no ring of one crosses a ring of the other. */
function entersPolygon(a: readonly Position[][], b: readonly Position[][]): boolean {
  const [shell = [], ...holes] = b;
  return probesOf(a).some(
    ([x, y]) =>
      sideOfRing(x, y, shell, TOUCH_DEG) === 1 &&
      holes.every((hole) => sideOfRing(x, y, hole, TOUCH_DEG) === -1),
  );
}

function ringsOverlap(a: readonly Position[], b: readonly Position[]): boolean {
  return boxesOverlap(boxOfRing(a), boxOfRing(b)) && (meets(a, b, 1) || meets(b, a, 1));
}

/** Whether some probe of ring `a` lies on the given side of ring `b`. */
function meets(a: readonly Position[], b: readonly Position[], side: 1 | -1): boolean {
  return probesOf([a]).some(([x, y]) => sideOfRing(x, y, b, TOUCH_DEG) === side);
}

/** Points that show where a polygon lies: vertices and middles of its shell's edges, and one point inside it. */
function probesOf(rings: readonly (readonly Position[])[]): [number, number][] {
  const probes = edgesOf(rings[0] ?? []).flatMap(([ax, ay, bx, by]): [number, number][] => [
    [ax, ay],
    [(ax + bx) / 2, (ay + by) / 2],
  ]);
  const inside = pointInside(rings);
  if (inside) probes.push(inside);
  return probes;
}

/** A point inside a polygon: the middle of the first stretch inside, on a level between its two lowest vertices. */
function pointInside(rings: readonly (readonly Position[])[]): [number, number] | null {
  const levels = [...new Set(rings.flatMap((ring) => ring.map((position) => position[1]!)))].sort(
    (a, b) => a - b,
  );
  if (levels.length < 2) return null;
  const level = (levels[0]! + levels[1]!) / 2;
  const hits = rings
    .flatMap(edgesOf)
    .filter(([, ay, , by]) => ay > level !== by > level)
    .map(([ax, ay, bx, by]) => ax + ((bx - ax) * (level - ay)) / (by - ay))
    .sort((a, b) => a - b);
  return hits.length < 2 ? null : [(hits[0]! + hits[1]!) / 2, level];
}

function edgesOf(ring: readonly Position[]): [number, number, number, number][] {
  return ring.slice(1).map((to, i) => [ring[i]![0]!, ring[i]![1]!, to[0]!, to[1]!]);
}

type Box = readonly [number, number, number, number];

function boxOfRing(ring: readonly Position[]): Box {
  return boxOf({ type: 'LineString', coordinates: [...ring] }) ?? [NaN, NaN, NaN, NaN];
}

function boxesOverlap(a: Box, b: Box): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

function firstFault<T>(
  items: readonly T[],
  fault: (item: T) => ValidityReason | null,
): ValidityReason | null {
  for (const item of items) {
    const found = fault(item);
    if (found) return found;
  }
  return null;
}
