import type { BoundaryDistance } from './boundary-distance';
import type { ShapeTable } from './shape-table';
import { firstPartOf, firstVertexOf } from './shape-views';
import { ARC_STRIDE, LINE_STRIDE, type ZoneOutline } from './zone-outline';

/** What lies within this many metres of a boundary may lie on either side of it. */
const DOUBT_M = 1e-7;

/** A result this far (share of the shape's area, and m²) outside its bounds is wrong. */
const NOISE = 1e-9;
const NOISE_M2 = 1e-6;

/**
 * Area of polygon shapes inside a zone with a ready outline, by Green's theorem.
 *
 * Twice the area is the sum of p × q over the stretches of the shape's edges inside the zone and of the outline's
 * pieces inside the shape. Let F be what the edge or piece has gathered from its start to one of its points. Where an
 * edge leaves the zone, the outline enters the shape: the edge's F counts, the piece's is taken off; where it comes
 * back, the other way round. An edge or piece whose end is inside gathers all of its F besides. So nothing needs to
 * be sorted or joined up: crossings, and which vertices and which ends of pieces lie inside.
 *
 * An outline passes few shapes by, and a shape few pieces of the outline. A piece is *active* if it comes into the
 * shape's box; with none, a shape that the zone reaches lies wholly inside.
 *
 * Every decision is made with a margin of `DOUBT_M`, thousands of times the noise of the arithmetic, or not at all:
 * vertices near a piece, ends near an edge, tangents, and what does not tally are answered with NaN.
 */
export class OutlineOverlap {
  private readonly lines: Int32Array;
  private readonly arcs: Int32Array;
  /** On which side of each active piece the last vertex lies: metres (or their square, for arcs), outside > 0. */
  private readonly lineSides: Float64Array;
  private readonly arcSides: Float64Array;
  /** How often each active piece enters the shape more than it leaves it. */
  private readonly lineBalance: Int32Array;
  private readonly arcBalance: Int32Array;
  private twice = 0;
  private isDoubtful = false;
  /** Crossings of the edge in hand: their number, leavings less entries, and the first and last along it. */
  private crossings = 0;
  private balance = 0;
  private firstAt = 0;
  private firstSign = 0;
  private lastAt = 0;
  private lastSign = 0;
  /** What could not be proved to be true of a crossing near the ends of an arc, metres times its radius. */
  private readonly arcDoubt: number;
  private readonly tangentDoubt: number;

  constructor(
    private readonly outline: ZoneOutline,
    private readonly subject: BoundaryDistance,
  ) {
    const lines = outline.lines.length / LINE_STRIDE;
    const arcs = outline.arcs.length / ARC_STRIDE;
    this.lines = new Int32Array(lines);
    this.arcs = new Int32Array(arcs);
    this.lineSides = new Float64Array(lines);
    this.arcSides = new Float64Array(arcs);
    this.lineBalance = new Int32Array(lines);
    this.arcBalance = new Int32Array(arcs);
    const { radius } = outline;
    this.arcDoubt = radius * (1e-4 + 1e-7 * radius);
    this.tangentDoubt = radius * (1e-4 + 2 * Math.sqrt(2 * radius * DOUBT_M));
  }

  /** m², between 0 and the shape's area; NaN in doubt. The shape must have an area and come nearer than the radius. */
  with(shapes: ShapeTable, shape: number): number {
    const { outline } = this;
    const { boxes } = shapes;
    const whole = shapes.areas[shape]!;
    const minX = boxes[4 * shape]! - outline.x0;
    const minY = boxes[4 * shape + 1]! - outline.y0;
    const maxX = boxes[4 * shape + 2]! - outline.x0;
    const maxY = boxes[4 * shape + 3]! - outline.y0;
    const lines = this.activeLines(minX, minY, maxX, maxY);
    const arcs = this.activeArcs(minX, minY, maxX, maxY);
    if (lines + arcs === 0) return whole;
    this.twice = 0;
    this.isDoubtful = false;
    const isSure =
      this.walk(shapes, shape, lines, arcs) &&
      this.addEnds(shapes, shape, lines, arcs, minX, minY, maxX, maxY);
    const area = this.twice / 2;
    const most = Math.min(whole, outline.area);
    const noise = NOISE * whole + NOISE_M2;
    if (!isSure || !(area >= -noise && area <= most + noise)) return NaN;
    return Math.min(most, Math.max(0, area));
  }

