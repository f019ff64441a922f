import { ActivePieces } from './active-pieces';
import type { BoundaryDistance } from './boundary-distance';
import { EdgeCrossings } from './edge-crossings';
import type { ShapeTable } from './shape-table';
import { firstPartOf, firstVertexOf } from './shape-views';
import { DOUBT_M, surelyWindsAround } from './winding';
import { ARC_STRIDE, LINE_STRIDE, type ZoneOutline } from './zone-outline';

/** A result so far outside its bounds (share of the shape's area, and m²) is wrong. */
const NOISE = 1e-9;
const NOISE_M2 = 1e-6;

/** Serves every outline in turn. */
const active = new ActivePieces();

/**
 * The edge in hand: `ax, ay, bx, by`, and the sides of the piece in hand on which its ends lie. In an array, for numbers
 * handed to a function one by one are put on the heap.
 */
const edge = new Float64Array(6);

/**
 * Area of polygon shapes inside a zone with a ready outline, by Green's theorem.
 *
 * Twice the area is the sum of p × q over the stretches of the shape's edges inside the zone and of the outline's
 * pieces inside the shape. Let F be what an edge or a piece has gathered from its start to one of its points. Where an
 * edge leaves the zone, the outline enters the shape: the edge's F counts, the piece's is taken off; where an edge
 * comes back, the other way round. An edge or a piece whose end is inside gathers all of its F besides. So nothing
 * needs to be sorted or joined up: crossings, and which vertices and which ends of pieces lie inside.
 *
 * The outline passes few shapes by, and a shape few of its pieces. A piece is *active* if it comes into the shape's
 * box; with none, a shape that the zone reaches lies wholly inside.
 *
 * Every decision is made with a margin of `DOUBT_M`, thousands of times the noise of the arithmetic, or not at all:
 * a vertex on a piece, a piece's end on an edge, a tangent, and what does not tally is answered with NaN.
 */
export class OutlineOverlap {
  private readonly crossings: EdgeCrossings;
  private twice = 0;

  constructor(
    private readonly outline: ZoneOutline,
    private readonly subject: BoundaryDistance,
  ) {
    this.crossings = new EdgeCrossings(outline, active);
  }

  /** m², between 0 and the shape's area; NaN in doubt. The shape must have an area and come nearer than the radius. */
  with(shapes: ShapeTable, shape: number): number {
    const { outline } = this;
    const whole = shapes.areas[shape]!;
    active.fill(outline, shapes, shape);
    if (active.lineCount + active.arcCount === 0) return whole;
    this.twice = 0;
    this.crossings.begin();
    if (!this.addEdges(shapes, shape) || !this.addPieces(shapes, shape)) return NaN;
    const area = (this.twice + this.crossings.gain) / 2;
    const most = Math.min(whole, outline.area);
    const noise = NOISE * whole + NOISE_M2;
    if (!(area >= -noise && area <= most + noise)) return NaN;
    return Math.min(most, Math.max(0, area));
  }

  /** Walks around the shape, noting crossings and adding the edges that end inside. False where it is in doubt. */
  private addEdges(shapes: ShapeTable, shape: number): boolean {
    const { xy, partEnds, featureEnds } = shapes;
    const { outline, crossings } = this;
    const { x0, y0 } = outline;
    let part = firstPartOf(shapes, shape);
    let v = 2 * firstVertexOf(shapes, part);
    for (const lastPart = featureEnds[shape]!; part < lastPart; part++) {
      const end = 2 * partEnds[part]!;
      const startX = xy[v]!;
      const startY = xy[v + 1]!;
      let ax = startX - x0;
      let ay = startY - y0;
      this.startAt(ax, ay);
      // 1 inside the zone, 0 outside, −1 as long as no crossing of this ring has told.
      let begun = -1;
      let inside = -1;
      let untold = 0;
      for (v += 2; v < end; v += 2) {
        const bx = xy[v]! - x0;
        const by = xy[v + 1]! - y0;
        edge[0] = ax;
        edge[1] = ay;
        edge[2] = bx;
        edge[3] = by;
        this.crossEdge();
        const cross = ax * by - ay * bx;
        if (crossings.count > 0) {
          const before = crossings.firstSign > 0 ? 1 : 0;
          const after = crossings.lastSign > 0 ? 0 : 1;
          if (begun < 0) {
            begun = before;
            if (before === 1) this.twice += untold;
          } else if (inside !== before) {
            return false;
          }
          if (before - crossings.balance !== after) return false;
          inside = after;
        }
        if (inside === 1) this.twice += cross;
        else if (inside < 0) untold += cross;
        ax = bx;
        ay = by;
      }
      if (crossings.isDoubtful || inside !== begun) return false;
      if (begun < 0 && this.subject.toPoint(startX, startY) <= outline.radius) this.twice += untold;
    }
    return true;
  }

