import type { Position } from 'geojson';
import type { SnapLines } from '../engine/protocol';

/** How far one degree reaches on the screen, in pixels, at some place and zoom. */
interface ScreenScale {
  readonly lonPx: number;
  readonly latPx: number;
}

export interface SnapHit {
  readonly position: Position;
  readonly onto: 'vertex' | 'edge';
}

/** Reach of a snap around the pointer. */
const SNAP_PX = 12;

/** MapLibre's world is 512 px wide at zoom 0. */
const WORLD_PX = 512;

/**
 * Pixels per degree of the Web Mercator map at a latitude (degrees) and zoom. Locally conformal: a degree of
 * latitude is 1/cos(lat) times as long on the screen as one of longitude.
 */
export function screenScale(lat: number, zoom: number): ScreenScale {
  const lonPx = (WORLD_PX * 2 ** zoom) / 360;
  return { lonPx, latPx: lonPx / Math.cos((lat * Math.PI) / 180) };
}

/**
 * Where a pointer at `at` snaps to: the nearest vertex within `reachPx`, else the nearest place on an edge within
 * it, else nothing. A vertex is given exactly as it is in the data, so that sites share corners to the last digit.
 */
export function snap(
  { lonLat, ends }: SnapLines,
  at: Position,
  scale: ScreenScale,
  reachPx: number = SNAP_PX,
): SnapHit | null {
  const [atLon = NaN, atLat = NaN] = at;
  const px = (vertex: number) => (lonLat[2 * vertex]! - atLon) * scale.lonPx;
  const py = (vertex: number) => (lonLat[2 * vertex + 1]! - atLat) * scale.latPx;
  const reach2 = reachPx * reachPx;
  let vertexBest = reach2;
  let vertexAt = -1;
  let edgeBest = reach2;
  let edgeAt = -1;
  let edgeShare = 0;
  let first = 0;
  for (const end of ends) {
    for (let vertex = first; vertex < end; vertex++) {
      const x = px(vertex);
      const y = py(vertex);
      const toVertex = x * x + y * y;
      if (toVertex <= vertexBest) {
        vertexBest = toVertex;
        vertexAt = vertex;
      }
      if (vertexAt >= 0 || vertex + 1 >= end) continue;
      const dx = px(vertex + 1) - x;
      const dy = py(vertex + 1) - y;
      const length2 = dx * dx + dy * dy;
      if (length2 === 0) continue;
      const share = Math.min(1, Math.max(0, -(x * dx + y * dy) / length2));
      const toEdge = (x + share * dx) ** 2 + (y + share * dy) ** 2;
      if (toEdge <= edgeBest) {
        edgeBest = toEdge;
        edgeAt = vertex;
        edgeShare = share;
      }
    }
    first = end;
  }
  if (vertexAt >= 0) {
    return { position: [lonLat[2 * vertexAt]!, lonLat[2 * vertexAt + 1]!], onto: 'vertex' };
  }
  if (edgeAt < 0) return null;
  const along = (ordinate: 0 | 1) => {
    const from = lonLat[2 * edgeAt + ordinate]!;
    return from + edgeShare * (lonLat[2 * edgeAt + 2 + ordinate]! - from);
  };
  return { position: [along(0), along(1)], onto: 'edge' };
}
