/**
 * Quick looks at geometries on flat arrays (`GeometryColumns` says how), in degrees. "Plain" is a geometry that is
 * surely one that `repairGeometry` leaves alone and `invalidity` finds no fault with; what is not plain is for those
 * to judge. So a doubt costs time, never correctness.
 */

/** As in validity.ts: what lies within this of a line touches it, in degrees. Here all within twice that is doubtful. */
const TOUCH_DEG = 2e-9;
const DOUBT_SQUARED = (2 * TOUCH_DEG) ** 2;

/** Twice the least area that is doubtful, in m² of a sphere; validity.ts refuses the half of it. */
const LEAST_AREA_M2 = 2e-4;
const DEGREE_M = 111_320;

/** Beyond this, trying every pair of edges is no quick look. */
const MAX_EDGES = 256;

/** Whether all vertices are degrees: finite, within ±180 and ±90. */
export function inRange(xy: Float64Array, from: number, to: number): boolean {
  for (let v = from; v < to; v++) {
    if (!(Math.abs(xy[2 * v]!) <= 180 && Math.abs(xy[2 * v + 1]!) <= 90)) return false;
  }
  return true;
}

/** Whether a line has two vertices or more and none repeats the one before it. */
export function isPlainLine(xy: Float64Array, from: number, to: number): boolean {
  for (let v = from + 1; v < to; v++) {
    if (xy[2 * v] === xy[2 * v - 2] && xy[2 * v + 1] === xy[2 * v - 1]) return false;
  }
  return to - from >= 2;
}

/**
 * Which way a ring runs: 1 counter-clockwise, −1 clockwise; 0 where it is not plain (open, an edge too short, hardly
 * an area).
 */
export function plainWinding(xy: Float64Array, from: number, to: number): -1 | 0 | 1 {
  const last = 2 * (to - 1);
  const originX = xy[2 * from]!;
  const originY = xy[2 * from + 1]!;
  if (to - from < 4 || xy[last] !== originX || xy[last + 1] !== originY) return 0;
  let sum = 0;
  let ax = 0;
  let ay = 0;
  for (let i = 2 * from + 2; i <= last; i += 2) {
    const bx = xy[i]! - originX;
    const by = xy[i + 1]! - originY;
    const dx = bx - ax;
    const dy = by - ay;
    if (dx * dx + dy * dy <= 4 * DOUBT_SQUARED) return 0;
    sum += ax * by - bx * ay;
    ax = bx;
    ay = by;
  }
  const areaM2 = (Math.abs(sum) * DEGREE_M ** 2 * Math.cos((originY * Math.PI) / 180)) / 2;
  if (!(areaM2 > LEAST_AREA_M2)) return 0;
  return sum > 0 ? 1 : -1;
}

export function reverseRing(xy: Float64Array, from: number, to: number): void {
  for (let a = 2 * from, b = 2 * to - 2; a < b; a += 2, b -= 2) {
    const x = xy[a]!;
    const y = xy[a + 1]!;
    xy[a] = xy[b]!;
    xy[a + 1] = xy[b + 1]!;
    xy[b] = x;
    xy[b + 1] = y;
  }
}

/** Looks at the rings of one feature; its memory is used again from feature to feature. */
export class RingLook {
  private readonly vertex = new Uint32Array(MAX_EDGES);
  private readonly minX = new Float64Array(MAX_EDGES);
  private readonly minY = new Float64Array(MAX_EDGES);
  private readonly maxX = new Float64Array(MAX_EDGES);
  private readonly maxY = new Float64Array(MAX_EDGES);

  /**
   * Whether the rings of a Polygon or MultiPolygon (parts `firstPart` to `endPart`, each with a plain winding) keep
   * clear of themselves and of each other, every hole lies inside the ring before it that is none, and no ring lies
   * inside another otherwise.
   */
  areApart(
    xy: Float64Array,
    partEnds: Uint32Array,
    holes: Uint8Array,
    firstPart: number,
    endPart: number,
  ): boolean {
    const first = firstPart === 0 ? 0 : partEnds[firstPart - 1]!;
    const count = partEnds[endPart - 1]! - first - (endPart - firstPart);
    if (endPart - firstPart === 1 && isClearStar(xy, first, first + count + 1)) return true;
    if (count > MAX_EDGES) return false;
    if (!this.edgesAreApart(xy, partEnds, firstPart, endPart, first)) return false;
    return endPart - firstPart === 1 || ringsAreApart(xy, partEnds, holes, firstPart, endPart);
  }

  private edgesAreApart(
    xy: Float64Array,
    partEnds: Uint32Array,
    firstPart: number,
    endPart: number,
    first: number,
  ): boolean {
    const { vertex, minX, minY, maxX, maxY } = this;
    let edge = 0;
    let v = first;
    for (let part = firstPart; part < endPart; part++) {
      const ringStart = edge;
      const end = partEnds[part]! - 1;
      for (; v < end; v++, edge++) {
        const ax = xy[2 * v]!;
        const ay = xy[2 * v + 1]!;
        const bx = xy[2 * v + 2]!;
        const by = xy[2 * v + 3]!;
        const lowX = ax < bx ? ax : bx;
        const highX = ax < bx ? bx : ax;
        const lowY = ay < by ? ay : by;
        const highY = ay < by ? by : ay;
        // With the edge before it: they may not fold back. The edges before that: any of them may be near.
        for (let other = 0; other < edge; other++) {
          if (
            lowX > maxX[other]! + TOUCH_DEG ||
            minX[other]! > highX + TOUCH_DEG ||
            lowY > maxY[other]! + TOUCH_DEG ||
            minY[other]! > highY + TOUCH_DEG
          ) {
            continue;
          }
          const w = vertex[other]!;
          const isNeighbour =
            (other === edge - 1 && other >= ringStart) || (other === ringStart && v === end - 1);
          if (isNeighbour ? foldsBack(xy, w, v) : !isBeside(xy, w, v) && !isBeside(xy, v, w)) return false;
        }
        vertex[edge] = v;
        minX[edge] = lowX;
        maxX[edge] = highX;
        minY[edge] = lowY;
        maxY[edge] = highY;
      }
      v++;
    }
    return true;
  }
}

