/** Metres in the city's frame, east and north of its centre. */
export type Point = readonly [x: number, y: number];

export type Ring = readonly Point[];

/** Rings of one polygon: the outer one counter-clockwise, then holes; none repeats its first vertex. */
export type Rings = readonly Ring[];

export function between(low: number, high: number, share: number): number {
  return low + (high - low) * share;
}

export function along([ax, ay]: Point, [bx, by]: Point, share: number): Point {
  return [between(ax, bx, share), between(ay, by, share)];
}

/** Twice-signed shoelace, halved: positive for counter-clockwise rings. */
export function ringArea(ring: Ring): number {
  let twice = 0;
  ring.forEach(([x, y], n) => {
    const [nextX, nextY] = ring[(n + 1) % ring.length]!;
    twice += x * nextY - nextX * y;
  });
  return twice / 2;
}

/** A number in [0, 1) that belongs to a place of a grid: the same however the city is walked through. */
export function hashed(seed: number, column: number, row: number): number {
  let mixed =
    Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(column, 0xc2b2ae35) ^ Math.imul(row, 0x27d4eb2f);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 4294967296;
}
