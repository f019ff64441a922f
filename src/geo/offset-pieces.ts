import type { Position } from 'geojson';

/**
 * The zone around a path, cut into simple overlapping pieces: beside every edge a rectangle on its right, at every
 * left turn the sector between two rectangles. With a polygon's ring (shell counter-clockwise, holes clockwise)
 * that is all of the zone outside the polygon; a line is walked there and back. Closed rings in metres; `steps`
 * are those of a quarter circle.
 */
export function offsetPieces(path: readonly Position[], radiusM: number, steps: number): Position[][] {
  const closed = isClosed(path) ? path : [...path, ...path.slice(0, -1).reverse()];
  const edges = closed.length - 1;
  const pieces: Position[][] = [];
  for (let i = 0; i < edges; i++) {
    const from = closed[i]!;
    const to = closed[i + 1]!;
    const after = closed[((i + 1) % edges) + 1]!;
    const side = rightNormal(from, to, radiusM);
    const nextSide = rightNormal(to, after, radiusM);
    pieces.push([from, to, shifted(to, side), shifted(from, side), from]);
    const turn = turnLeft(side, nextSide);
    if (turn > 0) pieces.push(sector(to, side, nextSide, turn, steps));
  }
  return pieces;
}

function isClosed(path: readonly Position[]): boolean {
  const first = path[0];
  const last = path[path.length - 1];
  return path.length > 3 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
}

function rightNormal(from: Position, to: Position, length: number): Position {
  const dx = to[0]! - from[0]!;
  const dy = to[1]! - from[1]!;
  const scale = length / Math.hypot(dx, dy);
  return [dy * scale, -dx * scale];
}

function shifted(point: Position, by: Position): Position {
  return [point[0]! + by[0]!, point[1]! + by[1]!];
}

/** The left turn from one direction to another in radians, up to π (straight back); 0 for a right turn. */
function turnLeft(a: Position, b: Position): number {
  const angle = Math.atan2(a[0]! * b[1]! - a[1]! * b[0]!, a[0]! * b[0]! + a[1]! * b[1]!);
  return angle < -Math.PI + 1e-9 ? Math.PI : Math.max(0, angle);
}

function sector(centre: Position, from: Position, to: Position, turn: number, steps: number): Position[] {
  const count = Math.ceil((turn / Math.PI) * 2 * steps);
  const arc: Position[] = [shifted(centre, from)];
  for (let i = 1; i < count; i++) {
    const cos = Math.cos((turn * i) / count);
    const sin = Math.sin((turn * i) / count);
    arc.push(shifted(centre, [from[0]! * cos - from[1]! * sin, from[0]! * sin + from[1]! * cos]));
  }
  return [centre, ...arc, shifted(centre, to), centre];
}
