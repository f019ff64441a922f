/** Directions in each eighth of the circle. */
const STEPS = 4;

const DIRECTIONS = 8 * STEPS;

/** So many of the highest are enough for nearly all that is asked. */
const MOST_KEPT = 32;

/** Unit vectors of the directions. */
export const DIRECTION_X = new Float64Array(DIRECTIONS);
export const DIRECTION_Y = new Float64Array(DIRECTIONS);

for (let i = 0; i < DIRECTIONS; i++) {
  const eighth = Math.floor(i / STEPS);
  const slope = ((i % STEPS) + 0.5) / STEPS;
  const length = Math.sqrt(1 + slope * slope);
  const long = 1 / length;
  const short = slope / length;
  DIRECTION_X[i] = (eighth & 1 ? short : long) * (eighth & 4 ? -1 : 1);
  DIRECTION_Y[i] = (eighth & 1 ? long : short) * (eighth & 2 ? -1 : 1);
}

/** Before a direction has been asked for: many geometries never are. */
const NO_ORDER = new Uint32Array(0);
const NO_TOPS = new Float64Array(0);
const NONE_READY = new Uint8Array(DIRECTIONS);

/** Number of the direction nearest to that of the vector, which must not be zero; 7° off at most. */
export function directionOf(dx: number, dy: number): number {
  const width = Math.abs(dx);
  const height = Math.abs(dy);
  const isSteep = height > width;
  const long = isSteep ? height : width;
  const short = isSteep ? width : height;
  const eighth = (dx < 0 ? 4 : 0) + (dy < 0 ? 2 : 0) + (isSteep ? 1 : 0);
  const step = (4 * short > long ? 1 : 0) + (2 * short > long ? 1 : 0) + (4 * short > 3 * long ? 1 : 0);
  return STEPS * eighth + step;
}

/**
 * Things with two ends each (a point has the same end twice), and for every direction those that reach highest along
 * it, the highest first. A direction is put in order when it is first asked for.
 */
export class HeightOrders {
  /** How many are kept in order: all, or the highest of many. */
  readonly count: number;
  /** Whether that leaves any out. */
  readonly isPartial: boolean;
  /** Number of the thing at each place: those of direction `k` begin at `k × count`. */
  order = NO_ORDER;
  /** Its greatest height: the greater dot product of an end with the direction. */
  tops = NO_TOPS;
  private isReady = NONE_READY;

  /** `ends` are four numbers for each thing. */
  constructor(readonly ends: Float64Array) {
    this.count = Math.min(MOST_KEPT, ends.length / 4);
    this.isPartial = ends.length / 4 > MOST_KEPT;
  }

  /** Where a direction begins in `order` and `tops`, ready to be read. */
  begin(direction: number): number {
    if (this.isReady[direction] === 0) this.prepare(direction);
    return direction * this.count;
  }

  private prepare(direction: number): void {
    if (this.isReady === NONE_READY) {
      this.order = new Uint32Array(DIRECTIONS * this.count);
      this.tops = new Float64Array(DIRECTIONS * this.count);
      this.isReady = new Uint8Array(DIRECTIONS);
    }
    const { ends, count, order, tops } = this;
    const ux = DIRECTION_X[direction]!;
    const uy = DIRECTION_Y[direction]!;
    const first = direction * count;
    const last = first + count - 1;
    for (let i = 0; 4 * i < ends.length; i++) {
      const start = ux * ends[4 * i]! + uy * ends[4 * i + 1]!;
      const end = ux * ends[4 * i + 2]! + uy * ends[4 * i + 3]!;
      const top = start > end ? start : end;
      if (i >= count && top <= tops[last]!) continue;
      let at = i < count ? first + i : last;
      for (; at > first && tops[at - 1]! < top; at--) {
        tops[at] = tops[at - 1]!;
        order[at] = order[at - 1]!;
      }
      tops[at] = top;
      order[at] = i;
    }
    this.isReady[direction] = 1;
  }
}
