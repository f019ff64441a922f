import type { PlanarGeometry } from './planar-geometry';

/** Below this many metres two things are in the same place: float noise of coordinates up to 1000 km. */
export const COINCIDENT_M = 1e-9;

/**
 * The straight pieces of a geometry, four numbers each (`ax, ay, bx, by`): the edges of lines and rings, and each
 * point as a piece of no length.
 */
export function segmentsOf(geometry: PlanarGeometry): Float64Array {
  const { xy, partEnds, dimension } = geometry;
  const vertices = xy.length / 2;
  const count = dimension === 0 ? vertices : vertices - partEnds.length;
  const out = new Float64Array(4 * Math.max(0, count));
  let at = 0;
  let start = 0;
  for (const end of partEnds) {
    if (dimension === 0) {
      for (let v = start; v < end; v++) {
        out[at++] = xy[2 * v]!;
        out[at++] = xy[2 * v + 1]!;
        out[at++] = xy[2 * v]!;
        out[at++] = xy[2 * v + 1]!;
      }
    } else {
      for (let v = start; v + 1 < end; v++) {
        out[at++] = xy[2 * v]!;
        out[at++] = xy[2 * v + 1]!;
        out[at++] = xy[2 * v + 2]!;
        out[at++] = xy[2 * v + 3]!;
      }
    }
    start = end;
  }
  return out;
}

/** Where on the piece `a–b` the point nearest to `(x, y)` lies: 0 at `a`, 1 at `b`. */
export function nearestParameter(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  x: number,
  y: number,
): number {
  const dx = bx - ax;
  const dy = by - ay;
  const length2 = dx * dx + dy * dy;
  if (length2 === 0) return 0;
  return Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length2));
}

/** Squared distance from `(x, y)` to the piece `a–b`. */
export function pointSegment2(ax: number, ay: number, bx: number, by: number, x: number, y: number): number {
  const t = nearestParameter(ax, ay, bx, by, x, y);
  const dx = ax + t * (bx - ax) - x;
  const dy = ay + t * (by - ay) - y;
  return dx * dx + dy * dy;
}
