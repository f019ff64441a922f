import { PIECE_STRIDE, type OutlinePieces } from './outline-pieces';
import type { PlanarGeometry } from './planar-geometry';

/** A corner whose arc is shorter than this many metres is no corner. */
const LEAST_ARC_M = 1e-7;

/** Sine of a turn so near to half a circle that it may have come out on the wrong side. */
const LEAST_TURN = 1e-9;

/** The vertices of the part in hand, as a closed walk, and of each edge the unit vector and the length; they grow. */
let walk = new Float64Array(256);
let edges = new Float64Array(384);

/**
 * Fills in the raw offset curve of a geometry: every edge moved to its right by `radius`, and an arc around every
 * vertex where the boundary turns left; holes run clockwise, so that right is always outside. A line is walked there
 * and back, a point is a circle. Coordinates are less `(x0, y0)`. The boundary of the zone is part of this curve, and
 * all of it for one point or one convex ring: then true comes back.
 */
export function fillOffsetCurve(
  curve: OutlinePieces,
  { dimension, xy, partEnds }: PlanarGeometry,
  radius: number,
  x0: number,
  y0: number,
): boolean {
  curve.count = 0;
  let isOutline = partEnds.length === 1;
  let start = 0;
  for (const end of partEnds) {
    if (4 * (end - start) > walk.length) walk = new Float64Array(8 * (end - start));
    let length = 0;
    for (let v = start; v < end; v++) length = addVertex(length, xy[2 * v]! - x0, xy[2 * v + 1]! - y0);
    if (dimension === 1) {
      for (let v = end - 2; v >= start; v--) length = addVertex(length, xy[2 * v]! - x0, xy[2 * v + 1]! - y0);
    }
    if (length === 2) addCircle(curve, walk[0]!, walk[1]!, radius);
    else isOutline = addWalk(curve, length / 2 - 1, radius) && isOutline;
    start = end;
  }
  return isOutline;
}

function addVertex(length: number, x: number, y: number): number {
  if (length > 0 && walk[length - 2] === x && walk[length - 1] === y) return length;
  walk[length] = x;
  walk[length + 1] = y;
  return length + 2;
}

function addCircle(curve: OutlinePieces, x: number, y: number, radius: number): void {
  curve.addArc(x, y, x + radius, y, x, y + radius);
  curve.addArc(x, y, x, y + radius, x - radius, y);
  curve.addArc(x, y, x - radius, y, x, y - radius);
  curve.addArc(x, y, x, y - radius, x + radius, y);
}

/** Adds the curve along the walk's edges: first the lines, then the corners. Gives back whether it is convex. */
function addWalk(curve: OutlinePieces, count: number, radius: number): boolean {
  if (3 * count > edges.length) edges = new Float64Array(6 * count);
  const firstLine = curve.count;
  for (let i = 0; i < count; i++) {
    const ax = walk[2 * i]!;
    const ay = walk[2 * i + 1]!;
    const bx = walk[2 * i + 2]!;
    const by = walk[2 * i + 3]!;
    const length = Math.sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay));
    const tx = (bx - ax) / length;
    const ty = (by - ay) / length;
    edges[3 * i] = tx;
    edges[3 * i + 1] = ty;
    edges[3 * i + 2] = length;
    curve.addLine(ax + radius * ty, ay - radius * tx, bx + radius * ty, by - radius * tx);
  }
  let isConvex = true;
  let rises = 0;
  for (let before = count - 1, edge = 0; edge < count; before = edge++) {
    const turn = addCorner(curve, firstLine, before, edge, radius);
    if (turn !== 'left') isConvex &&= turn === 'none';
    if (edges[3 * before + 1]! < 0 && edges[3 * edge + 1]! >= 0) rises++;
  }
  return isConvex && rises === 1;
}

/** Joins the moved edges at a vertex: by an arc where the walk turns left (`back` is by half a circle). */
function addCorner(
  curve: OutlinePieces,
  firstLine: number,
  before: number,
  edge: number,
  radius: number,
): 'left' | 'right' | 'back' | 'none' {
  const px = edges[3 * before]!;
  const py = edges[3 * before + 1]!;
  const tx = edges[3 * edge]!;
  const ty = edges[3 * edge + 1]!;
  const cross = px * ty - py * tx;
  const dot = px * tx + py * ty;
  const { numbers } = curve;
  const from = PIECE_STRIDE * (firstLine + before);
  const to = PIECE_STRIDE * (firstLine + edge);
  const sx = numbers[to + 1]!;
  const sy = numbers[to + 2]!;
  if (dot > 0 && cross * radius < LEAST_ARC_M) {
    // What is cut off the inner side of a corner is nearer to the other edge, if that is long enough.
    const cut = Math.abs(cross) * radius < LEAST_ARC_M ? 0 : (-cross / (1 + dot)) * radius;
    if (2 * cut <= Math.min(edges[3 * before + 2]!, edges[3 * edge + 2]!)) {
      numbers[from + 3] = numbers[to + 1] = sx + cut * tx;
      numbers[from + 4] = numbers[to + 2] = sy + cut * ty;
    }
    return cut === 0 ? 'none' : 'right';
  }
  if (cross <= 0 && !(dot < 0 && cross > -LEAST_TURN)) return 'right';
  const x = walk[2 * edge]!;
  const y = walk[2 * edge + 1]!;
  const ex = numbers[from + 3]!;
  const ey = numbers[from + 4]!;
  if (dot >= 0) {
    curve.addArc(x, y, ex, ey, sx, sy);
    return 'left';
  }
  const dx = px - tx;
  const dy = py - ty;
  const scale = radius / Math.sqrt(dx * dx + dy * dy);
  curve.addArc(x, y, ex, ey, x + dx * scale, y + dy * scale);
  curve.addArc(x, y, x + dx * scale, y + dy * scale, sx, sy);
  return cross > LEAST_TURN ? 'left' : 'back';
}