/**
 * Whether a counter-clockwise ring is a star about the mean of its corners, with all edges clear of each other; most
 * parcels are, and it takes one pass.
 *
 * Seen from the middle, the edges then lie in sectors one after the other, once around. Points of two edges that are
 * no neighbours have a whole sector between them, either way; with r the least distance of an edge's line from the
 * middle and α the angle of any sector, they are r·sin α apart or more. The same holds for a corner and the edge after
 * the next.
 */
function isClearStar(xy: Float64Array, from: number, to: number): boolean {
  const last = 2 * (to - 1);
  const originX = xy[2 * from]!;
  const originY = xy[2 * from + 1]!;
  let sumX = 0;
  let sumY = 0;
  for (let i = 2 * from; i < last; i += 2) {
    sumX += xy[i]! - originX;
    sumY += xy[i + 1]! - originY;
  }
  const middleX = originX + sumX / (to - from - 1);
  const middleY = originY + sumY / (to - from - 1);
  let ax = originX - middleX;
  let ay = originY - middleY;
  let nearest = Infinity;
  let narrowest = Infinity;
  let turns = 0;
  for (let i = 2 * from + 2; i <= last; i += 2) {
    const bx = xy[i]! - middleX;
    const by = xy[i + 1]! - middleY;
    const cross = ax * by - ay * bx;
    if (!(cross > 0)) return false;
    const dx = bx - ax;
    const dy = by - ay;
    const squared = cross * cross;
    nearest = Math.min(nearest, squared / (dx * dx + dy * dy));
    narrowest = Math.min(narrowest, squared / ((ax * ax + ay * ay) * (bx * bx + by * by)));
    if (ay < 0 && by >= 0) turns++;
    ax = bx;
    ay = by;
  }
  return turns === 1 && nearest * narrowest > DOUBT_SQUARED;
}

/** Whether two edges with a common end may lie along each other. */
function foldsBack(xy: Float64Array, v: number, w: number): boolean {
  const ux = xy[2 * v + 2]! - xy[2 * v]!;
  const uy = xy[2 * v + 3]! - xy[2 * v + 1]!;
  const wx = xy[2 * w + 2]! - xy[2 * w]!;
  const wy = xy[2 * w + 3]! - xy[2 * w + 1]!;
  if (ux * wx + uy * wy >= 0) return false;
  const cross = ux * wy - uy * wx;
  return cross * cross <= DOUBT_SQUARED * Math.max(ux * ux + uy * uy, wx * wx + wy * wy);
}

/** Whether both ends of the edge at `w` lie to one side of the line through the edge at `v`, clear of it. */
function isBeside(xy: Float64Array, v: number, w: number): boolean {
  const x = xy[2 * v]!;
  const y = xy[2 * v + 1]!;
  const dx = xy[2 * v + 2]! - x;
  const dy = xy[2 * v + 3]! - y;
  const start = dx * (xy[2 * w + 1]! - y) - dy * (xy[2 * w]! - x);
  const end = dx * (xy[2 * w + 3]! - y) - dy * (xy[2 * w + 2]! - x);
  if (start > 0 !== end > 0) return false;
  const doubt = DOUBT_SQUARED * (dx * dx + dy * dy);
  return start * start > doubt && end * end > doubt;
}

/** For rings whose edges are apart: holes in their shells, everything else beside everything else. */
function ringsAreApart(
  xy: Float64Array,
  partEnds: Uint32Array,
  holes: Uint8Array,
  firstPart: number,
  endPart: number,
): boolean {
  let shell = firstPart;
  for (let part = firstPart; part < endPart; part++) {
    if (holes[part] === 0) shell = part;
    else if (!isInside(xy, partEnds, part, shell)) return false;
    for (let other = firstPart; other < part; other++) {
      if (other === shell && holes[part] === 1) continue;
      if (isInside(xy, partEnds, part, other) || isInside(xy, partEnds, other, part)) return false;
    }
  }
  return true;
}

/** Whether the first vertex of one ring lies inside another (even-odd rule). */
function isInside(xy: Float64Array, partEnds: Uint32Array, part: number, ring: number): boolean {
  const v = part === 0 ? 0 : partEnds[part - 1]!;
  const x = xy[2 * v]!;
  const y = xy[2 * v + 1]!;
  let inside = false;
  const last = 2 * (partEnds[ring]! - 1);
  for (let i = ring === 0 ? 0 : 2 * partEnds[ring - 1]!; i < last; i += 2) {
    const ay = xy[i + 1]!;
    const by = xy[i + 3]!;
    if (ay > y === by > y) continue;
    const ax = xy[i]!;
    if (x < ((xy[i + 2]! - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}
