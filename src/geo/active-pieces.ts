import type { ShapeTable } from './shape-table';
import { DOUBT_M } from './winding';
import { ARC_STRIDE, LINE_STRIDE, type ZoneOutline } from './zone-outline';

/**
 * The pieces of an outline that come into a shape's box, and what is noted of each while the shape is walked around.
 * Made to be filled over and over.
 */
export class ActivePieces {
  lineCount = 0;
  arcCount = 0;
  /** Where each begins in the outline's numbers. */
  lines = new Int32Array(64);
  arcs = new Int32Array(64);
  /** On which side the last vertex lies: metres from a line, square metres from an arc's circle; positive outside. */
  lineSides = new Float64Array(64);
  arcSides = new Float64Array(64);
  /** How often the piece enters the shape more than it leaves it. */
  lineBalance = new Int32Array(64);
  arcBalance = new Int32Array(64);

  /** The box of the shape in hand, in the outline's coordinates. */
  private minX = 0.1;
  private minY = 0.1;
  private maxX = 0.1;
  private maxY = 0.1;

  /** Finds those that come into the box of a shape, or nearly so. */
  fill(outline: ZoneOutline, { boxes }: ShapeTable, shape: number): void {
    this.makeRoom(outline.lines.length / LINE_STRIDE, outline.arcs.length / ARC_STRIDE);
    this.minX = boxes[4 * shape]! - outline.x0;
    this.minY = boxes[4 * shape + 1]! - outline.y0;
    this.maxX = boxes[4 * shape + 2]! - outline.x0;
    this.maxY = boxes[4 * shape + 3]! - outline.y0;
    this.fillLines(outline.lines);
    this.fillArcs(outline.arcs, outline.radius);
  }

  private makeRoom(lines: number, arcs: number): void {
    if (lines > this.lines.length) {
      this.lines = new Int32Array(2 * lines);
      this.lineSides = new Float64Array(2 * lines);
      this.lineBalance = new Int32Array(2 * lines);
    }
    if (arcs > this.arcs.length) {
      this.arcs = new Int32Array(2 * arcs);
      this.arcSides = new Float64Array(2 * arcs);
      this.arcBalance = new Int32Array(2 * arcs);
    }
  }

  /** A line's carrier misses a box that is farther from it than the half box along its normal. */
  private fillLines(lines: Float64Array): void {
    const { minX, minY, maxX, maxY } = this;
    const x = (minX + maxX) / 2;
    const y = (minY + maxY) / 2;
    const halfX = maxX - x;
    const halfY = maxY - y;
    let count = 0;
    for (let at = 0; at < lines.length; at += LINE_STRIDE) {
      if (lines[at]! > maxX || lines[at + 2]! < minX) continue;
      if (lines[at + 1]! > maxY || lines[at + 3]! < minY) continue;
      const nx = lines[at + 8]!;
      const ny = lines[at + 9]!;
      const side = Math.abs(nx * x + ny * y - lines[at + 10]!);
      if (side > Math.abs(nx) * halfX + Math.abs(ny) * halfY + 2 * DOUBT_M) continue;
      this.lineBalance[count] = 0;
      this.lines[count++] = at;
    }
    this.lineCount = count;
  }

  /** A circle misses a box that lies all outside or all inside of it. */
  private fillArcs(arcs: Float64Array, radius: number): void {
    const { minX, minY, maxX, maxY } = this;
    const outer = (radius + 2 * DOUBT_M) ** 2;
    const inner = (radius - 2 * DOUBT_M) ** 2;
    let count = 0;
    for (let at = 0; at < arcs.length; at += ARC_STRIDE) {
      if (arcs[at]! > maxX || arcs[at + 2]! < minX) continue;
      if (arcs[at + 1]! > maxY || arcs[at + 3]! < minY) continue;
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
    this.arcCount = count;
  }
}
