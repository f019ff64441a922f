import type { Position } from 'geojson';

/**
 * Whether a closed ring runs out and back along one line: a spike, which encloses nothing and overlaps itself (OGC
 * Simple Features: such a ring is not simple). What lies within `tolerance` (unit of the coordinates) of a line lies
 * on it.
 */
export function hasSpike(ring: readonly Position[], tolerance: number): boolean {
  const size = ring.length - 1;
  for (let v = 0; v < size; v++) {
    if (turnsBack(ring[(v + size - 1) % size]!, ring[v]!, ring[v + 1]!, tolerance)) return true;
  }
  return false;
}

function turnsBack(from: Position, at: Position, to: Position, tolerance: number): boolean {
  const ax = from[0]! - at[0]!;
  const ay = from[1]! - at[1]!;
  const bx = to[0]! - at[0]!;
  const by = to[1]! - at[1]!;
  const a = Math.hypot(ax, ay);
  const b = Math.hypot(bx, by);
  if (a <= tolerance || b <= tolerance || ax * bx + ay * by <= 0) return false;
  // How far the end of the shorter arm is from the line of the longer one.
  return Math.abs(ax * by - ay * bx) / Math.max(a, b) <= tolerance;
}
