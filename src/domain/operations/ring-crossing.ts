import type { Position } from 'geojson';

/** Twice the signed area of the triangle a, b, c: positive where it turns left. */
function turn(a: Position, b: Position, c: Position): number {
  return (b[0]! - a[0]!) * (c[1]! - a[1]!) - (b[1]! - a[1]!) * (c[0]! - a[0]!);
}

/** Where two segments run through each other; null if they only touch or stay apart. */
function crossPoint(a: Position, b: Position, c: Position, d: Position): [number, number] | null {
  const atA = turn(c, d, a);
  const atB = turn(c, d, b);
  if (!(atA * atB < 0) || !(turn(a, b, c) * turn(a, b, d) < 0)) return null;
  const share = atA / (atA - atB);
  return [a[0]! + share * (b[0]! - a[0]!), a[1]! + share * (b[1]! - a[1]!)];
}

/** Whether a ring that comes from `a` to `b` goes back to `c` over the way that it came. */
function turnsBack(a: Position, b: Position, c: Position): boolean {
  const along = (a[0]! - b[0]!) * (c[0]! - b[0]!) + (a[1]! - b[1]!) * (c[1]! - b[1]!);
  return along > 0 && turn(a, b, c) === 0;
}

/**
 * The first place where a closed ring runs through itself or back over itself, in degrees; null if it does not. Every pair of edges is
 * looked at, which is quick for what a hand draws; whether edges cross is the same in degrees as in the planar
 * frame but for edges that all but touch.
 */
export function crossingOf(ring: readonly Position[]): [number, number] | null {
  for (let i = 0; i + 1 < ring.length; i++) {
    const before = ring[i === 0 ? ring.length - 2 : i - 1]!;
    if (turnsBack(before, ring[i]!, ring[i + 1]!)) return [ring[i]![0]!, ring[i]![1]!];
    for (let j = i + 2; j + 1 < ring.length; j++) {
      const crossing = crossPoint(ring[i]!, ring[i + 1]!, ring[j]!, ring[j + 1]!);
      if (crossing) return crossing;
    }
  }
  return null;
}
