import { searchByBoxes } from './box-search';
import { DIRECTION_X, DIRECTION_Y, directionOf, HeightOrders } from './height-orders';
import type { PlanarGeometry } from './planar-geometry';
import { shapeWindsAround } from './point-distance';
import { COINCIDENT_M, segmentsOf } from './segments';
import type { ShapeTable } from './shape-table';
import { firstPartOf, firstVertexOf } from './shape-views';
import { PIECE, piecesOf, pointPiece2, pointPieces2, verticesOf } from './subject-pieces';
import { windsAround } from './winding';

/** Heights of the shape's vertices along the direction in hand; grows as needed. */
let heights = new Float64Array(256);

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
  private readonly pieces: Float64Array;
  private readonly middleX: number;
  private readonly middleY: number;
  private readonly pieceOrders: HeightOrders;
  private readonly vertexOrders: HeightOrders;
  /** Least squared distance found so far. */
  private best2 = Infinity;
  /** Whether some of the subject that may be nearer was left out of the orders. */
  private isCutShort = false;
  /** The piece that was found nearer last: it often is so again. */
  private lastNearer = 0;

  constructor(private readonly subject: PlanarGeometry) {
    this.pieces = piecesOf(subject);
    this.middleX = (subject.minX + subject.maxX) / 2;
    this.middleY = (subject.minY + subject.maxY) / 2;
    this.pieceOrders = new HeightOrders(segmentsOf(subject));
    this.vertexOrders = new HeightOrders(verticesOf(subject));
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
    const isApart = gapX > COINCIDENT_M || gapY > COINCIDENT_M;
    if (isApart) {
      const gap2 = (gapX > 0 ? gapX * gapX : 0) + (gapY > 0 ? gapY * gapY : 0);
      if (gap2 > (limit + COINCIDENT_M) ** 2) return Math.sqrt(gap2);
      const direction = directionOf((minX + maxX) / 2 - this.middleX, (minY + maxY) / 2 - this.middleY);
      const found = this.along(direction, shapes, shape, limit);
      if (!this.isCutShort) return found;
    }
    const distance = Math.sqrt(searchByBoxes(subject, this.pieces, shapes, shape));
    if (distance <= COINCIDENT_M) return 0;
    return !isApart && this.contains(shapes, shape) ? 0 : distance;
  }

  /** Distance in metres from a point to the subject, 0 inside. */
  toPoint(x: number, y: number): number {
    return this.windsAround(x, y) ? 0 : Math.sqrt(pointPieces2(this.pieces, x, y));
  }

  /** Whether a point lies inside the subject or nearer to it than a distance. */
  isNearer(x: number, y: number, distance: number): boolean {
    const { pieces } = this;
    const least2 = distance * distance;
    for (let left = pieces.length, at = this.lastNearer; left > 0; left -= PIECE) {
      if (pointPiece2(pieces, at, x, y) < least2) {
        this.lastNearer = at;
        return true;
      }
      at += PIECE;
      if (at === pieces.length) at = 0;
    }
    return this.windsAround(x, y);
  }

  /** The search along a direction, for a shape whose box lies apart. */
  private along(direction: number, shapes: ShapeTable, shape: number, limit: number): number {
    const { pieceOrders, vertexOrders } = this;
    const { xy, partEnds, featureEnds } = shapes;
    const firstPart = firstPartOf(shapes, shape);
    const lastPart = featureEnds[shape]!;
    const first = firstVertexOf(shapes, firstPart);
    const last = partEnds[lastPart - 1]!;
    if (last - first > heights.length) heights = new Float64Array(2 * (last - first));
    const high = heights;
    const ux = DIRECTION_X[direction]!;
    const uy = DIRECTION_Y[direction]!;
    let bottom = Infinity;
    let lowest = first;
    for (let v = first; v < last; v++) {
      const height = ux * xy[2 * v]! + uy * xy[2 * v + 1]!;
      high[v - first] = height;
      if (height < bottom) {
        bottom = height;
        lowest = v;
      }
    }
    const firstPiece = pieceOrders.begin(direction);
    const firstVertex = vertexOrders.begin(direction);
    const top = pieceOrders.tops[firstPiece]!;
    this.isCutShort = false;
    if (bottom - top > limit + COINCIDENT_M) return bottom - top;
    this.best2 = Infinity;
    this.nearerVertex(pieceOrders, firstPiece, xy, lowest, first);
    let ceiling = top + Math.sqrt(this.best2);
    let v = first;
    for (let part = firstPart; part < lastPart; part++) {
      const end = partEnds[part]!;
      let before = Infinity;
      for (; v < end; v++) {
        const height = high[v - first]!;
        if (height < ceiling || before < ceiling) {
          if (v !== lowest) this.nearerVertex(pieceOrders, firstPiece, xy, v, first);
          if (before < Infinity) this.nearerEdge(vertexOrders, firstVertex, xy, v, first);
          ceiling = top + Math.sqrt(this.best2);
        }
        before = height;
      }
    }
    const distance = Math.sqrt(this.best2);
    return distance <= COINCIDENT_M ? 0 : distance;
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
    let i = begin;
    for (; i < begin + count; i++) {
      const gap = height - tops[i]!;
      if (gap > 0 && gap * gap >= best2) break;
      const gap2 = pointPiece2(pieces, PIECE * order[i]!, x, y);
      if (gap2 < best2) best2 = gap2;
    }
    if (i === begin + count && orders.isPartial) this.isCutShort = true;
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
    let i = begin;
    for (; i < begin + count; i++) {
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
    if (i === begin + count && orders.isPartial) this.isCutShort = true;
    this.best2 = best2;
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
    const { dimension, xy, partEnds, minX, minY, maxX, maxY } = this.subject;
    if (dimension !== 2 || x < minX || x > maxX || y < minY || y > maxY) return false;
    return windsAround(xy, partEnds, 0, partEnds.length, x, y);
  }
}
