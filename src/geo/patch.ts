import { earthRadius } from '@turf/turf';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import type { Frame } from './frame';
import { doubleSignedArea, samePoint } from './ring';

/**
 * Turf works on a sphere in degrees; decisions are made in planar metres. A patch lets it work on those: metres
 * become a small piece of Turf's own sphere at the equator, around an origin near the geometry, where one of its
 * metres is one of ours to (extent / earth radius)² / 6: 4e-9 of a length at 1 km from the origin.
 */
export interface Patch {
  readonly toPatch: (planar: readonly [number, number]) => [number, number];
  readonly fromPatch: (position: Position) => [number, number];
}

const DEGREES = 180 / Math.PI;

export function patchAround(originX: number, originY: number): Patch {
  const metresPerDegree = earthRadius / DEGREES;
  return {
    toPatch: ([x, y]) => [(x - originX) / metresPerDegree, (y - originY) / metresPerDegree],
    fromPatch: ([lon = NaN, lat = NaN]) => [originX + lon * metresPerDegree, originY + lat * metresPerDegree],
  };
}

/**
 * Brings polygons from a patch back to lon/lat: rounded to 1e-9° (0.1 mm), wound by the right-hand rule of
 * RFC 7946, a single polygon as Polygon.
 */
export function lonLatPolygons(
  frame: Frame,
  patch: Patch,
  polygons: readonly (readonly Position[][])[],
): Polygon | MultiPolygon {
  const coordinates = polygons.map((rings) =>
    rings
      .map((ring, index) => {
        const line = ring.map((position) => {
          const [lon, lat] = frame.unproject(...patch.fromPatch(position));
          return [roundDegrees(lon), roundDegrees(lat)];
        });
        const kept = line.filter((position, i) => i === 0 || !samePoint(position, line[i - 1]));
        return doubleSignedArea(kept) > 0 === (index === 0) ? kept : kept.reverse();
      })
      .filter((ring) => ring.length >= 4),
  );
  const [only] = coordinates;
  return coordinates.length === 1 && only
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates };
}

export function polygonsOf(geometry: Polygon | MultiPolygon): readonly Position[][][] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

function roundDegrees(degrees: number): number {
  return Math.round(degrees * 1e9) / 1e9;
}
