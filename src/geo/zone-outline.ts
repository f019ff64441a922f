import { offsetCurve, type OutlinePiece } from './offset-pieces';
import type { PlanarGeometry } from './planar-geometry';
import { boxOfPiece, trimmedOutline } from './trim-outline';

/** Boxes of pieces are wider than the pieces by this many metres, so that float noise loses none. */
const BOX_MARGIN_M = 1e-6;

/** Numbers kept of each line, and of each arc. */
export const LINE_STRIDE = 12;
export const ARC_STRIDE = 11;

/**
 * The boundary of everything within a radius of a subject, as directed pieces with the zone on their left.
 * Coordinates are less `(x0, y0)`, a point near the subject.
 *
 * A line is twelve numbers: its box (`minX, minY, maxX, maxY`, a little wider), start, end, the unit normal n to the
 * outside, n · start, twice the area between it and the origin. An arc, of a right angle at most, is eleven: its
 * box, start and end less its centre, centre, twice the area between it and the origin.
 */
export interface ZoneOutline {
  readonly radius: number;
  readonly x0: number;
  readonly y0: number;
  readonly lines: Float64Array;
  readonly arcs: Float64Array;
  /** m² of the whole zone. */
  readonly area: number;
}

/**
 * The outline of the zone within `radius` (> 0) metres of the subject; null where its pieces cannot be told apart,
 * as they touch. `distanceTo` gives the distance of a point to the subject, 0 inside.
 */
export function zoneOutline(
  subject: PlanarGeometry,
  radius: number,
  distanceTo: (x: number, y: number) => number,
): ZoneOutline | null {
  const x0 = (subject.minX + subject.maxX) / 2;
  const y0 = (subject.minY + subject.maxY) / 2;
  const { pieces, isOutline } = offsetCurve(subject, radius, x0, y0);
  const outline = isOutline ? pieces : trimmedOutline(pieces, radius, (x, y) => distanceTo(x + x0, y + y0));
  if (!outline) return null;
  const straight = outline.filter(
    (piece) => !piece.isArc && (piece.sx !== piece.ex || piece.sy !== piece.ey),
  );
  const round = outline.filter((piece) => piece.isArc);
  const lines = Float64Array.from(straight.flatMap(lineNumbers));
  const arcs = Float64Array.from(round.flatMap((piece) => arcNumbers(piece, radius)));
  let twice = 0;
  for (let i = LINE_STRIDE - 1; i < lines.length; i += LINE_STRIDE) twice += lines[i]!;
  for (let i = ARC_STRIDE - 1; i < arcs.length; i += ARC_STRIDE) twice += arcs[i]!;
  return { radius, x0, y0, lines, arcs, area: twice / 2 };
}

function widened(piece: OutlinePiece, radius: number): [number, number, number, number] {
  const [minX, minY, maxX, maxY] = boxOfPiece(piece, radius);
  return [minX - BOX_MARGIN_M, minY - BOX_MARGIN_M, maxX + BOX_MARGIN_M, maxY + BOX_MARGIN_M];
}

function lineNumbers(piece: OutlinePiece): number[] {
  const { sx, sy, ex, ey } = piece;
  const length = Math.hypot(ex - sx, ey - sy);
  const nx = (ey - sy) / length;
  const ny = (sx - ex) / length;
  return [...widened(piece, 0), sx, sy, ex, ey, nx, ny, nx * sx + ny * sy, sx * ey - ex * sy];
}

function arcNumbers(piece: OutlinePiece, radius: number): number[] {
  const { sx, sy, ex, ey, cx, cy } = piece;
  const ux = sx - cx;
  const uy = sy - cy;
  const vx = ex - cx;
  const vy = ey - cy;
  const angle = Math.atan2(ux * vy - uy * vx, ux * vx + uy * vy);
  const twice = radius * radius * angle + cx * (vy - uy) - cy * (vx - ux);
  return [...widened(piece, radius), ux, uy, vx, vy, cx, cy, twice];
}
