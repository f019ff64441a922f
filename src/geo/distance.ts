import type { PlanarGeometry } from './planar-geometry';
import { covers } from './point-in';
import { segmentCrossing } from './segment-crossing';
import { COINCIDENT_M, nearestParameter, segmentsOf } from './segments';

export interface NearestPoints {
  /** Metres; Infinity if a geometry is empty (then the points are NaN). */
  readonly distance: number;
  /** The point of the first geometry … */
  readonly ax: number;
  readonly ay: number;
  /** … and that of the second; the same point where they touch or overlap. */
  readonly bx: number;
  readonly by: number;
}

/**
 * Least distance in metres: 0 where the geometries touch, overlap or one lies in the other; a hole is outside.
 */
export function leastDistance(a: PlanarGeometry, b: PlanarGeometry): number {
  return nearestPoints(a, b).distance;
}

/** Where two geometries come nearest to each other; some common point where they touch or overlap. */
export function nearestPoints(a: PlanarGeometry, b: PlanarGeometry): NearestPoints {
  const within = containedVertex(a, b) ?? containedVertex(b, a);
  if (within) return { distance: 0, ax: within[0], ay: within[1], bx: within[0], by: within[1] };
  return new NearestSearch(segmentsOf(b)).run(segmentsOf(a));
}

/** The first vertex of a part of `inner` that lies in `area`: enough where the boundaries do not cross. */
function containedVertex(area: PlanarGeometry, inner: PlanarGeometry): [number, number] | null {
  if (area.dimension !== 2) return null;
  if (inner.minX > area.maxX || inner.maxX < area.minX || inner.minY > area.maxY || inner.maxY < area.minY) {
    return null;
  }
  let start = 0;
  for (const end of inner.partEnds) {
    const x = inner.xy[2 * start]!;
    const y = inner.xy[2 * start + 1]!;
    if (covers(area, x, y)) return [x, y];
    start = end;
  }
  return null;
}

/** Goes through all pairs of pieces, passing over those whose boxes are farther apart than the best so far. */
class NearestSearch {
  private best2 = Infinity;
  private ax = NaN;
  private ay = NaN;
  private bx = NaN;
  private by = NaN;
  private readonly box: readonly [number, number, number, number];

  constructor(private readonly others: Float64Array) {
    this.box = boxAround(others);
  }

  run(pieces: Float64Array): NearestPoints {
    const [minX, minY, maxX, maxY] = this.box;
    for (let i = 0; i < pieces.length && this.best2 > 0; i += 4) {
      const x0 = Math.min(pieces[i]!, pieces[i + 2]!);
      const x1 = Math.max(pieces[i]!, pieces[i + 2]!);
      const y0 = Math.min(pieces[i + 1]!, pieces[i + 3]!);
      const y1 = Math.max(pieces[i + 1]!, pieces[i + 3]!);
      if (gap2(x0, x1, minX, maxX, y0, y1, minY, maxY) >= this.best2) continue;
      this.scan(pieces[i]!, pieces[i + 1]!, pieces[i + 2]!, pieces[i + 3]!, x0, x1, y0, y1);
    }
    const { ax, ay, bx, by } = this;
    if (this.best2 <= COINCIDENT_M * COINCIDENT_M) return { distance: 0, ax, ay, bx: ax, by: ay };
    return { distance: Math.sqrt(this.best2), ax, ay, bx, by };
  }

  private scan(
    px: number,
    py: number,
    qx: number,
    qy: number,
    x0: number,
    x1: number,
    y0: number,
    y1: number,
  ): void {
    const { others } = this;
    for (let j = 0; j < others.length; j += 4) {
      const rx = others[j]!;
      const ry = others[j + 1]!;
      const sx = others[j + 2]!;
      const sy = others[j + 3]!;
      const u0 = Math.min(rx, sx);
      const u1 = Math.max(rx, sx);
      const v0 = Math.min(ry, sy);
      const v1 = Math.max(ry, sy);
      if (gap2(x0, x1, u0, u1, y0, y1, v0, v1) >= this.best2) continue;
      this.ends(px, py, rx, ry, sx, sy, false);
      this.ends(qx, qy, rx, ry, sx, sy, false);
      this.ends(rx, ry, px, py, qx, qy, true);
      this.ends(sx, sy, px, py, qx, qy, true);
      if (this.best2 === 0) return;
      this.crossing(px, py, qx, qy, rx, ry, sx, sy);
    }
  }

  /** An end `(x, y)` of one piece against the other piece `c–d`. */
  private ends(x: number, y: number, cx: number, cy: number, dx: number, dy: number, ofOther: boolean): void {
    const t = nearestParameter(cx, cy, dx, dy, x, y);
    const nx = cx + t * (dx - cx);
    const ny = cy + t * (dy - cy);
    const gap = (nx - x) ** 2 + (ny - y) ** 2;
    if (gap >= this.best2) return;
    this.best2 = gap;
    this.ax = ofOther ? nx : x;
    this.ay = ofOther ? ny : y;
    this.bx = ofOther ? x : nx;
    this.by = ofOther ? y : ny;
  }

  private crossing(
    px: number,
    py: number,
    qx: number,
    qy: number,
    rx: number,
    ry: number,
    sx: number,
    sy: number,
  ): void {
    const t = segmentCrossing(px, py, qx, qy, rx, ry, sx, sy);
    if (t < 0) return;
    this.best2 = 0;
    this.ax = this.bx = px + t * (qx - px);
    this.ay = this.by = py + t * (qy - py);
  }
}

function boxAround(pieces: Float64Array): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < pieces.length; i += 2) {
    box[0] = Math.min(box[0], pieces[i]!);
    box[1] = Math.min(box[1], pieces[i + 1]!);
    box[2] = Math.max(box[2], pieces[i]!);
    box[3] = Math.max(box[3], pieces[i + 1]!);
  }
  return box;
}

/** Squared gap between the boxes `[x0, x1] × [y0, y1]` and `[u0, u1] × [v0, v1]`. */
function gap2(
  x0: number,
  x1: number,
  u0: number,
  u1: number,
  y0: number,
  y1: number,
  v0: number,
  v1: number,
): number {
  const dx = x0 > u1 ? x0 - u1 : u0 > x1 ? u0 - x1 : 0;
  const dy = y0 > v1 ? y0 - v1 : v0 > y1 ? v0 - y1 : 0;
  return dx * dx + dy * dy;
}