  /** Notes on which side of each active piece a ring's first vertex lies. */
  private startAt(x: number, y: number): void {
    const { lines, arcs, radius } = this.outline;
    for (let k = 0; k < active.lineCount; k++) {
      const at = active.lines[k]!;
      active.lineSides[k] = lines[at + 8]! * x + lines[at + 9]! * y - lines[at + 10]!;
    }
    for (let k = 0; k < active.arcCount; k++) {
      const at = active.arcs[k]!;
      const px = x - arcs[at + 8]!;
      const py = y - arcs[at + 9]!;
      active.arcSides[k] = px * px + py * py - radius * radius;
    }
  }

  /** Notes the crossings of the edge in hand. */
  private crossEdge(): void {
    const { outline, crossings } = this;
    const bx = edge[2]!;
    const by = edge[3]!;
    const { lines, arcs, radius } = outline;
    const { lineCount, arcCount, lineSides, arcSides } = active;
    crossings.count = 0;
    for (let k = 0; k < lineCount; k++) {
      const at = active.lines[k]!;
      const sideA = lineSides[k]!;
      const sideB = lines[at + 8]! * bx + lines[at + 9]! * by - lines[at + 10]!;
      lineSides[k] = sideB;
      if (sideA > 0 !== sideB > 0) {
        edge[4] = sideA;
        edge[5] = sideB;
        crossings.crossLine(k, edge);
      }
      if (sideB <= DOUBT_M && sideB >= -DOUBT_M) crossings.vertexAtLine(k, bx, by);
    }
    const near = 2 * radius * DOUBT_M;
    for (let k = 0; k < arcCount; k++) {
      const at = active.arcs[k]!;
      const px = bx - arcs[at + 8]!;
      const py = by - arcs[at + 9]!;
      const sideA = arcSides[k]!;
      const sideB = px * px + py * py - radius * radius;
      arcSides[k] = sideB;
      if (sideA > 0 || sideB > 0) {
        edge[4] = sideA;
        edge[5] = sideB;
        crossings.crossArc(k, edge);
      }
      if (sideB <= near && sideB >= -near) crossings.vertexAtArc(k, px, py);
    }
  }

  /** Adds the active pieces that end inside the shape. False where ends and crossings do not tally. */
  private addPieces(shapes: ShapeTable, shape: number): boolean {
    const { lines, arcs } = this.outline;
    for (let k = 0; k < active.lineCount; k++) {
      const at = active.lines[k]!;
      const sx = lines[at + 4]!;
      const sy = lines[at + 5]!;
      const balance = active.lineBalance[k]!;
      const ends = this.holds(shapes, shape, lines[at + 6]!, lines[at + 7]!);
      if (ends === 1) this.twice += lines[at + LINE_STRIDE - 1]!;
      if (!this.tallies(shapes, shape, sx, sy, ends - balance)) return false;
    }
    for (let k = 0; k < active.arcCount; k++) {
      const at = active.arcs[k]!;
      const cx = arcs[at + 8]!;
      const cy = arcs[at + 9]!;
      const balance = active.arcBalance[k]!;
      const ends = this.holds(shapes, shape, cx + arcs[at + 6]!, cy + arcs[at + 7]!);
      if (ends === 1) this.twice += arcs[at + ARC_STRIDE - 1]!;
      if (!this.tallies(shapes, shape, cx + arcs[at + 4]!, cy + arcs[at + 5]!, ends - balance)) return false;
    }
    return true;
  }

  /** 1 if the shape has the point of the outline inside, 0 if not, NaN in doubt. */
  private holds(shapes: ShapeTable, shape: number, x: number, y: number): number {
    if (!this.isInBox(shapes, shape, x, y)) return 0;
    const { x0, y0 } = this.outline;
    const { xy, partEnds, featureEnds } = shapes;
    return surelyWindsAround(xy, partEnds, firstPartOf(shapes, shape), featureEnds[shape]!, x + x0, y + y0);
  }

  /** Whether a piece may start at the point, if it does so inside (1) or outside (0) the shape by its crossings. */
  private tallies(shapes: ShapeTable, shape: number, x: number, y: number, inside: number): boolean {
    return inside === 0 || (inside === 1 && this.isInBox(shapes, shape, x, y));
  }

  private isInBox({ boxes }: ShapeTable, shape: number, x: number, y: number): boolean {
    const { x0, y0 } = this.outline;
    if (x + x0 < boxes[4 * shape]! || x + x0 > boxes[4 * shape + 2]!) return false;
    return y + y0 >= boxes[4 * shape + 1]! && y + y0 <= boxes[4 * shape + 3]!;
  }
}
