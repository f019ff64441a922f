import type { PlanarGeometry } from './planar-geometry';
import { segmentsOf } from './segments';

/** Numbers kept of each piece of a subject: start, vector to the end, 1 / squared length (0 for no length). */
export const PIECE = 5;

/** The straight pieces of a geometry, `PIECE` numbers each; a point is a piece of no length. */
export function piecesOf(geometry: PlanarGeometry): Float64Array {
  const segments = segmentsOf(geometry);
  const count = segments.length / 4;
  const pieces = new Float64Array(PIECE * count);
  for (let i = 0; i < count; i++) {
    const x = segments[4 * i]!;
    const y = segments[4 * i + 1]!;
    const dx = segments[4 * i + 2]! - x;
    const dy = segments[4 * i + 3]! - y;
    const length2 = dx * dx + dy * dy;
    pieces[PIECE * i] = x;
    pieces[PIECE * i + 1] = y;
    pieces[PIECE * i + 2] = dx;
    pieces[PIECE * i + 3] = dy;
    pieces[PIECE * i + 4] = length2 > 0 ? 1 / length2 : 0;
  }
  return pieces;
}

/** The vertices of a geometry as pieces of no length (`x, y, x, y`), the last of a ring not again. */
export function verticesOf({ dimension, xy, partEnds }: PlanarGeometry): Float64Array {
  const closing = dimension === 2 ? 1 : 0;
  const vertices = new Float64Array(4 * (xy.length / 2 - closing * partEnds.length));
  let at = 0;
  let v = 0;
  for (const end of partEnds) {
    for (; v < end - closing; v++, at += 4) {
      vertices[at] = vertices[at + 2] = xy[2 * v]!;
      vertices[at + 1] = vertices[at + 3] = xy[2 * v + 1]!;
    }
    v = end;
  }
  return vertices;
}

/** Squared distance from a point to the piece whose numbers begin at a place. */
export function pointPiece2(pieces: Float64Array, at: number, x: number, y: number): number {
  const ax = x - pieces[at]!;
  const ay = y - pieces[at + 1]!;
  const dx = pieces[at + 2]!;
  const dy = pieces[at + 3]!;
  const t = (ax * dx + ay * dy) * pieces[at + 4]!;
  if (t <= 0) return ax * ax + ay * ay;
  if (t >= 1) return (ax - dx) * (ax - dx) + (ay - dy) * (ay - dy);
  const across = ax * dy - ay * dx;
  return across * across * pieces[at + 4]!;
}

/** Squared distance from a point to the nearest piece. */
export function pointPieces2(pieces: Float64Array, x: number, y: number): number {
  let best2 = Infinity;
  for (let at = 0; at < pieces.length; at += PIECE) {
    const gap2 = pointPiece2(pieces, at, x, y);
    if (gap2 < best2) best2 = gap2;
  }
  return best2;
}
