import type { BoundaryDistance } from './boundary-distance';
import { fillOffsetCurve } from './offset-curve';
import { OutlinePieces, PIECE_STRIDE } from './outline-pieces';
import type { PlanarGeometry } from './planar-geometry';
import { trimOutline } from './trim-outline';

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

const curve = new OutlinePieces();
const kept = new OutlinePieces();

/**
 * The outline of the zone within `radius` (> 0) metres of the subject; null where its pieces cannot be told apart,
 * as they touch. `boundary` is the subject's.
 */
export function zoneOutline(
  subject: PlanarGeometry,
  radius: number,
  boundary: BoundaryDistance,
): ZoneOutline | null {
  const x0 = (subject.minX + subject.maxX) / 2;
  const y0 = (subject.minY + subject.maxY) / 2;
  const isOutline = fillOffsetCurve(curve, subject, radius, x0, y0);
  if (isOutline) return outlineOf(curve, radius, x0, y0);
  const joins = trimOutline(curve, kept, radius, (x, y, distance) =>
    boundary.isNearer(x + x0, y + y0, distance),
  );
  return joins ? outlineOf(kept, radius, x0, y0) : null;
}

function outlineOf(pieces: OutlinePieces, radius: number, x0: number, y0: number): ZoneOutline {
  const { numbers, count } = pieces;
  let arcCount = 0;
  for (let i = 0; i < count; i++) arcCount += numbers[PIECE_STRIDE * i]!;
  const lines = new Float64Array(LINE_STRIDE * (count - arcCount));
  const arcs = new Float64Array(ARC_STRIDE * arcCount);
  let twice = 0;
  let line = 0;
  let arc = 0;
  for (let i = 0; i < count; i++) {
    if (numbers[PIECE_STRIDE * i] === 1) {
      twice += writeArc(pieces, i, radius, arcs, arc);
      arc += ARC_STRIDE;
    } else {
      twice += writeLine(pieces, i, lines, line);
      line += LINE_STRIDE;
    }
  }
  return { radius, x0, y0, lines, arcs, area: twice / 2 };
}

function writeBox(pieces: OutlinePieces, piece: number, radius: number, out: Float64Array, at: number): void {
  pieces.writeBox(piece, radius, out, at);
  out[at]! -= BOX_MARGIN_M;
  out[at + 1]! -= BOX_MARGIN_M;
  out[at + 2]! += BOX_MARGIN_M;
  out[at + 3]! += BOX_MARGIN_M;
}

function writeLine(pieces: OutlinePieces, piece: number, out: Float64Array, at: number): number {
  writeBox(pieces, piece, 0, out, at);
  const from = PIECE_STRIDE * piece;
  const sx = pieces.numbers[from + 1]!;
  const sy = pieces.numbers[from + 2]!;
  const ex = pieces.numbers[from + 3]!;
  const ey = pieces.numbers[from + 4]!;
  const length = Math.sqrt((ex - sx) * (ex - sx) + (ey - sy) * (ey - sy));
  // A line of no length has no normal, and nothing crosses it.
  const nx = length > 0 ? (ey - sy) / length : 0;
  const ny = length > 0 ? (sx - ex) / length : 0;
  const twice = sx * ey - ex * sy;
  out[at + 4] = sx;
  out[at + 5] = sy;
  out[at + 6] = ex;
  out[at + 7] = ey;
  out[at + 8] = nx;
  out[at + 9] = ny;
  out[at + 10] = nx * sx + ny * sy;
  out[at + 11] = twice;
  return twice;
}

function writeArc(
  pieces: OutlinePieces,
  piece: number,
  radius: number,
  out: Float64Array,
  at: number,
): number {
  writeBox(pieces, piece, radius, out, at);
  const from = PIECE_STRIDE * piece;
  const cx = pieces.numbers[from + 5]!;
  const cy = pieces.numbers[from + 6]!;
  const sx = pieces.numbers[from + 1]! - cx;
  const sy = pieces.numbers[from + 2]! - cy;
  const ex = pieces.numbers[from + 3]! - cx;
  const ey = pieces.numbers[from + 4]! - cy;
  const angle = Math.atan2(sx * ey - sy * ex, sx * ex + sy * ey);
  const twice = radius * radius * angle + cx * (ey - sy) - cy * (ex - sx);
  out[at + 4] = sx;
  out[at + 5] = sy;
  out[at + 6] = ex;
  out[at + 7] = ey;
  out[at + 8] = cx;
  out[at + 9] = cy;
  out[at + 10] = twice;
  return twice;
}
