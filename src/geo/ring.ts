import type { Position } from 'geojson';

/** Twice the signed area of a closed ring in the square of its own unit: positive where counter-clockwise. */
export function doubleSignedArea(ring: readonly Position[]): number {
  const [originX = 0, originY = 0] = ring[0] ?? [];
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const ax = ring[i - 1]![0]! - originX;
    const ay = ring[i - 1]![1]! - originY;
    const bx = ring[i]![0]! - originX;
    const by = ring[i]![1]! - originY;
    sum += ax * by - bx * ay;
  }
  return sum;
}

/** Whether two positions are the same point; heights are not compared. */
export function samePoint(a: Position | undefined, b: Position | undefined): boolean {
  return a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];
}

/**
 * Where a point lies with regard to a closed ring: 1 inside, -1 outside, 0 within `tolerance` of its boundary.
 * Even-odd rule; all in the unit of the coordinates.
 */
export function sideOfRing(x: number, y: number, ring: readonly Position[], tolerance: number): -1 | 0 | 1 {
  let inside = false;
  for (let i = 1; i < ring.length; i++) {
    const ax = ring[i - 1]![0]!;
    const ay = ring[i - 1]![1]!;
    const bx = ring[i]![0]!;
    const by = ring[i]![1]!;
    if (nearSegment(x, y, ax, ay, bx, by, tolerance)) return 0;
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside ? 1 : -1;
}

function nearSegment(
  x: number,
  y: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
  tolerance: number,
): boolean {
  if (x < Math.min(ax, bx) - tolerance || x > Math.max(ax, bx) + tolerance) return false;
  if (y < Math.min(ay, by) - tolerance || y > Math.max(ay, by) + tolerance) return false;
  const dx = bx - ax;
  const dy = by - ay;
  const squared = dx * dx + dy * dy;
  const along = squared === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / squared));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy) <= tolerance;
}
