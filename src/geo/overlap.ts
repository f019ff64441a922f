import type { PlanarGeometry } from './planar-geometry';
import { segmentCrossing } from './segment-crossing';
import { segmentsOf } from './segments';
import { xAt } from './slab-curve';
import { areaCurves, commonSpans, slabHeights, SlabSweep, type Span } from './slab-sweep';

export interface Overlap {
  /** Planar m² of the whole intersection. */
  readonly areaM2: number;
  /** Metres around it, holes included. */
  readonly perimeterM: number;
}

const NONE: Overlap = { areaM2: 0, perimeterM: 0 };

/** A sliver thinner than this (metres) is float noise along a common edge and counts for nothing. */
const NOISE_M = 1e-7;

/**
 * Area and perimeter of the intersection of two areas; zeros if either has no area or they only touch.
 *
 * The plane is cut at the height of every vertex and crossing into slabs, in which the intersection is a row of
 * trapezia. There is no topology to get wrong: shared, collinear and coincident edges need no care.
 */
export function overlap(a: PlanarGeometry, b: PlanarGeometry): Overlap {
  if (a.dimension !== 2 || b.dimension !== 2) return NONE;
  const minX = Math.max(a.minX, b.minX);
  const maxX = Math.min(a.maxX, b.maxX);
  const minY = Math.max(a.minY, b.minY);
  const maxY = Math.min(a.maxY, b.maxY);
  if (!(maxX > minX && maxY > minY)) return NONE;
  const sweepA = new SlabSweep(areaCurves(a, minY, maxY, maxX));
  const sweepB = new SlabSweep(areaCurves(b, minY, maxY, maxX));
  const heights = slabHeights(eventHeights(a, b, minX, maxX, minY, maxY), NOISE_M);
  const sum = new TrapeziumSum();
  for (let i = 0; i + 1 < heights.length; i++) {
    const y0 = heights[i]!;
    const y1 = heights[i + 1]!;
    const y = (y0 + y1) / 2;
    sum.addSlab(commonSpans(sweepA.spansAt(y), sweepB.spansAt(y)), y0, y1);
  }
  return sum.total();
}

/** Heights in `[minY, maxY]` at which the intersection may change its edges. */
function eventHeights(
  a: PlanarGeometry,
  b: PlanarGeometry,
  minX: number,
  maxX: number,
  minY: number,
  maxY: number,
): Float64Array {
  const heights = [minY, maxY];
  for (const { xy } of [a, b]) {
    for (let i = 1; i < xy.length; i += 2) if (xy[i]! > minY && xy[i]! < maxY) heights.push(xy[i]!);
  }
  const piecesA = piecesIn(a, minX, maxX, minY, maxY);
  const piecesB = piecesIn(b, minX, maxX, minY, maxY);
  for (let i = 0; i < piecesA.length; i += 4) {
    const px = piecesA[i]!;
    const py = piecesA[i + 1]!;
    const qx = piecesA[i + 2]!;
    const qy = piecesA[i + 3]!;
    for (let j = 0; j < piecesB.length; j += 4) {
      const t = segmentCrossing(
        px,
        py,
        qx,
        qy,
        piecesB[j]!,
        piecesB[j + 1]!,
        piecesB[j + 2]!,
        piecesB[j + 3]!,
      );
      if (t >= 0) heights.push(py + t * (qy - py));
    }
  }
  return Float64Array.from(heights);
}

/** The edges whose boxes meet the given one. */
function piecesIn(
  area: PlanarGeometry,
  minX: number,
  maxX: number,
  minY: number,
  maxY: number,
): Float64Array {
  const pieces = segmentsOf(area);
  let kept = 0;
  for (let i = 0; i < pieces.length; i += 4) {
    const [ax, ay, bx, by] = [pieces[i]!, pieces[i + 1]!, pieces[i + 2]!, pieces[i + 3]!];
    if (Math.max(ax, bx) < minX || Math.min(ax, bx) > maxX) continue;
    if (Math.max(ay, by) < minY || Math.min(ay, by) > maxY) continue;
    pieces.copyWithin(kept, i, i + 4);
    kept += 4;
  }
  return pieces.subarray(0, kept);
}

/** Adds up slabs from below; what one slab's top and the next one's bottom do not share is horizontal boundary. */
class TrapeziumSum {
  private area = 0;
  private perimeter = 0;
  /** Top edges of the slab before: from, to, from, to … */
  private tops: number[] = [];

  addSlab(spans: readonly Span[], y0: number, y1: number): void {
    const height = y1 - y0;
    const bottoms: number[] = [];
    const tops: number[] = [];
    for (const { from, to } of spans) {
      if (to === null) continue;
      const left0 = xAt(from, y0);
      const left1 = xAt(from, y1);
      const right0 = Math.max(left0, xAt(to, y0));
      const right1 = Math.max(left1, xAt(to, y1));
      const left = Math.hypot(left1 - left0, height);
      const right = Math.hypot(right1 - right0, height);
      const area = ((right0 - left0 + right1 - left1) / 2) * height;
      if (area < NOISE_M * Math.max(left, right)) continue;
      this.area += area;
      this.perimeter += left + right;
      bottoms.push(left0, right0);
      tops.push(left1, right1);
    }
    this.perimeter += unsharedLength(this.tops, bottoms);
    this.tops = tops;
  }

  total(): Overlap {
    const perimeterM = this.perimeter + unsharedLength(this.tops, []);
    return this.area > 0 ? { areaM2: this.area, perimeterM } : NONE;
  }
}

/** Length that belongs to one list of intervals but not to the other. */
function unsharedLength(a: readonly number[], b: readonly number[]): number {
  let length = 0;
  for (let i = 0; i < a.length; i += 2) length += a[i + 1]! - a[i]!;
  for (let j = 0; j < b.length; j += 2) length += b[j + 1]! - b[j]!;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const shared = Math.min(a[i + 1]!, b[j + 1]!) - Math.max(a[i]!, b[j]!);
    if (shared > 0) length -= 2 * shared;
    if (a[i + 1]! <= b[j + 1]!) i += 2;
    else j += 2;
  }
  return Math.max(0, length);
}
