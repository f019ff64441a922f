/** Directions in each eighth of the circle. */
const STEPS = 4;

const DIRECTIONS = 8 * STEPS;

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
 * Things with two ends each (a point has the same end twice), for every direction ordered by how high they reach
 * along it, the highest first. A direction is ordered when it is first asked for.
 */
export class HeightOrders {
  /** Number of the thing at each place: those of direction `k` begin at `k × count`. */
  readonly order: Uint8Array;
  /** Its greatest height: the greater dot product of an end with the direction. */
  readonly tops: Float64Array;
  private readonly isReady = new Uint8Array(DIRECTIONS);

  readonly count: number;

  /** `ends` are four numbers for each thing, at most 256 things. */
  constructor(readonly ends: Float64Array) {
    this.count = ends.length / 4;
    this.order = new Uint8Array(DIRECTIONS * this.count);
    this.tops = new Float64Array(DIRECTIONS * this.count);
  }

  /** Where a direction begins in `order` and `tops`, ready to be read. */
  begin(direction: number): number {
    if (this.isReady[direction] === 0) this.prepare(direction);
    return direction * this.count;
  }

  private prepare(direction: number): void {
    const { ends, count, order, tops } = this;
    const ux = DIRECTION_X[direction]!;
    const uy = DIRECTION_Y[direction]!;
    const first = direction * count;
    for (let i = 0; i < count; i++) {
      const start = ux * ends[4 * i]! + uy * ends[4 * i + 1]!;
      const end = ux * ends[4 * i + 2]! + uy * ends[4 * i + 3]!;
      const top = start > end ? start : end;
      let at = first + i;
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
