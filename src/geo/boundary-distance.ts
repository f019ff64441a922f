import { DIRECTION_X, DIRECTION_Y, directionOf, HeightOrders } from './height-orders';
import type { PlanarGeometry } from './planar-geometry';
import { shapeWindsAround } from './point-distance';
import { COINCIDENT_M, segmentsOf } from './segments';
import type { ShapeTable } from './shape-table';
import { dimensionAt, firstPartOf, firstVertexOf } from './shape-views';

/** A subject of more pieces than this is searched by boxes instead of projections. */
const MOST_PROJECTED = 64;

/** Numbers kept of each piece of the subject: start, vector to the end, 1 / squared length (0 for no length). */
const STRIDE = 5;

/** Heights of the shape's vertices along the direction in hand; grows as needed. */
let heights = new Float64Array(256);

/** Pieces of the subject that may be nearest to the shape in hand; grows as needed. */
let nearPieces = new Int32Array(256);

/**
 * Least distances between one geometry and the shapes of a table.
 *
 * A shape whose box lies apart is seen along a unit vector u, about from the subject's middle to its own. Two points
 * s and p are at least u · p − u · s apart. Where some pair is known to be D apart, a nearer pair has
 * u · p − u · s < D: mostly one or two vertices on either side, found at the cost of one dot product for each vertex of
 * the shape, as those of the subject are kept in order for many directions. An edge has its least and its greatest
 * height at its ends. Boxes that lie apart leave nothing to cross.
 */
export class BoundaryDistance {
  /** Straight pieces, `STRIDE` numbers each; a point is a piece of no length. */
  private readonly pieces: Float64Array;
  private readonly count: number;
  private readonly middleX: number;
  private readonly middleY: number;
  /** Of pieces, and of vertices; null for a subject of very many. */
  private readonly pieceOrders: HeightOrders | null;
  private readonly vertexOrders: HeightOrders | null;
  /** Least squared distance found so far. */
  private best2 = Infinity;

  constructor(private readonly subject: PlanarGeometry) {
    const segments = segmentsOf(subject);
    this.count = segments.length / 4;
    this.pieces = new Float64Array(STRIDE * this.count);
    for (let i = 0; i < this.count; i++) {
      const x = segments[4 * i]!;
      const y = segments[4 * i + 1]!;
      const dx = segments[4 * i + 2]! - x;
      const dy = segments[4 * i + 3]! - y;
      const length2 = dx * dx + dy * dy;
      const at = STRIDE * i;
      this.pieces[at] = x;
      this.pieces[at + 1] = y;
      this.pieces[at + 2] = dx;
      this.pieces[at + 3] = dy;
      this.pieces[at + 4] = length2 > 0 ? 1 / length2 : 0;
    }
    this.middleX = (subject.minX + subject.maxX) / 2;
    this.middleY = (subject.minY + subject.maxY) / 2;
    const isSmall = this.count <= MOST_PROJECTED;
    this.pieceOrders = isSmall ? new HeightOrders(segments, this.count) : null;
    this.vertexOrders = isSmall ? new HeightOrders(...verticesOf(subject)) : null;
  }

  /** Metres, 0 where they touch or overlap; some number above `limit` where it is more; Infinity for nothing. */
  to(shapes: ShapeTable, shape: number, limit: number): number {
    const { subject } = this;
    const { boxes } = shapes;
    const minX = boxes[4 * shape]!;
    const minY = boxes[4 * shape + 1]!;
    const maxX = boxes[4 * shape + 2]!;
    const maxY = boxes[4 * shape + 3]!;
    if (minX > maxX) return Infinity;
    const gapX = Math.max(minX - subject.maxX, subject.minX - maxX);
    const gapY = Math.max(minY - subject.maxY, subject.minY - maxY);
    if (gapX > COINCIDENT_M || gapY > COINCIDENT_M) {
      const gap2 = (gapX > 0 ? gapX * gapX : 0) + (gapY > 0 ? gapY * gapY : 0);
      if (gap2 > (limit + COINCIDENT_M) ** 2) return Math.sqrt(gap2);
      if (this.pieceOrders !== null && this.vertexOrders !== null) {
        const direction = directionOf((minX + maxX) / 2 - this.middleX, (minY + maxY) / 2 - this.middleY);
        return this.along(direction, this.pieceOrders, this.vertexOrders, shapes, shape, limit);
      }
    }
    const distance = this.byBoxes(shapes, shape, minX, minY, maxX, maxY);
    return distance > 0 && this.contains(shapes, shape) ? 0 : distance;
  }

  /** Distance in metres from a point to the subject, 0 inside. */
  toPoint(x: number, y: number): number {
    return this.windsAround(x, y) ? 0 : Math.sqrt(this.boundary2(x, y));
  }

