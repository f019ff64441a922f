/** What lies within this many metres of a boundary may be taken for either side of it. */
export const DOUBT_M = 1e-7;

/**
 * Whether rings wind around a point: parts `part … lastPart - 1` of the flat arrays, with absolute ends. A point
 * within float noise of a ring may go either way.
 */
export function windsAround(
  xy: Float64Array,
  partEnds: Uint32Array,
  part: number,
  lastPart: number,
  x: number,
  y: number,
): boolean {
  let winding = 0;
  let v = part === 0 ? 0 : 2 * partEnds[part - 1]!;
  for (; part < lastPart; part++) {
    const end = 2 * partEnds[part]!;
    let ax = xy[v]! - x;
    let ay = xy[v + 1]! - y;
    for (v += 2; v < end; v += 2) {
      const bx = xy[v]! - x;
      const by = xy[v + 1]! - y;
      if (ay <= 0 !== by <= 0) {
        const side = ax * by - bx * ay;
        if (by > ay ? side > 0 : side < 0) winding += by > ay ? 1 : -1;
      }
      ax = bx;
      ay = by;
    }
  }
  return winding > 0;
}

/** As `windsAround`, 1 or 0; NaN for a point within `DOUBT_M` of a ring. */
export function surelyWindsAround(
  xy: Float64Array,
  partEnds: Uint32Array,
  part: number,
  lastPart: number,
  x: number,
  y: number,
): number {
  let winding = 0;
  let v = part === 0 ? 0 : 2 * partEnds[part - 1]!;
  for (; part < lastPart; part++) {
    const end = 2 * partEnds[part]!;
    let ax = xy[v]! - x;
    let ay = xy[v + 1]! - y;
    for (v += 2; v < end; v += 2) {
      const bx = xy[v]! - x;
      const by = xy[v + 1]! - y;
      const low = ay < by ? ay : by;
      const high = ay < by ? by : ay;
      if (low <= DOUBT_M && high >= -DOUBT_M) {
        const side = ax * by - bx * ay;
        const near = DOUBT_M * (Math.abs(bx - ax) + high - low);
        if (side <= near && side >= -near && (ax > 0 ? bx <= DOUBT_M : bx >= -DOUBT_M)) return NaN;
        if (ay <= 0 !== by <= 0 && (by > ay ? side > 0 : side < 0)) winding += by > ay ? 1 : -1;
      }
      ax = bx;
      ay = by;
    }
  }
  return winding > 0 ? 1 : 0;
}