  private activeLines(minX: number, minY: number, maxX: number, maxY: number): number {
    const { lines } = this.outline;
    const x = (minX + maxX) / 2;
    const y = (minY + maxY) / 2;
    const halfX = maxX - x;
    const halfY = maxY - y;
    let count = 0;
    for (let at = 0; at < lines.length; at += LINE_STRIDE) {
      if (lines[at]! > maxX || lines[at + 2]! < minX || lines[at + 1]! > maxY || lines[at + 3]! < minY)
        continue;
      const nx = lines[at + 8]!;
      const ny = lines[at + 9]!;
      const side = Math.abs(nx * x + ny * y - lines[at + 10]!);
      if (side > Math.abs(nx) * halfX + Math.abs(ny) * halfY + 2 * DOUBT_M) continue;
      this.lineBalance[count] = 0;
      this.lines[count++] = at;
    }
    return count;
  }

  private activeArcs(minX: number, minY: number, maxX: number, maxY: number): number {
    const { arcs, radius } = this.outline;
    const outer = (radius + 2 * DOUBT_M) ** 2;
    const inner = Math.max(0, radius - 2 * DOUBT_M) ** 2;
    let count = 0;
    for (let at = 0; at < arcs.length; at += ARC_STRIDE) {
      if (arcs[at]! > maxX || arcs[at + 2]! < minX || arcs[at + 1]! > maxY || arcs[at + 3]! < minY) continue;
      const left = minX - arcs[at + 8]!;
      const right = maxX - arcs[at + 8]!;
      const low = minY - arcs[at + 9]!;
      const high = maxY - arcs[at + 9]!;
      const gapX = left > 0 ? left : right < 0 ? right : 0;
      const gapY = low > 0 ? low : high < 0 ? high : 0;
      if (gapX * gapX + gapY * gapY > outer) continue;
      const farX = -left > right ? left : right;
      const farY = -low > high ? low : high;
      if (farX * farX + farY * farY < inner) continue;
      this.arcBalance[count] = 0;
      this.arcs[count++] = at;
    }
    return count;
  }

  /**
   * Along the shape's rings: adds all crossings with active pieces, and the edges that end inside the zone. False
   * where it is in doubt.
   */
  private walk(shapes: ShapeTable, shape: number, lines: number, arcs: number): boolean {
    const { xy, partEnds, featureEnds } = shapes;
    const { outline, lineSides, arcSides } = this;
    const { x0, y0, radius } = outline;
    const lineNumbers = outline.lines;
    const arcNumbers = outline.arcs;
    const radius2 = radius * radius;
    const nearArc = 2 * radius * DOUBT_M;
    let part = firstPartOf(shapes, shape);
    let v = 2 * firstVertexOf(shapes, part);
    for (const lastPart = featureEnds[shape]!; part < lastPart; part++) {
      const end = 2 * partEnds[part]!;
      const start = v;
      let ax = xy[v]! - x0;
      let ay = xy[v + 1]! - y0;
      for (let k = 0; k < lines; k++) {
        const at = this.lines[k]!;
        lineSides[k] = lineNumbers[at + 8]! * ax + lineNumbers[at + 9]! * ay - lineNumbers[at + 10]!;
      }
      for (let k = 0; k < arcs; k++) {
        const at = this.arcs[k]!;
        const x = ax - arcNumbers[at + 8]!;
        const y = ay - arcNumbers[at + 9]!;
        arcSides[k] = x * x + y * y - radius2;
      }
      /** Whether the walk is inside the zone: 1 or 0; −1 as long as no crossing has told. */
      let inside = -1;
      let begun = -1;
      let untold = 0;
      for (v += 2; v < end; v += 2) {
        const bx = xy[v]! - x0;
        const by = xy[v + 1]! - y0;
        this.crossings = 0;
        for (let k = 0; k < lines; k++) {
          const at = this.lines[k]!;
          const a = lineSides[k]!;
          const b = lineNumbers[at + 8]! * bx + lineNumbers[at + 9]! * by - lineNumbers[at + 10]!;
          lineSides[k] = b;
          if (a > 0 !== b > 0) this.crossLine(k, at, ax, ay, bx, by, a, b);
          if (b <= DOUBT_M && b >= -DOUBT_M) this.doubtLine(at, bx, by);
        }
        for (let k = 0; k < arcs; k++) {
          const at = this.arcs[k]!;
          const x = bx - arcNumbers[at + 8]!;
          const y = by - arcNumbers[at + 9]!;
          const a = arcSides[k]!;
          const b = x * x + y * y - radius2;
          arcSides[k] = b;
          if (a > 0 || b > 0) this.crossArc(k, at, ax, ay, bx, by, a, b);
          if (b <= nearArc && b >= -nearArc) this.doubtArc(at, x, y, this.arcDoubt);
        }
        const cross = ax * by - ay * bx;
        if (this.crossings > 0) {
          const before = this.firstSign > 0 ? 1 : 0;
          const after = this.lastSign > 0 ? 0 : 1;
          if (begun < 0) {
            begun = before;
            if (before === 1) this.twice += untold;
          } else if (inside !== before) {
            this.isDoubtful = true;
          }
          if (before - this.balance !== after) this.isDoubtful = true;
          inside = after;
        }
        if (inside === 1) this.twice += cross;
        else if (inside < 0) untold += cross;
        ax = bx;
        ay = by;
      }
      if (this.isDoubtful || inside !== begun) return false;
      if (begun < 0 && this.isInZone(xy[start]!, xy[start + 1]!)) this.twice += untold;
    }
    return true;
  }

