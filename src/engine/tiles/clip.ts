import type { Box } from '../box-index';

/** Vertices as `x, y` pairs at the start of `xy`; what is behind them is of no account. */
export interface Run {
  xy: Float64Array;
  count: number;
}

export function createRun(): Run {
  return { xy: new Float64Array(256), count: 0 };
}

/** Makes room for so many vertices; what the run held is lost. */
function reserveRun(run: Run, count: number): void {
  if (run.xy.length < 2 * count) run.xy = new Float64Array(4 * count);
}

/** Copies vertices `first … last - 1`. */
export function setRun(run: Run, xy: Float64Array, first: number, last: number): void {
  reserveRun(run, last - first);
  run.xy.set(xy.subarray(2 * first, 2 * last));
  run.count = last - first;
}

/**
 * Reduces a ring (its last vertex joined to its first) to what of it lies in the box, after Sutherland and Hodgman:
 * side by side, so that where the ring leaves the box and comes back, an edge runs along the box's side.
 */
export function clipRing(ring: Run, spare: Run, { minX, minY, maxX, maxY }: Box): void {
  clipSide(ring, spare, 0, minX, 1);
  clipSide(spare, ring, 0, maxX, -1);
  clipSide(ring, spare, 1, minY, 1);
  clipSide(spare, ring, 1, maxY, -1);
}

/** Keeps what lies on the side of `limit` to which `sign` points. */
function clipSide(from: Run, to: Run, axis: 0 | 1, limit: number, sign: 1 | -1): void {
  const other = 1 - axis;
  const { xy, count } = from;
  // Each edge gives at most two vertices.
  reserveRun(to, 2 * count);
  const out = to.xy;
  let kept = 0;
  let a = 2 * (count - 1);
  for (let b = 0; b < 2 * count; b += 2) {
    const depthA = sign * (xy[a + axis]! - limit);
    const depthB = sign * (xy[b + axis]! - limit);
    if (depthA >= 0 !== depthB >= 0) {
      const share = depthA / (depthA - depthB);
      out[2 * kept + axis] = limit;
      out[2 * kept + other] = xy[a + other]! + share * (xy[b + other]! - xy[a + other]!);
      kept += 1;
    }
    if (depthB >= 0) {
      out[2 * kept] = xy[b]!;
      out[2 * kept + 1] = xy[b + 1]!;
      kept += 1;
    }
    a = b;
  }
  to.count = kept;
}

/**
 * The pieces of a line inside the box, one after the other in `out`, after Liang and Barsky; the ends of the pieces
 * (in vertices, absolute) are put into `ends`, which is empty before.
 */
export function clipLine({ xy, count }: Run, out: Run, ends: number[], box: Box): void {
  const { minX, minY, maxX, maxY } = box;
  reserveRun(out, 2 * count);
  let kept = 0;
  let open = false;
  const put = (x: number, y: number) => {
    out.xy[2 * kept] = x;
    out.xy[2 * kept + 1] = y;
    kept += 1;
  };
  for (let i = 1; i < count; i++) {
    const ax = xy[2 * i - 2]!;
    const ay = xy[2 * i - 1]!;
    const dx = xy[2 * i]! - ax;
    const dy = xy[2 * i + 1]! - ay;
    const enter = Math.max(0, entry(ax, dx, minX, maxX), entry(ay, dy, minY, maxY));
    const leave = Math.min(1, exit(ax, dx, minX, maxX), exit(ay, dy, minY, maxY));
    if (enter > leave) {
      if (open) ends.push(kept);
      open = false;
      continue;
    }
    if (!open) put(ax + enter * dx, ay + enter * dy);
    put(ax + leave * dx, ay + leave * dy);
    open = leave === 1;
    if (!open) ends.push(kept);
  }
  if (open) ends.push(kept);
  out.count = kept;
}

/** The share of the way `d` from `a` at which the band `low … high` is entered; Infinity if it never is. */
function entry(a: number, d: number, low: number, high: number): number {
  if (d === 0) return a < low || a > high ? Infinity : -Infinity;
  return ((d > 0 ? low : high) - a) / d;
}

/** The share of the way at which the band is left. */
function exit(a: number, d: number, low: number, high: number): number {
  if (d === 0) return Infinity;
  return ((d > 0 ? high : low) - a) / d;
}