  /** Squared distance from a point to the subject's points and lines; its inside counts for nothing. */
  private boundary2(x: number, y: number): number {
    const { pieces, count } = this;
    let best2 = Infinity;
    for (let i = 0, at = 0; i < count; i++, at += STRIDE) {
      const gap2 = pointPiece2(pieces, at, x, y);
      if (gap2 < best2) best2 = gap2;
    }
    return best2;
  }

  /** The search along a direction, for a shape whose box lies apart. */
  private along(
    direction: number,
    pieceOrders: HeightOrders,
    vertexOrders: HeightOrders,
    shapes: ShapeTable,
    shape: number,
    limit: number,
  ): number {
    const { xy, partEnds, featureEnds } = shapes;
    const firstPart = firstPartOf(shapes, shape);
    const lastPart = featureEnds[shape]!;
    const first = firstVertexOf(shapes, firstPart);
    const last = partEnds[lastPart - 1]!;
    if (last - first > heights.length) heights = new Float64Array(2 * (last - first));
    const ux = DIRECTION_X[direction]!;
    const uy = DIRECTION_Y[direction]!;
    let bottom = Infinity;
    let lowest = first;
    for (let v = first; v < last; v++) {
      const height = ux * xy[2 * v]! + uy * xy[2 * v + 1]!;
      heights[v - first] = height;
      if (height < bottom) {
        bottom = height;
        lowest = v;
      }
    }
    const firstPiece = pieceOrders.begin(direction);
    const firstVertex = vertexOrders.begin(direction);
    const top = pieceOrders.tops[firstPiece]!;
    if (bottom - top > limit + COINCIDENT_M) return bottom - top;
    this.best2 = Infinity;
    this.nearerVertex(pieceOrders, firstPiece, xy, lowest, first);
    let ceiling = top + Math.sqrt(this.best2);
    let v = first;
    for (let part = firstPart; part < lastPart; part++) {
      const end = partEnds[part]!;
      let before = Infinity;
      for (; v < end; v++) {
        const height = heights[v - first]!;
        if (height < ceiling || before < ceiling) {
          if (v !== lowest) this.nearerVertex(pieceOrders, firstPiece, xy, v, first);
          if (before < Infinity) this.nearerEdge(vertexOrders, firstVertex, xy, v, first);
          ceiling = top + Math.sqrt(this.best2);
        }
        before = height;
      }
    }
    return noiseless(Math.sqrt(this.best2));
  }

  /** Takes a vertex of the shape into account, against the pieces that are high enough. */
  private nearerVertex(
    orders: HeightOrders,
    begin: number,
    xy: Float64Array,
    v: number,
    first: number,
  ): void {
    const { pieces } = this;
    const { order, tops, count } = orders;
    const x = xy[2 * v]!;
    const y = xy[2 * v + 1]!;
    const height = heights[v - first]!;
    let best2 = this.best2;
    for (let i = begin; i < begin + count; i++) {
      const gap = height - tops[i]!;
      if (gap > 0 && gap * gap >= best2) break;
      const gap2 = pointPiece2(pieces, STRIDE * order[i]!, x, y);
      if (gap2 < best2) best2 = gap2;
    }
    this.best2 = best2;
  }

  /** Takes the inside of the shape's edge up to `v` into account, against the vertices that are high enough. */
  private nearerEdge(orders: HeightOrders, begin: number, xy: Float64Array, v: number, first: number): void {
    const { order, tops, count, ends } = orders;
    const ax = xy[2 * v - 2]!;
    const ay = xy[2 * v - 1]!;
    const dx = xy[2 * v]! - ax;
    const dy = xy[2 * v + 1]! - ay;
    const length2 = dx * dx + dy * dy;
    const low = Math.min(heights[v - first]!, heights[v - first - 1]!);
    let best2 = this.best2;
    for (let i = begin; i < begin + count; i++) {
      const gap = low - tops[i]!;
      if (gap > 0 && gap * gap >= best2) break;
      const at = 4 * order[i]!;
      const px = ends[at]! - ax;
      const py = ends[at + 1]! - ay;
      const t = px * dx + py * dy;
      if (t > 0 && t < length2) {
        const across = px * dy - py * dx;
        if (across * across < best2 * length2) best2 = (across * across) / length2;
      }
    }
    this.best2 = best2;
  }