  private isInZone(x: number, y: number): boolean {
    return this.subject.toPoint(x, y) <= this.outline.radius;
  }

  /** An edge whose ends lie on either side of a line's carrier, at `sideA` and `sideB`. */
  private crossLine(
    k: number,
    at: number,
    ax: number,
    ay: number,
    bx: number,
    by: number,
    sideA: number,
    sideB: number,
  ): void {
    const { lines } = this.outline;
    const sx = lines[at + 4]!;
    const sy = lines[at + 5]!;
    const dx = bx - ax;
    const dy = by - ay;
    const start = dx * (sy - ay) - dy * (sx - ax);
    const end = dx * (lines[at + 7]! - ay) - dy * (lines[at + 6]! - ax);
    const near = DOUBT_M * (Math.abs(dx) + Math.abs(dy));
    if (Math.abs(start) <= near || Math.abs(end) <= near) {
      this.isDoubtful = true;
      return;
    }
    if (start > 0 === end > 0) return;
    const t = sideA / (sideA - sideB);
    const gathered = sx * (ay + t * dy) - sy * (ax + t * dx);
    const sign = sideB > 0 ? 1 : -1;
    this.lineBalance[k]! += sign;
    this.addCrossing(sign, t, t * (ax * by - ay * bx) - gathered);
  }

  /** An edge with an end outside an arc's circle; `sideA` and `sideB` are the ends' squared distances less r². */
  private crossArc(
    k: number,
    at: number,
    ax: number,
    ay: number,
    bx: number,
    by: number,
    sideA: number,
    sideB: number,
  ): void {
    const { arcs, radius } = this.outline;
    const px = ax - arcs[at + 8]!;
    const py = ay - arcs[at + 9]!;
    const dx = bx - ax;
    const dy = by - ay;
    const length2 = dx * dx + dy * dy;
    const along = -(px * dx + py * dy);
    const isSecant = sideA > 0 && sideB > 0;
    if (isSecant && (along <= 0 || along >= length2)) return;
    const across = px * dy - py * dx;
    const reach2 = radius * radius * length2 - across * across;
    if (isSecant) {
      const near = 2 * radius * DOUBT_M * length2;
      if (reach2 < near) {
        if (reach2 > -near) {
          const foot = along / length2;
          this.doubtArc(at, px + foot * dx, py + foot * dy, this.tangentDoubt);
        }
        return;
      }
    }
    const reach = reach2 > 0 ? Math.sqrt(reach2) : 0;
    const cross = ax * by - ay * bx;
    if (sideA > 0) {
      const t = (along - reach) / length2;
      this.crossArcAt(k, at, px + t * dx, py + t * dy, t, -1, cross);
    }
    if (sideB > 0) {
      const t = (along + reach) / length2;
      this.crossArcAt(k, at, px + t * dx, py + t * dy, t, 1, cross);
    }
  }

  /** A point of an arc's circle, from its centre, where an edge enters (−1) or leaves (1) it. */
  private crossArcAt(
    k: number,
    at: number,
    x: number,
    y: number,
    t: number,
    sign: 1 | -1,
    cross: number,
  ): void {
    const { arcs, radius } = this.outline;
    const sx = arcs[at + 4]!;
    const sy = arcs[at + 5]!;
    const afterStart = sx * y - sy * x;
    const beforeEnd = x * arcs[at + 7]! - y * arcs[at + 6]!;
    if (afterStart < -this.arcDoubt || beforeEnd < -this.arcDoubt) return;
    if (afterStart <= this.arcDoubt || beforeEnd <= this.arcDoubt) {
      this.isDoubtful = true;
      return;
    }
    const angle = Math.atan2(afterStart, sx * x + sy * y);
    const gathered = radius * radius * angle + arcs[at + 8]! * (y - sy) - arcs[at + 9]! * (x - sx);
    this.arcBalance[k]! += sign;
    this.addCrossing(sign, t, t * cross - gathered);
  }

