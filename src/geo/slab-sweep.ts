import type { PlanarGeometry } from './planar-geometry';
import { lineCurve, xAt, type SlabCurve } from './slab-curve';

/** A stretch of a horizontal line inside a region, between two of its boundary curves. */
export interface Span {
  readonly from: SlabCurve;
  /** Null: goes on beyond all curves of interest. */
  readonly to: SlabCurve | null;
}

/**
 * A region as the points that closed boundary curves wind around at least once, cut by ever higher horizontal
 * lines. Nothing here depends on how curves join, so that coincident edges, touching corners and float noise cannot
 * break it: an error of 1e-11 m in a coordinate is an error of that size in the result.
 */
export class SlabSweep {
  private readonly waiting: SlabCurve[];
  private next = 0;
  private active: SlabCurve[] = [];

  constructor(curves: readonly SlabCurve[]) {
    this.waiting = [...curves].sort((a, b) => a.lo - b.lo);
  }

  /** The spans at `y`, from left to right; `y` may only grow from call to call. */
  spansAt(y: number): Span[] {
    const { waiting, active } = this;
    let kept = 0;
    for (const curve of active) if (curve.hi > y) active[kept++] = curve;
    active.length = kept;
    for (; this.next < waiting.length && waiting[this.next]!.lo <= y; this.next++) {
      if (waiting[this.next]!.hi > y) active.push(waiting[this.next]!);
    }
    for (const curve of active) curve.x = xAt(curve, y);
    sortByX(active);
    const spans: Span[] = [];
    let winding = 0;
    let from: SlabCurve | null = null;
    for (const curve of active) {
      winding += curve.weight;
      if (winding > 0) from ??= curve;
      else if (from) {
        spans.push({ from, to: curve });
        from = null;
      }
    }
    if (from) spans.push({ from, to: null });
    return spans;
  }
}

/** Insertion sort: the order hardly changes from slab to slab. Of curves in one place the opening one goes first. */
function sortByX(curves: SlabCurve[]): void {
  for (let i = 1; i < curves.length; i++) {
    const curve = curves[i]!;
    let j = i - 1;
    while (j >= 0 && isBefore(curve, curves[j]!)) {
      curves[j + 1] = curves[j]!;
      j--;
    }
    curves[j + 1] = curve;
  }
}

function isBefore(a: SlabCurve, b: SlabCurve): boolean {
  return a.x < b.x || (a.x === b.x && a.weight > b.weight);
}

/** What two lists of spans at the same height have in common. */
export function commonSpans(a: readonly Span[], b: readonly Span[]): Span[] {
  const common: Span[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const p = a[i]!;
    const q = b[j]!;
    const from = p.from.x >= q.from.x ? p.from : q.from;
    const pEndsFirst = q.to === null || (p.to !== null && p.to.x <= q.to.x);
    const to = pEndsFirst ? p.to : q.to;
    if (to === null || to.x > from.x) common.push({ from, to });
    if (pEndsFirst) i++;
    else j++;
  }
  return common;
}

/** The edges of an area that matter between the heights `lo` and `hi`, left of `maxX`. */
export function areaCurves(area: PlanarGeometry, lo: number, hi: number, maxX: number): SlabCurve[] {
  const { xy, partEnds } = area;
  const curves: SlabCurve[] = [];
  let start = 0;
  for (const end of partEnds) {
    for (let v = start; v + 1 < end; v++) {
      const ax = xy[2 * v]!;
      const ay = xy[2 * v + 1]!;
      const bx = xy[2 * v + 2]!;
      const by = xy[2 * v + 3]!;
      if (Math.min(ax, bx) > maxX || Math.max(ay, by) <= lo || Math.min(ay, by) >= hi) continue;
      const curve = lineCurve(ax, ay, bx, by);
      if (curve) curves.push(curve);
    }
    start = end;
  }
  return curves;
}

/** The heights in order, each at least `gap` above the one before. */
export function slabHeights(heights: Float64Array, gap: number): Float64Array {
  heights.sort();
  let kept = 0;
  for (const y of heights) {
    if (kept === 0 || y - heights[kept - 1]! > gap) heights[kept++] = y;
  }
  return heights.subarray(0, kept);
}
