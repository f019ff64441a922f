import { segmentCrossing } from './segment-crossing';
import { pointSegment2 } from './segments';

/** How far within the zone a point may lie and still count as on its boundary, metres. */
const EPSILON_M = 1e-6;

/** A box in the plane, or all of it. */
export interface Box {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

/**
 * Collects the heights at which the boundary of a zone, or of its part inside an object, passes from one curve to
 * another. Candidates are the ends, extremes and crossings of the raw offset curve, that is of each straight
 * piece moved sideways by the zone's distance and of the circle around each vertex; those that lie nearer to the
 * subject than the distance are inside the zone and of no account.
 */
export class ZoneEvents {
  private readonly heights: number[] = [];
  private readonly lines: number[] = [];
  private readonly circles: number[] = [];
  /** The subject's piece that last showed a point to be inside: neighbours tend to share it. */
  private lastHit = 0;
  private readonly limit2: number;

  constructor(
    private readonly subject: Float64Array,
    private readonly distance: number,
    private readonly box: Box,
  ) {
    this.limit2 = Math.max(0, distance - EPSILON_M) ** 2;
  }

  /** A height that counts in any case. */
  addHeight(y: number): void {
    if (y >= this.box.minY && y <= this.box.maxY) this.heights.push(y);
  }

  addOffsetLine(ax: number, ay: number, bx: number, by: number): void {
    const { box, lines } = this;
    if (Math.max(ax, bx) < box.minX || Math.min(ax, bx) > box.maxX) return;
    if (Math.max(ay, by) < box.minY || Math.min(ay, by) > box.maxY) return;
    lines.push(ax, ay, bx, by);
    if (ay === by) {
      this.addHeight(ay);
    } else {
      this.offer(ax, ay);
      this.offer(bx, by);
    }
  }

  addCircle(x: number, y: number): void {
    const { box, circles, distance } = this;
    if (x + distance < box.minX || x - distance > box.maxX) return;
    if (y + distance < box.minY || y - distance > box.maxY) return;
    circles.push(x, y);
    this.offer(x, y - distance);
    this.offer(x, y + distance);
  }

  /** All heights, after crossing the offset curve with itself and with the object's edges (`ax, ay, bx, by, …`). */
  finish(edges: Float64Array): Float64Array {
    const { lines, circles } = this;
    for (let i = 0; i < lines.length; i += 4) {
      this.crossLines(lines[i]!, lines[i + 1]!, lines[i + 2]!, lines[i + 3]!, i + 4);
    }
    for (let i = 0; i < circles.length; i += 2) this.crossCircles(circles[i]!, circles[i + 1]!, i + 2);
    for (let i = 0; i < edges.length; i += 4) {
      this.crossLines(edges[i]!, edges[i + 1]!, edges[i + 2]!, edges[i + 3]!, 0);
    }
    return Float64Array.from(this.heights);
  }

  /** The piece `a–b` against all circles and the offset lines from the given index on. */
  private crossLines(ax: number, ay: number, bx: number, by: number, first: number): void {
    const { lines, circles, distance } = this;
    const minX = Math.min(ax, bx);
    const maxX = Math.max(ax, bx);
    const minY = Math.min(ay, by);
    const maxY = Math.max(ay, by);
    for (let j = first; j < lines.length; j += 4) {
      const cx = lines[j]!;
      const cy = lines[j + 1]!;
      const dx = lines[j + 2]!;
      const dy = lines[j + 3]!;
      if (Math.max(cx, dx) < minX || Math.min(cx, dx) > maxX) continue;
      if (Math.max(cy, dy) < minY || Math.min(cy, dy) > maxY) continue;
      const t = segmentCrossing(ax, ay, bx, by, cx, cy, dx, dy);
      if (t >= 0) this.offer(ax + t * (bx - ax), ay + t * (by - ay));
    }
    for (let j = 0; j < circles.length; j += 2) {
      const x = circles[j]!;
      const y = circles[j + 1]!;
      if (x + distance < minX || x - distance > maxX) continue;
      if (y + distance < minY || y - distance > maxY) continue;
      this.crossCircle(ax, ay, bx, by, x, y);
    }
  }

  private crossCircle(ax: number, ay: number, bx: number, by: number, x: number, y: number): void {
    const dx = bx - ax;
    const dy = by - ay;
    const length2 = dx * dx + dy * dy;
    if (length2 === 0) return;
    const foot = ((x - ax) * dx + (y - ay) * dy) / length2;
    const away2 = (ax + foot * dx - x) ** 2 + (ay + foot * dy - y) ** 2;
    const reach2 = this.distance ** 2 - away2;
    if (reach2 < 0) return;
    const reach = Math.sqrt(reach2 / length2);
    for (const t of [foot - reach, foot + reach]) {
      if (t >= 0 && t <= 1) this.offer(ax + t * dx, ay + t * dy);
    }
  }

  private crossCircles(x: number, y: number, first: number): void {
    const { circles, distance } = this;
    for (let j = first; j < circles.length; j += 2) {
      const dx = circles[j]! - x;
      const dy = circles[j + 1]! - y;
      const apart2 = dx * dx + dy * dy;
      if (apart2 === 0 || apart2 > 4 * distance * distance) continue;
      const reach = Math.sqrt(Math.max(0, (distance * distance) / apart2 - 0.25));
      this.offer(x + dx / 2 - reach * dy, y + dy / 2 + reach * dx);
      this.offer(x + dx / 2 + reach * dy, y + dy / 2 - reach * dx);
    }
  }

  /** Takes the point's height if the point is in the box and not inside the zone. */
  private offer(x: number, y: number): void {
    const { box, subject, limit2 } = this;
    if (!(y >= box.minY && y <= box.maxY)) return;
    if (!(x >= box.minX - EPSILON_M && x <= box.maxX + EPSILON_M)) return;
    for (let n = 0, i = this.lastHit; n < subject.length; n += 4) {
      if (pointSegment2(subject[i]!, subject[i + 1]!, subject[i + 2]!, subject[i + 3]!, x, y) < limit2) {
        this.lastHit = i;
        return;
      }
      i += 4;
      if (i >= subject.length) i = 0;
    }
    this.heights.push(y);
  }
}
