import type { ActivePieces } from './active-pieces';
import { DOUBT_M } from './winding';
import type { ZoneOutline } from './zone-outline';

/** How far along an arc, in metres, a crossing may seem to lie from where it does; more for a wide one. */
const ARC_NOISE_M = 1e-4;
const ARC_NOISE = 1e-7;

/** How far from a line, in metres, its crossing may seem to lie. */
const LINE_NOISE_M = 1e-8;

/**
 * Crossings of a shape's edges with the active pieces of an outline. For each the gain is noted that Green's theorem
 * gives (see `OutlineOverlap`), and for the edge in hand which way its first and its last one lead.
 *
 * Whether there is a crossing is decided by the sides on which ends lie, never by computed parameters, so that
 * neighbouring edges and pieces agree. An end too near to tell is doubtful. Where an edge grazes a circle, computed
 * points may slide along it: they must keep `ARC_NOISE_M` from the arc's ends. So is the order of crossings that may
 * have changed places, as where an edge runs through the point in which two pieces touch.
 */
export class EdgeCrossings {
  /** Twice the area that all crossings gained. */
  gain = 0;
  isDoubtful = false;
  /** Of the edge in hand: crossings, and those out of the zone less those into it. */
  count = 0;
  balance = 0;
  /** Where the first and the last lie along the edge, and their direction: 1 out of the zone, −1 into it. */
  private firstAt = 0;
  private lastAt = 0;
  /** How far they may be from there, in the same measure. */
  private firstSlack = 0;
  private lastSlack = 0;
  firstSign = 0;
  lastSign = 0;
  /** Margins at the ends of an arc, times its radius. */
  private readonly crossingMargin: number;
  private readonly tangentMargin: number;

  constructor(
    private readonly outline: ZoneOutline,
    private readonly active: ActivePieces,
  ) {
    const { radius } = outline;
    this.crossingMargin = radius * (ARC_NOISE_M + ARC_NOISE * radius);
    this.tangentMargin = radius * (ARC_NOISE_M + 2 * Math.sqrt(2 * radius * DOUBT_M));
  }

  begin(): void {
    this.gain = 0;
    this.isDoubtful = false;
  }

  /** The edge `ax, ay, bx, by` with the active line `k`, if its ends lie on either side of it, at `sideA` and `sideB`. */
  crossLine(k: number, edge: Float64Array): void {
    const { lines } = this.outline;
    const ax = edge[0]!;
    const ay = edge[1]!;
    const bx = edge[2]!;
    const by = edge[3]!;
    const sideA = edge[4]!;
    const sideB = edge[5]!;
    const at = this.active.lines[k]!;
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
    this.active.lineBalance[k]! += sign;
    this.add(sign, t, LINE_NOISE_M / Math.abs(sideA - sideB), t * (ax * by - ay * bx) - gathered);
  }

  /** The edge with the active arc `k`, if an end lies outside its circle; sides are squared distances less r². */
  crossArc(k: number, edge: Float64Array): void {
    const { arcs, radius } = this.outline;
    const ax = edge[0]!;
    const ay = edge[1]!;
    const bx = edge[2]!;
    const by = edge[3]!;
    const sideA = edge[4]!;
    const sideB = edge[5]!;
    const at = this.active.arcs[k]!;
    const px = ax - arcs[at + 8]!;
    const py = ay - arcs[at + 9]!;
    const dx = bx - ax;
    const dy = by - ay;
    const length2 = dx * dx + dy * dy;
    const along = -(px * dx + py * dy);
    const across = px * dy - py * dx;
    const reach2 = radius * radius * length2 - across * across;
    if (sideA > 0 && sideB > 0) {
      if (along <= 0 || along >= length2) return;
      const near = 2 * radius * DOUBT_M * length2;
      if (reach2 < near) {
        const foot = along / length2;
        if (reach2 > -near) this.doubtArc(at, px + foot * dx, py + foot * dy, this.tangentMargin);
        return;
      }
    }
    const reach = reach2 > 0 ? Math.sqrt(reach2) : 0;
    const cross = ax * by - ay * bx;
    const slack = this.crossingMargin / (radius * Math.sqrt(length2));
    if (sideA > 0) {
      const t = (along - reach) / length2;
      this.crossArcAt(k, at, px + t * dx, py + t * dy, -1, t, slack, cross);
    }
    if (sideB > 0) {
      const t = (along + reach) / length2;
      this.crossArcAt(k, at, px + t * dx, py + t * dy, 1, t, slack, cross);
    }
  }

  /** A crossing with an arc's circle at `(x, y)` from its centre, if it lies on the arc. */
  private crossArcAt(
    k: number,
    at: number,
    x: number,
    y: number,
    sign: 1 | -1,
    t: number,
    slack: number,
    cross: number,
  ): void {
    const { arcs, radius } = this.outline;
    const { crossingMargin } = this;
    const sx = arcs[at + 4]!;
    const sy = arcs[at + 5]!;
    const afterStart = sx * y - sy * x;
    const beforeEnd = x * arcs[at + 7]! - y * arcs[at + 6]!;
    if (afterStart < -crossingMargin || beforeEnd < -crossingMargin) return;
    if (afterStart <= crossingMargin || beforeEnd <= crossingMargin) {
      this.isDoubtful = true;
      return;
    }
    const angle = Math.atan2(afterStart, sx * x + sy * y);
    const gathered = radius * radius * angle + arcs[at + 8]! * (y - sy) - arcs[at + 9]! * (x - sx);
    this.active.arcBalance[k]! += sign;
    this.add(sign, t, slack, t * cross - gathered);
  }

  private add(sign: 1 | -1, t: number, slack: number, gathered: number): void {
    this.gain += sign * gathered;
    if (this.count === 0) {
      this.balance = 0;
      this.setFirst(sign, t, slack);
      this.setLast(sign, t, slack);
    } else {
      if (Math.abs(t - this.firstAt) <= slack + this.firstSlack) this.isDoubtful = true;
      if (Math.abs(t - this.lastAt) <= slack + this.lastSlack) this.isDoubtful = true;
      if (t < this.firstAt) this.setFirst(sign, t, slack);
      else if (t > this.lastAt) this.setLast(sign, t, slack);
    }
    this.count++;
    this.balance += sign;
  }

  private setFirst(sign: 1 | -1, t: number, slack: number): void {
    this.firstSign = sign;
    this.firstAt = t;
    this.firstSlack = slack;
  }

  private setLast(sign: 1 | -1, t: number, slack: number): void {
    this.lastSign = sign;
    this.lastAt = t;
    this.lastSlack = slack;
  }

  /** A vertex in line with the active line `k` is doubtful if it lies on it. */
  vertexAtLine(k: number, x: number, y: number): void {
    const { lines } = this.outline;
    const at = this.active.lines[k]!;
    if (x < lines[at]! || x > lines[at + 2]! || y < lines[at + 1]! || y > lines[at + 3]!) return;
    this.isDoubtful = true;
  }

  /** A vertex on the circle of the active arc `k`, `(x, y)` from its centre, is doubtful if it lies on the arc. */
  vertexAtArc(k: number, x: number, y: number): void {
    this.doubtArc(this.active.arcs[k]!, x, y, this.crossingMargin);
  }

  private doubtArc(at: number, x: number, y: number, margin: number): void {
    const { arcs } = this.outline;
    const afterStart = arcs[at + 4]! * y - arcs[at + 5]! * x;
    const beforeEnd = x * arcs[at + 7]! - y * arcs[at + 6]!;
    if (afterStart >= -margin && beforeEnd >= -margin) this.isDoubtful = true;
  }
}
