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
 * A shape whose box lies apart is seen along the unit vector u from the subject's middle to its own. With S the
 * greatest u · s of the subject's points and P the least u · p of the shape's, the distance is at least P − S. Where
 * some pair of points is known to be D apart, a nearer pair has u · p < S + D and u · s > P − D: mostly one or two
 * vertices on either side, found at the cost of one dot product a vertex. An edge has its least and greatest height
 * at its ends. Boxes that lie apart leave nothing to cross.
 */
export class BoundaryDistance {
  /** Straight pieces, `STRIDE` numbers each; a point is a piece of no length. */
  private readonly pieces: Float64Array;
  private readonly count: number;
  /** Greatest height of each piece along the direction in hand. */
  private readonly tops: Float64Array;
  private readonly middleX: number;
  private readonly middleY: number;
  /** Least squared distance found so far. */
  private best2 = Infinity;

  constructor(private readonly subject: PlanarGeometry) {
    const segments = segmentsOf(subject);
    this.count = segments.length / 4;
    this.pieces = new Float64Array(STRIDE * this.count);
    this.tops = new Float64Array(this.count);
    for (let i = 0; i < this.count; i++) {
      const dx = segments[4 * i + 2]! - segments[4 * i]!;
      const dy = segments[4 * i + 3]! - segments[4 * i + 1]!;
      const length2 = dx * dx + dy * dy;
      this.pieces.set(
        [segments[4 * i]!, segments[4 * i + 1]!, dx, dy, length2 > 0 ? 1 / length2 : 0],
        STRIDE * i,
      );
    }
    this.middleX = (subject.minX + subject.maxX) / 2;
    this.middleY = (subject.minY + subject.maxY) / 2;
  }

  /** Metres, 0 where they touch or overlap; some number above `limit` where it is more; Infinity for nothing. */
  to(shapes: ShapeTable, shape: number, limit: number): number {
    const { subject } = this;
    const { boxes } = shapes;
    const minX = boxes[4 * shape]!;
    const minY = boxes[4 * shape + 1]!;
    const maxX = boxes[4 * shape + 2]!;
    const maxY = boxes[4 * shape + 3]!;
    const gapX = Math.max(minX - subject.maxX, subject.minX - maxX);
    const gapY = Math.max(minY - subject.maxY, subject.minY - maxY);
    if (gapX > COINCIDENT_M || gapY > COINCIDENT_M) {
      const gap2 = (gapX > 0 ? gapX * gapX : 0) + (gapY > 0 ? gapY * gapY : 0);
      if (gap2 > (limit + COINCIDENT_M) ** 2) return Math.sqrt(gap2);
      if (this.count <= MOST_PROJECTED) {
        const ux = (minX + maxX) / 2 - this.middleX;
        const uy = (minY + maxY) / 2 - this.middleY;
        const scale = 1 / Math.sqrt(ux * ux + uy * uy);
        return noiseless(this.along(ux * scale, uy * scale, shapes, shape, limit));
      }
    }
    const distance = this.byBoxes(shapes, shape, minX, minY, maxX, maxY);
    return distance > 0 && this.contains(shapes, shape) ? 0 : distance;
  }

  /** Squared distance from a point to the subject's points and lines; its inside counts for nothing. */
  private boundary2(x: number, y: number): number {
    this.best2 = Infinity;
    this.nearer(x, y);
    return this.best2;
  }

  /** Distance in metres from a point to the subject, 0 inside. */
  toPoint(x: number, y: number): number {
    return this.windsAround(x, y) ? 0 : Math.sqrt(this.boundary2(x, y));
  }

  /** The search along a direction, for a shape whose box lies apart. */
  private along(ux: number, uy: number, shapes: ShapeTable, shape: number, limit: number): number {
    const { pieces, count, tops } = this;
    const { xy, partEnds, featureEnds } = shapes;
    let subjectTop = -Infinity;
    for (let i = 0, at = 0; i < count; i++, at += STRIDE) {
      const start = ux * pieces[at]! + uy * pieces[at + 1]!;
      const rise = ux * pieces[at + 2]! + uy * pieces[at + 3]!;
      const top = rise > 0 ? start + rise : start;
      tops[i] = top;
      if (top > subjectTop) subjectTop = top;
    }
    const firstPart = firstPartOf(shapes, shape);
    const lastPart = featureEnds[shape]!;
    const first = firstVertexOf(shapes, firstPart);
    const last = lastPart === 0 ? 0 : partEnds[lastPart - 1]!;
    if (last - first > heights.length) heights = new Float64Array(2 * (last - first));
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
    if (!(bottom - subjectTop <= limit + COINCIDENT_M)) return bottom - subjectTop;
    this.best2 = Infinity;
    this.nearer(xy[2 * lowest]!, xy[2 * lowest + 1]!);
    let best = Math.sqrt(this.best2) + COINCIDENT_M;
    let v = first;
    for (let part = firstPart; part < lastPart; part++) {
      const end = partEnds[part]!;
      let before = Infinity;
      for (; v < end; v++) {
        const height = heights[v - first]!;
        const low = before < height ? before : height;
        if (low - subjectTop < best) {
          if (height - subjectTop < best && v !== lowest) {
            this.nearerThan(xy[2 * v]!, xy[2 * v + 1]!, height - best);
          }
          if (before < Infinity) {
            this.nearerToEdge(xy[2 * v - 2]!, xy[2 * v - 1]!, xy[2 * v]!, xy[2 * v + 1]!, low - best);
          }
          best = Math.sqrt(this.best2) + COINCIDENT_M;
        }
        before = height;
      }
    }
    return Math.sqrt(this.best2);
  }

  /** Takes the point into account, against all pieces. */
  private nearer(x: number, y: number): void {
    this.nearerThan(x, y, -Infinity);
  }

  /** Takes the point into account, against the pieces that reach above a height. */
  private nearerThan(x: number, y: number, height: number): void {
    const { pieces, count, tops } = this;
    let best2 = this.best2;
    for (let i = 0, at = 0; i < count; i++, at += STRIDE) {
      if (tops[i]! < height) continue;
      const ax = x - pieces[at]!;
      const ay = y - pieces[at + 1]!;
      const dx = pieces[at + 2]!;
      const dy = pieces[at + 3]!;
      const t = (ax * dx + ay * dy) * pieces[at + 4]!;
      let gap2: number;
      if (t <= 0) {
        gap2 = ax * ax + ay * ay;
      } else if (t >= 1) {
        gap2 = (ax - dx) * (ax - dx) + (ay - dy) * (ay - dy);
      } else {
        const across = ax * dy - ay * dx;
        gap2 = across * across * pieces[at + 4]!;
      }
      if (gap2 < best2) best2 = gap2;
    }
    this.best2 = best2;
  }

  /** Takes the inside of a shape's edge into account, against the ends of the pieces that reach above a height. */
  private nearerToEdge(ax: number, ay: number, bx: number, by: number, height: number): void {
    const { pieces, count, tops } = this;
    const dx = bx - ax;
    const dy = by - ay;
    const length2 = dx * dx + dy * dy;
    let best2 = this.best2;
    for (let i = 0, at = 0; i < count; i++, at += STRIDE) {
      if (tops[i]! < height) continue;
      let px = pieces[at]! - ax;
      let py = pieces[at + 1]! - ay;
      let t = px * dx + py * dy;
      if (t > 0 && t < length2) {
        const across = px * dy - py * dx;
        if (across * across < best2 * length2) best2 = (across * across) / length2;
      }
      px += pieces[at + 2]!;
      py += pieces[at + 3]!;
      t = px * dx + py * dy;
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