  /** The search over all pairs of pieces whose boxes are near enough; 0 where two cross. */
  private byBoxes(
    shapes: ShapeTable,
    shape: number,
    minX: number,
    minY: number,
    maxX: number,
    maxY: number,
  ): number {
    const { pieces, count, subject } = this;
    const { xy, partEnds, featureEnds } = shapes;
    let part = firstPartOf(shapes, shape);
    const lastPart = featureEnds[shape]!;
    if (part === lastPart) return Infinity;
    let v = firstVertexOf(shapes, part);
    let best2 = this.boundary2(xy[2 * v]!, xy[2 * v + 1]!);
    if (count > nearPieces.length) nearPieces = new Int32Array(2 * count);
    let near = 0;
    for (let i = 0, at = 0; i < count; i++, at += STRIDE) {
      const x = pieces[at]!;
      const y = pieces[at + 1]!;
      if (pieceGap2(x, y, x + pieces[at + 2]!, y + pieces[at + 3]!, minX, minY, maxX, maxY) <= best2) {
        nearPieces[near++] = at;
      }
    }
    const points = dimensionAt(shapes, shape) === 0 ? 0 : 1;
    for (; part < lastPart; part++) {
      const end = partEnds[part]!;
      for (; v + points < end; v++) {
        const ax = xy[2 * v]!;
        const ay = xy[2 * v + 1]!;
        const bx = xy[2 * (v + points)]!;
        const by = xy[2 * (v + points) + 1]!;
        if (pieceGap2(ax, ay, bx, by, subject.minX, subject.minY, subject.maxX, subject.maxY) > best2)
          continue;
        const x0 = Math.min(ax, bx);
        const y0 = Math.min(ay, by);
        const x1 = Math.max(ax, bx);
        const y1 = Math.max(ay, by);
        for (let n = 0; n < near; n++) {
          const at = nearPieces[n]!;
          const cx = pieces[at]!;
          const cy = pieces[at + 1]!;
          const dx = cx + pieces[at + 2]!;
          const dy = cy + pieces[at + 3]!;
          if (pieceGap2(cx, cy, dx, dy, x0, y0, x1, y1) > best2) continue;
          const gap2 = piecesGap2(ax, ay, bx, by, cx, cy, dx, dy);
          if (gap2 < best2) {
            if (gap2 <= COINCIDENT_M * COINCIDENT_M) return 0;
            best2 = gap2;
          }
        }
      }
      v = end;
    }
    return noiseless(Math.sqrt(best2));
  }

  /** Whether a part of one begins inside the other: enough where nothing crosses. */
  private contains(shapes: ShapeTable, shape: number): boolean {
    const { subject } = this;
    let start = 0;
    for (const end of subject.partEnds) {
      if (shapeWindsAround(shapes, shape, subject.xy[2 * start]!, subject.xy[2 * start + 1]!)) return true;
      start = end;
    }
    for (let part = firstPartOf(shapes, shape); part < shapes.featureEnds[shape]!; part++) {
      const v = firstVertexOf(shapes, part);
      if (this.windsAround(shapes.xy[2 * v]!, shapes.xy[2 * v + 1]!)) return true;
    }
    return false;
  }

  /** Whether the subject is an area that winds around the point; near its boundary either may come out. */
  private windsAround(x: number, y: number): boolean {
    const { subject } = this;
    if (subject.dimension !== 2) return false;
    if (x < subject.minX || x > subject.maxX || y < subject.minY || y > subject.maxY) return false;
    const { xy, partEnds } = subject;
    let winding = 0;
    let v = 0;
    for (const partEnd of partEnds) {
      const end = 2 * partEnd;
      let ax = xy[v]! - x;
      let ay = xy[v + 1]! - y;
      for (v += 2; v < end; v += 2) {
        const bx = xy[v]! - x;
        const by = xy[v + 1]! - y;
        if (ay <= 0 !== by <= 0) {
          const side = ax * by - bx * ay;
          if (by > ay ? side > 0 : side < 0) winding += by > ay ? 1 : -1;
        }
        ax = bx;
        ay = by;
      }
    }
    return winding > 0;
  }
}

/** The vertices of a geometry as things with two equal ends, the last of a ring not again; and their number. */
function verticesOf({ dimension, xy, partEnds }: PlanarGeometry): [Float64Array, number] {
  const closing = dimension === 2 ? partEnds.length : 0;
  const count = xy.length / 2 - closing;
  const ends = new Float64Array(4 * count);
  let at = 0;
  let v = 0;
  for (const end of partEnds) {
    for (const last = dimension === 2 ? end - 1 : end; v < last; v++, at += 4) {
      ends[at] = ends[at + 2] = xy[2 * v]!;
      ends[at + 1] = ends[at + 3] = xy[2 * v + 1]!;
    }
    v = end;
  }
  return [ends, count];
}

/** Squared distance from a point to the piece at a place. */
function pointPiece2(pieces: Float64Array, at: number, x: number, y: number): number {
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

function noiseless(distance: number): number {
  return distance <= COINCIDENT_M ? 0 : distance;
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
