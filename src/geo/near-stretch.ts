/** Stretches of a straight piece as pairs of parameters, 0 at its start and 1 at its end: from, to, from, to … */
export type Stretches = number[];

/**
 * Appends the stretch of the piece `p–q` that lies within `reach` of the piece `a–b`. The points within reach of
 * `a–b` are convex (a rectangle between two discs), so there is one stretch at most. A piece `p–q` of no length
 * has none.
 */
export function addNearStretch(
  out: Stretches,
  px: number,
  py: number,
  qx: number,
  qy: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
  reach: number,
): void {
  if (Math.max(px, qx) < Math.min(ax, bx) - reach || Math.min(px, qx) > Math.max(ax, bx) + reach) return;
  if (Math.max(py, qy) < Math.min(ay, by) - reach || Math.min(py, qy) > Math.max(ay, by) + reach) return;
  const dx = qx - px;
  const dy = qy - py;
  const length2 = dx * dx + dy * dy;
  if (length2 === 0) return;
  let from = Infinity;
  let to = -Infinity;
  const widen = (t0: number, t1: number): void => {
    const s0 = Math.max(0, t0);
    const s1 = Math.min(1, t1);
    if (s0 > s1) return;
    from = Math.min(from, s0);
    to = Math.max(to, s1);
  };
  const disc = (x: number, y: number): void => {
    const foot = ((x - px) * dx + (y - py) * dy) / length2;
    const half2 = reach * reach - (px + foot * dx - x) ** 2 - (py + foot * dy - y) ** 2;
    if (half2 < 0) return;
    const half = Math.sqrt(half2 / length2);
    widen(foot - half, foot + half);
  };
  disc(ax, ay);
  const ex = bx - ax;
  const ey = by - ay;
  const length = Math.hypot(ex, ey);
  if (length > 0) {
    disc(bx, by);
    const along = within(((px - ax) * ex + (py - ay) * ey) / length, (dx * ex + dy * ey) / length, 0, length);
    const aside = within(
      ((py - ay) * ex - (px - ax) * ey) / length,
      (dy * ex - dx * ey) / length,
      -reach,
      reach,
    );
    if (along && aside) widen(Math.max(along[0], aside[0]), Math.min(along[1], aside[1]));
  }
  if (from < to) out.push(from, to);
}

/** For which t `start + t · slope` lies between `lo` and `hi`; null for none. */
function within(start: number, slope: number, lo: number, hi: number): [number, number] | null {
  if (slope === 0) return start >= lo && start <= hi ? [-Infinity, Infinity] : null;
  const t0 = (lo - start) / slope;
  const t1 = (hi - start) / slope;
  return t0 < t1 ? [t0, t1] : [t1, t0];
}

/** The union of the stretches, in order and apart from each other. */
export function uniteStretches(stretches: Stretches): Stretches {
  const pairs: [number, number][] = [];
  for (let i = 0; i < stretches.length; i += 2) pairs.push([stretches[i]!, stretches[i + 1]!]);
  pairs.sort((a, b) => a[0] - b[0]);
  const united: Stretches = [];
  for (const [from, to] of pairs) {
    const end = united.length - 1;
    if (end > 0 && from <= united[end]!) united[end] = Math.max(united[end]!, to);
    else united.push(from, to);
  }
  return united;
}

/** Sum of the lengths of stretches that lie apart from each other. */
export function totalStretch(united: Stretches): number {
  let total = 0;
  for (let i = 0; i < united.length; i += 2) total += united[i + 1]! - united[i]!;
  return total;
}
