import type { PlanarGeometry } from './planar-geometry';
import { COINCIDENT_M } from './segments';
import type { ShapeTable } from './shape-table';
import { dimensionAt, firstPartOf, firstVertexOf } from './shape-views';
import { PIECE, pointPieces2 } from './subject-pieces';

/** Pieces of the subject that may be nearest to the shape in hand; grows as needed. */
let nearPieces = new Int32Array(256);

/**
 * Least squared distance between the pieces of a subject and those of a shape, 0 where two cross: the search over all
 * pairs, passing over those whose boxes are farther apart than the nearest pair so far. Infinity for nothing.
 */
export function searchByBoxes(
  subject: PlanarGeometry,
  pieces: Float64Array,
  shapes: ShapeTable,
  shape: number,
): number {
  const { xy, partEnds, featureEnds, boxes } = shapes;
  let part = firstPartOf(shapes, shape);
  const lastPart = featureEnds[shape]!;
  let v = firstVertexOf(shapes, part);
  let best2 = pointPieces2(pieces, xy[2 * v]!, xy[2 * v + 1]!);
  const minX = boxes[4 * shape]!;
  const minY = boxes[4 * shape + 1]!;
  const maxX = boxes[4 * shape + 2]!;
  const maxY = boxes[4 * shape + 3]!;
  if (pieces.length > PIECE * nearPieces.length) nearPieces = new Int32Array(pieces.length);
  let near = 0;
  for (let at = 0; at < pieces.length; at += PIECE) {
    const x = pieces[at]!;
    const y = pieces[at + 1]!;
    const gap2 = pieceGap2(x, y, x + pieces[at + 2]!, y + pieces[at + 3]!, minX, minY, maxX, maxY);
    if (gap2 <= best2) nearPieces[near++] = at;
  }
  // A point is a piece from itself to itself.
  const step = dimensionAt(shapes, shape) === 0 ? 0 : 1;
  for (; part < lastPart; part++) {
    const end = partEnds[part]!;
    for (; v + step < end; v++) {
      const ax = xy[2 * v]!;
      const ay = xy[2 * v + 1]!;
      const bx = xy[2 * (v + step)]!;
      const by = xy[2 * (v + step) + 1]!;
      const gap2 = pieceGap2(ax, ay, bx, by, subject.minX, subject.minY, subject.maxX, subject.maxY);
      if (gap2 > best2) continue;
      best2 = nearestOf(pieces, near, ax, ay, bx, by, best2);
      if (best2 <= COINCIDENT_M * COINCIDENT_M) return 0;
    }
    v = end;
  }
  return best2;
}

/** The lesser of `best2` and the squared distance from the piece `a–b` to the near pieces of the subject. */
function nearestOf(
  pieces: Float64Array,
  near: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
  best2: number,
): number {
  const minX = Math.min(ax, bx);
  const minY = Math.min(ay, by);
  const maxX = Math.max(ax, bx);
  const maxY = Math.max(ay, by);
  for (let n = 0; n < near; n++) {
    const at = nearPieces[n]!;
    const cx = pieces[at]!;
    const cy = pieces[at + 1]!;
    const dx = cx + pieces[at + 2]!;
    const dy = cy + pieces[at + 3]!;
    if (pieceGap2(cx, cy, dx, dy, minX, minY, maxX, maxY) > best2) continue;
    const gap2 = piecesGap2(ax, ay, bx, by, cx, cy, dx, dy);
    if (gap2 < best2) best2 = gap2;
  }
  return best2;
}

/** Squared gap between the box of the piece `a–b` and another box. */
function pieceGap2(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  minX: number,
  minY: number,
  maxX: number,
  maxY: number,
): number {
  const gapX = Math.max(minX - (ax > bx ? ax : bx), (ax < bx ? ax : bx) - maxX);
  const gapY = Math.max(minY - (ay > by ? ay : by), (ay < by ? ay : by) - maxY);
  return (gapX > 0 ? gapX * gapX : 0) + (gapY > 0 ? gapY * gapY : 0);
}

/** Squared distance between the pieces `a–b` and `c–d`, 0 where they cross. */
function piecesGap2(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
): number {
  const ux = bx - ax;
  const uy = by - ay;
  const wx = dx - cx;
  const wy = dy - cy;
  const sideC = ux * (cy - ay) - uy * (cx - ax);
  const sideD = ux * (dy - ay) - uy * (dx - ax);
  const sideA = wx * (ay - cy) - wy * (ax - cx);
  const sideB = wx * (by - cy) - wy * (bx - cx);
  if (sideC * sideD < 0 && sideA * sideB < 0) return 0;
  return Math.min(
    pieceEndGap2(ax - cx, ay - cy, wx, wy, sideA),
    pieceEndGap2(bx - cx, by - cy, wx, wy, sideB),
    pieceEndGap2(cx - ax, cy - ay, ux, uy, sideC),
    pieceEndGap2(dx - ax, dy - ay, ux, uy, sideD),
  );
}

/** Squared distance from the point `p` to the piece from the origin to `u`, where `side` is u × p. */
function pieceEndGap2(px: number, py: number, ux: number, uy: number, side: number): number {
  const along = px * ux + py * uy;
  if (along <= 0) return px * px + py * py;
  const length2 = ux * ux + uy * uy;
  if (along >= length2) return (px - ux) ** 2 + (py - uy) ** 2;
  return (side * side) / length2;
}
