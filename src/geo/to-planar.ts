import type { FeatureGeometry } from '../domain/feature';
import type { Frame } from './frame';
import type { PlanarGeometry } from './planar-geometry';

type Positions = readonly (readonly number[])[];

/** Where a position of the source lies in the plane, metres. */
type Projector = (first: number, second: number) => readonly [number, number];

/**
 * Projects a geometry into the frame and normalises it for the kernels: heights dropped, unclosed rings closed,
 * consecutive repeated vertices dropped, outer rings counter-clockwise and holes clockwise. A line or ring of one
 * distinct vertex keeps two equal ones, so that it has a (zero-length) edge; empty parts vanish.
 */
export function toPlanar(frame: Frame, geometry: FeatureGeometry): PlanarGeometry {
  return planarFrom(geometry, (lon, lat) => frame.project(lon, lat));
}

/** `toPlanar` with any projection; the identity takes coordinates that are metres already. */
export function planarFrom(geometry: FeatureGeometry, projector: Projector): PlanarGeometry {
  const parts: number[][] = [];
  const polygonEnds: number[] = [];
  const addPart = (part: number[]): void => {
    if (part.length > 0) parts.push(part);
  };
  const addPolygon = (rings: readonly Positions[]): void => {
    const outer = ringOf(rings[0] ?? [], projector, 1);
    if (outer.length === 0) return;
    parts.push(outer);
    for (const hole of rings.slice(1)) addPart(ringOf(hole, projector, -1));
    polygonEnds.push(parts.length);
  };
  switch (geometry.type) {
    case 'Point':
      addPart(verticesOf([geometry.coordinates], projector));
      break;
    case 'MultiPoint':
      for (const position of geometry.coordinates) addPart(verticesOf([position], projector));
      break;
    case 'LineString':
      addPart(lineOf(geometry.coordinates, projector));
      break;
    case 'MultiLineString':
      for (const line of geometry.coordinates) addPart(lineOf(line, projector));
      break;
    case 'Polygon':
      addPolygon(geometry.coordinates);
      break;
    case 'MultiPolygon':
      for (const polygon of geometry.coordinates) addPolygon(polygon);
  }
  return assemble(DIMENSION[geometry.type], parts, polygonEnds);
}

const DIMENSION = {
  Point: 0,
  MultiPoint: 0,
  LineString: 1,
  MultiLineString: 1,
  Polygon: 2,
  MultiPolygon: 2,
} as const;

/** Flat coordinates without consecutive repetitions; a position without two numbers is passed over. */
function verticesOf(positions: Positions, projector: Projector): number[] {
  const flat: number[] = [];
  for (const [first, second] of positions) {
    if (first === undefined || second === undefined) continue;
    const [x, y] = projector(first, second);
    const end = flat.length;
    if (end === 0 || flat[end - 2] !== x || flat[end - 1] !== y) flat.push(x, y);
  }
  return flat;
}

function lineOf(positions: Positions, projector: Projector): number[] {
  const flat = verticesOf(positions, projector);
  if (flat.length === 2) flat.push(flat[0]!, flat[1]!);
  return flat;
}

/** A closed ring, counter-clockwise for `winding` 1 and clockwise for −1. */
function ringOf(positions: Positions, projector: Projector, winding: 1 | -1): number[] {
  const flat = verticesOf(positions, projector);
  const end = flat.length;
  if (end === 0) return flat;
  if (end === 2 || flat[0] !== flat[end - 2] || flat[1] !== flat[end - 1]) flat.push(flat[0]!, flat[1]!);
  return signedArea(flat) * winding < 0 ? reversed(flat) : flat;
}

function signedArea(ring: readonly number[]): number {
  const x0 = ring[0]!;
  const y0 = ring[1]!;
  let twice = 0;
  for (let i = 2; i + 3 < ring.length; i += 2) {
    twice += (ring[i]! - x0) * (ring[i + 3]! - y0) - (ring[i + 2]! - x0) * (ring[i + 1]! - y0);
  }
  return twice / 2;
}

function reversed(ring: readonly number[]): number[] {
  const back: number[] = [];
  for (let i = ring.length - 2; i >= 0; i -= 2) back.push(ring[i]!, ring[i + 1]!);
  return back;
}

function assemble(dimension: 0 | 1 | 2, parts: readonly number[][], polygonEnds: number[]): PlanarGeometry {
  const xy = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  const partEnds = new Uint32Array(parts.length);
  let at = 0;
  parts.forEach((part, index) => {
    xy.set(part, at);
    at += part.length;
    partEnds[index] = at / 2;
  });
  let minX = Infinity;
  let minY = Infinity;
  let maxX = -Infinity;
  let maxY = -Infinity;
  for (let i = 0; i < xy.length; i += 2) {
    const x = xy[i]!;
    const y = xy[i + 1]!;
    if (x < minX) minX = x;
    if (x > maxX) maxX = x;
    if (y < minY) minY = y;
    if (y > maxY) maxY = y;
  }
  return { dimension, xy, partEnds, polygonEnds: Uint32Array.from(polygonEnds), minX, minY, maxX, maxY };
}
