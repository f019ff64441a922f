import type { LonLatBox } from '../../domain/feature';
import type { LayerOutline } from '../../domain/layer-outline';
import type { Box } from '../box-index';

/** The plane in which shapes are given. */
export interface OutlinePlane {
  lonLatOf(x: number, y: number): readonly [lon: number, lat: number];
  /** A degree of latitude, in its unit. */
  readonly perDegree: number;
}

/** Degrees as they are. */
export const DEGREES: OutlinePlane = { lonLatOf: (x, y) => [x, y], perDegree: 1 };

/** Units of path data in a degree. */
const UNITS = 1e6;

/** Writes shapes as path data, without what is smaller than a step. */
export class PathPen {
  vertices = 0;
  private readonly areas: string[] = [];
  private readonly lines: string[] = [];
  private readonly dots: string[] = [];
  private readonly step: number;
  /** What one unit of x is in units of y. */
  private readonly ratio: number;
  private readonly columns: number;
  private readonly marked: Uint8Array;
  private readonly lonLatBox: LonLatBox;

  constructor(
    private readonly box: Box,
    steps: number,
    private readonly plane: OutlinePlane,
  ) {
    const { minX, minY, maxX, maxY } = box;
    this.ratio = plane === DEGREES ? Math.cos((((minY + maxY) / 2) * Math.PI) / 180) : 1;
    const [width, height] = [(maxX - minX) * this.ratio, maxY - minY];
    this.lonLatBox = [...plane.lonLatOf(minX, minY), ...plane.lonLatOf(maxX, maxY)];
    this.step = Math.max(width, height) / steps || plane.perDegree / UNITS;
    this.columns = Math.floor(width / this.step) + 1;
    this.marked = new Uint8Array(this.columns * (Math.floor(height / this.step) + 1));
  }

  /** Whether the vertices `from … to - 1` lie within so many steps. */
  isSmall(xy: Float64Array, from: number, to: number, steps: number): boolean {
    let [minX, maxX, minY, maxY] = [Infinity, -Infinity, Infinity, -Infinity];
    for (let v = from; v < to; v++) {
      const [x, y] = [xy[2 * v]!, xy[2 * v + 1]!];
      if (x < minX) minX = x;
      if (x > maxX) maxX = x;
      if (y < minY) minY = y;
      if (y > maxY) maxY = y;
    }
    return Math.max((maxX - minX) * this.ratio, maxY - minY) < steps * this.step;
  }

  /** A dot, unless one is there already. */
  dot(x: number, y: number): void {
    const column = Math.floor(((x - this.box.minX) * this.ratio) / this.step);
    const cell = Math.floor((y - this.box.minY) / this.step) * this.columns + column;
    if (this.marked[cell] === 1) return;
    this.marked[cell] = 1;
    this.vertices++;
    this.dots.push(`M${this.unitsOf(x, y).join(' ')}h0`);
  }

  line(xy: Float64Array, from: number, to: number): void {
    const kept = this.thinned(xy, from, to);
    if (kept.length > 1) this.lines.push(this.path(xy, kept));
  }

  /** A closed ring; one that is left with less than an area is no more seen. */
  ring(xy: Float64Array, from: number, to: number): void {
    const kept = this.thinned(xy, from, to);
    if (kept.length > 3) this.areas.push(`${this.path(xy, kept.slice(0, -1))}z`);
  }

  outline(): LayerOutline {
    const { areas, lines, dots, lonLatBox: box, step, plane } = this;
    const texts = { areas: areas.join(''), lines: lines.join(''), dots: dots.join('') };
    return { origin: [box[0], box[3]], ...texts, dotDegrees: step / plane.perDegree, box };
  }

  /** Numbers of the vertices that are a step from the one before, and of the last. */
  private thinned(xy: Float64Array, from: number, to: number): number[] {
    const kept = [from];
    let last = from;
    for (let v = from + 1; v < to; v++) {
      const dx = (xy[2 * v]! - xy[2 * last]!) * this.ratio;
      const dy = xy[2 * v + 1]! - xy[2 * last + 1]!;
      if (v < to - 1 && dx * dx + dy * dy < this.step * this.step) continue;
      kept.push(v);
      last = v;
    }
    this.vertices += kept.length;
    return kept;
  }

  /** Each place from the last, so that the numbers are short. */
  private path(xy: Float64Array, kept: readonly number[]): string {
    let [atX, atY] = [0, 0];
    const steps = kept.map((v, index) => {
      const [x, y] = this.unitsOf(xy[2 * v]!, xy[2 * v + 1]!);
      const step = `${index === 1 ? 'l' : index === 0 ? 'M' : ' '}${x - atX} ${y - atY}`;
      [atX, atY] = [x, y];
      return step;
    });
    return steps.join('');
  }

  private unitsOf(x: number, y: number): [number, number] {
    const [lon, lat] = this.plane.lonLatOf(x, y);
    const [west, , , north] = this.lonLatBox;
    return [Math.round((lon - west) * UNITS), Math.round((north - lat) * UNITS)];
  }
}