  private addCrossing(sign: 1 | -1, t: number, gathered: number): void {
    this.twice += sign * gathered;
    if (this.crossings === 0) {
      this.balance = 0;
      this.firstAt = this.lastAt = t;
      this.firstSign = this.lastSign = sign;
    } else if (t < this.firstAt) {
      this.firstAt = t;
      this.firstSign = sign;
    } else if (t > this.lastAt) {
      this.lastAt = t;
      this.lastSign = sign;
    }
    this.crossings++;
    this.balance += sign;
  }

  /** A vertex in line with a line is doubtful if it lies on the line. */
  private doubtLine(at: number, x: number, y: number): void {
    const { lines } = this.outline;
    const inBox = x >= lines[at]! && y >= lines[at + 1]! && x <= lines[at + 2]! && y <= lines[at + 3]!;
    if (inBox) this.isDoubtful = true;
  }

  /** A point on an arc's circle, from its centre, is doubtful if it lies on the arc or as near as `margin / radius`. */
  private doubtArc(at: number, x: number, y: number, margin: number): void {
    const { arcs } = this.outline;
    const afterStart = arcs[at + 4]! * y - arcs[at + 5]! * x;
    const beforeEnd = x * arcs[at + 7]! - y * arcs[at + 6]!;
    if (afterStart >= -margin && beforeEnd >= -margin) this.isDoubtful = true;
  }

  /** Adds the pieces that end inside the shape. False where ends and crossings do not tally. */
  private addEnds(
    shapes: ShapeTable,
    shape: number,
    lines: number,
    arcs: number,
    minX: number,
    minY: number,
    maxX: number,
    maxY: number,
  ): boolean {
    const { outline } = this;
    const { x0, y0 } = outline;
    for (let n = 0; n < lines + arcs; n++) {
      const isLine = n < lines;
      const numbers = isLine ? outline.lines : outline.arcs;
      const at = isLine ? this.lines[n]! : this.arcs[n - lines]!;
      const balance = isLine ? this.lineBalance[n]! : this.arcBalance[n - lines]!;
      const cx = isLine ? 0 : numbers[at + 8]!;
      const cy = isLine ? 0 : numbers[at + 9]!;
      const sx = numbers[at + 4]! + cx;
      const sy = numbers[at + 5]! + cy;
      const ex = numbers[at + 6]! + cx;
      const ey = numbers[at + 7]! + cy;
      let endsInside = 0;
      if (ex >= minX && ex <= maxX && ey >= minY && ey <= maxY) {
        endsInside = insideShape(shapes, shape, ex + x0, ey + y0);
        if (endsInside === 1) this.twice += numbers[at + (isLine ? LINE_STRIDE : ARC_STRIDE) - 1]!;
      }
      const startsInside = endsInside - balance;
      const mayStart = sx >= minX && sx <= maxX && sy >= minY && sy <= maxY;
      if (startsInside !== 0 && !(startsInside === 1 && mayStart)) return false;
    }
    return true;
  }
}

/** 1 if a polygon shape has the point inside, 0 if outside, NaN if the point is too near to an edge to tell. */
function insideShape(shapes: ShapeTable, shape: number, x: number, y: number): number {
  const { xy, partEnds, featureEnds } = shapes;
  let winding = 0;
  let part = firstPartOf(shapes, shape);
  let v = 2 * firstVertexOf(shapes, part);
  for (const lastPart = featureEnds[shape]!; part < lastPart; part++) {
    const end = 2 * partEnds[part]!;
    let ax = xy[v]! - x;
    let ay = xy[v + 1]! - y;
    for (v += 2; v < end; v += 2) {
      const bx = xy[v]! - x;
      const by = xy[v + 1]! - y;
      const low = ay < by ? ay : by;
      const high = ay < by ? by : ay;
      if (low <= DOUBT_M && high >= -DOUBT_M) {
        const cross = ax * by - bx * ay;
        const near = DOUBT_M * (Math.abs(bx - ax) + high - low);
        if (cross <= near && cross >= -near && (ax > 0 ? bx <= DOUBT_M : bx >= -DOUBT_M)) return NaN;
        if (ay <= 0 !== by <= 0) {
          if (by > ay ? cross > 0 : cross < 0) winding += by > ay ? 1 : -1;
        }
      }
      ax = bx;
      ay = by;
    }
  }
  return winding > 0 ? 1 : 0;
}
