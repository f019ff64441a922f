import type { PlanarGeometry } from './planar-geometry';

/**
 * A piece of an outline, directed, what it bounds on its left: straight from `s` to `e`, or counter-clockwise around
 * `c`, by a right angle at most.
 */
export interface OutlinePiece {
  readonly isArc: boolean;
  sx: number;
  sy: number;
  ex: number;
  ey: number;
  readonly cx: number;
  readonly cy: number;
}

export interface OffsetCurve {
  readonly pieces: OutlinePiece[];
  /** The curve is the outline as it is: the subject is one point or one convex ring. */
  readonly isOutline: boolean;
}

/** A corner whose arc is shorter than this many metres is no corner. */
const LEAST_ARC_M = 1e-7;

/** Sine of a turn so near to half a circle that it may have come out on the wrong side. */
const LEAST_TURN = 1e-9;

/**
 * The raw offset curve of a geometry: every edge moved to its right by `radius`, and an arc around every vertex where
 * the boundary turns left; holes run clockwise, so that right is always outside. A line is walked there and back. A
 * point is a circle. All coordinates are less `(x0, y0)`. The boundary of the zone is part of this curve.
 */
export function offsetCurve(
  { dimension, xy, partEnds }: PlanarGeometry,
  radius: number,
  x0: number,
  y0: number,
): OffsetCurve {
  const pieces: OutlinePiece[] = [];
  let isOutline = partEnds.length === 1;
  let start = 0;
  for (const end of partEnds) {
    const walk: number[] = [];
    for (let v = start; v < end; v++) addVertex(walk, xy[2 * v]! - x0, xy[2 * v + 1]! - y0);
    if (dimension === 1)
      for (let v = end - 2; v >= start; v--) addVertex(walk, xy[2 * v]! - x0, xy[2 * v + 1]! - y0);
    if (walk.length === 2) addCircle(pieces, walk[0]!, walk[1]!, radius);
    else isOutline = addWalk(pieces, walk, radius) && isOutline;
    start = end;
  }
  return { pieces, isOutline };
}

function addVertex(walk: number[], x: number, y: number): void {
  const end = walk.length;
  if (end === 0 || walk[end - 2] !== x || walk[end - 1] !== y) walk.push(x, y);
}

function addCircle(pieces: OutlinePiece[], x: number, y: number, radius: number): void {
  const corners = [x + radius, y, x, y + radius, x - radius, y, x, y - radius, x + radius, y];
  for (let i = 0; i < 8; i += 2) {
    pieces.push(arc(x, y, corners[i]!, corners[i + 1]!, corners[i + 2]!, corners[i + 3]!));
  }
}

function line(sx: number, sy: number, ex: number, ey: number): OutlinePiece {
  return { isArc: false, sx, sy, ex, ey, cx: 0, cy: 0 };
}

function arc(cx: number, cy: number, sx: number, sy: number, ex: number, ey: number): OutlinePiece {
  return { isArc: true, sx, sy, ex, ey, cx, cy };
}

/** The pieces along a closed walk (last vertex as first). Gives back whether it is a convex ring. */
function addWalk(pieces: OutlinePiece[], walk: readonly number[], radius: number): boolean {
  const edges: DirectedEdge[] = [];
  for (let i = 0; i + 3 < walk.length; i += 2) {
    edges.push(directedEdge(walk[i]!, walk[i + 1]!, walk[i + 2]!, walk[i + 3]!, radius));
  }
  let isConvex = true;
  let rises = 0;
  let before = edges.at(-1)!;
  for (const edge of edges) {
    pieces.push(edge.moved);
    const cross = before.tx * edge.ty - before.ty * edge.tx;
    const dot = before.tx * edge.tx + before.ty * edge.ty;
    if (before.ty < 0 && edge.ty >= 0) rises++;
    if (dot > 0 && Math.abs(cross) * radius < LEAST_ARC_M) {
      joinAt(before, edge, edge.moved.sx, edge.moved.sy);
    } else if (cross > 0 || (dot < 0 && cross > -LEAST_TURN)) {
      addCorner(pieces, before, edge, dot, radius);
      isConvex &&= cross > LEAST_TURN;
    } else {
      const cut = (-cross / (1 + dot)) * radius;
      if (2 * cut <= Math.min(before.length, edge.length)) {
        joinAt(before, edge, edge.moved.sx + cut * edge.tx, edge.moved.sy + cut * edge.ty);
      }
      isConvex = false;
    }
    before = edge;
  }
  return isConvex && rises === 1;
}

interface DirectedEdge {
  readonly x: number;
  readonly y: number;
  readonly length: number;
  /** Unit vector along the edge. */
  readonly tx: number;
  readonly ty: number;
  readonly moved: OutlinePiece;
}

function directedEdge(ax: number, ay: number, bx: number, by: number, radius: number): DirectedEdge {
  const length = Math.hypot(bx - ax, by - ay);
  const tx = (bx - ax) / length;
  const ty = (by - ay) / length;
  const moved = line(ax + radius * ty, ay - radius * tx, bx + radius * ty, by - radius * tx);
  return { x: ax, y: ay, length, tx, ty, moved };
}

/** Lets two moved edges meet in a point; what is cut off an inner corner is nearer to the other edge. */
function joinAt(before: DirectedEdge, edge: DirectedEdge, x: number, y: number): void {
  before.moved.ex = edge.moved.sx = x;
  before.moved.ey = edge.moved.sy = y;
}

/** The arc around the start of an edge, in two where it is more than a right angle. */
function addCorner(
  pieces: OutlinePiece[],
  before: DirectedEdge,
  { x, y, tx, ty, moved }: DirectedEdge,
  dot: number,
  radius: number,
): void {
  const { ex, ey } = before.moved;
  if (dot >= 0) {
    pieces.push(arc(x, y, ex, ey, moved.sx, moved.sy));
    return;
  }
  const dx = before.tx - tx;
  const dy = before.ty - ty;
  const scale = radius / Math.hypot(dx, dy);
  const middleX = x + dx * scale;
  const middleY = y + dy * scale;
  pieces.push(arc(x, y, ex, ey, middleX, middleY), arc(x, y, middleX, middleY, moved.sx, moved.sy));
}
