/**
 * A piece of a region's boundary that rises monotonically: `x` as a function of `y` on `[lo, hi]`, straight or an
 * arc of a circle. Areas are summed in horizontal slabs between such curves (see `slab-sweep.ts`).
 */
export interface SlabCurve {
  readonly lo: number;
  readonly hi: number;
  /** The region lies to the right of a curve of weight 1, to the left of one of weight −1. */
  readonly weight: 1 | -1;
  /** Straight: 0. Arc: −1 for the left half of its circle, 1 for the right half. */
  readonly half: -1 | 0 | 1;
  /** Straight: `x` at `lo` and at `hi`. Arc: centre. */
  readonly x0: number;
  readonly x1: number;
  /** Radius of an arc, around `(x0, (lo + hi) / 2)`. */
  readonly radius: number;
  /** `x` in the slab being swept, the key of its order there. */
  x: number;
}

/**
 * The curve of a directed edge with its region on the left; null for a horizontal one, which bounds no slab
 * sideways.
 */
export function lineCurve(ax: number, ay: number, bx: number, by: number): SlabCurve | null {
  if (ay === by) return null;
  return by > ay
    ? { lo: ay, hi: by, weight: -1, half: 0, x0: ax, x1: bx, radius: 0, x: 0 }
    : { lo: by, hi: ay, weight: 1, half: 0, x0: bx, x1: ax, radius: 0, x: 0 };
}

/** The left (−1) or right (1) half of a disc's boundary. */
export function arcCurve(x: number, y: number, radius: number, half: -1 | 1): SlabCurve {
  return {
    lo: y - radius,
    hi: y + radius,
    weight: half === 1 ? -1 : 1,
    half,
    x0: x,
    x1: x,
    radius,
    x: 0,
  };
}

/** `x` at `y`, which is clamped to the curve. */
export function xAt(curve: SlabCurve, y: number): number {
  const { lo, hi, x0, x1, radius, half } = curve;
  if (half === 0) {
    const t = Math.min(1, Math.max(0, (y - lo) / (hi - lo)));
    return x0 + t * (x1 - x0);
  }
  const dy = y - (lo + hi) / 2;
  return x0 + half * Math.sqrt(Math.max(0, (radius - dy) * (radius + dy)));
}

/** ∫ x dy over a slab `[from, to]` that the curve passes through. */
export function integralX(curve: SlabCurve, from: number, to: number): number {
  const { lo, hi, x0, radius, half } = curve;
  if (half === 0) return xAt(curve, (from + to) / 2) * (to - from);
  const middle = (lo + hi) / 2;
  return x0 * (to - from) + half * (halfSegment(radius, to - middle) - halfSegment(radius, from - middle));
}

/** ∫ √(r² − t²) dt from 0 to `t`; by arctangent, as the arcsine loses half its digits near ±r. */
function halfSegment(r: number, t: number): number {
  const s = Math.min(r, Math.max(-r, t));
  const half = Math.sqrt((r - s) * (r + s));
  return (s * half + r * r * Math.atan2(s, half)) / 2;
}
