import { VertexCells } from './vertex-cells';

/** The one shift that brings most vertices onto others. */
export interface CommonShift {
  readonly eastM: number;
  readonly northM: number;
  /** The share of vertices that then fall on others. */
  readonly share: number;
  /** The same of the best shift that is another. */
  readonly nextShare: number;
}

/** Vertices that vote; enough to tell, few enough that all their pairs can be counted. */
const MOST_VOTERS = 500;
/** Votes are counted in cells of this size. */
const CELL_M = 2;
/** Shifts nearer to each other than this are one. */
const APART_CELLS = 3;

/**
 * By a vote: every pair of a vertex here and one there stands for the shift that it would need, up to `reachM` in
 * either direction. Metres (x0, y0, …); null where there are no pairs.
 */
export function commonestShift(
  here: Float64Array,
  there: Float64Array,
  { reachM, sameM }: { readonly reachM: number; readonly sameM: number },
): CommonShift | null {
  const voters = everyNth(here, Math.ceil(here.length / 2 / MOST_VOTERS));
  const pairs = new PairsAround(there);
  const side = Math.ceil((2 * reachM) / CELL_M);
  const votes = new Uint32Array(side * side);
  pairs.each(voters, [0, 0], reachM, (dx, dy) => {
    const column = Math.min(side - 1, Math.floor((dx + reachM) / CELL_M));
    const row = Math.min(side - 1, Math.floor((dy + reachM) / CELL_M));
    votes[row * side + column]!++;
  });
  const exact = new VertexCells(there, sameM);
  const peaks: { eastM: number; northM: number; share: number }[] = [];
  for (let n = 0; n < 3; n++) {
    const peak = takePeak(votes, side);
    if (peak === null) break;
    const rough = [(peak.column + 0.5) * CELL_M - reachM, (peak.row + 0.5) * CELL_M - reachM] as const;
    const [eastM, northM] = refined(voters, pairs, rough);
    peaks.push({ eastM, northM, share: exact.shareOf(here, eastM, northM) });
  }
  const [best, next] = peaks.sort((a, b) => b.share - a.share);
  return best ? { ...best, nextShare: next?.share ?? 0 } : null;
}

/** The fullest cell, which is emptied with those around it; null where all are empty. */
function takePeak(votes: Uint32Array, side: number): { column: number; row: number } | null {
  let best = 0;
  for (let cell = 1; cell < votes.length; cell++) if (votes[cell]! > votes[best]!) best = cell;
  if (votes[best] === 0) return null;
  const [column, row] = [best % side, Math.floor(best / side)];
  const last = side - 1;
  for (let r = Math.max(0, row - APART_CELLS); r <= Math.min(last, row + APART_CELLS); r++) {
    const from = r * side;
    votes.fill(0, from + Math.max(0, column - APART_CELLS), from + Math.min(last, column + APART_CELLS) + 1);
  }
  return { column, row };
}

/** The commonest shift near a rough one: the mean around the fullest of small cells. */
function refined(
  voters: Float64Array,
  pairs: PairsAround,
  rough: readonly [number, number],
): [number, number] {
  const step = CELL_M / 4;
  const half = 2 * CELL_M;
  const side = Math.ceil((2 * half) / step) + 2;
  const counts = new Uint32Array(side * side);
  const sums = new Float64Array(2 * side * side);
  pairs.each(voters, rough, half, (dx, dy) => {
    const column = Math.floor((dx - rough[0] + half) / step);
    const cell = Math.floor((dy - rough[1] + half) / step) * side + column;
    counts[cell]!++;
    sums[2 * cell]! += dx;
    sums[2 * cell + 1]! += dy;
  });
  let best = { count: 0, x: 0, y: 0 };
  for (let row = 0; row < side - 1; row++) {
    for (let column = 0; column < side - 1; column++) {
      const block = { count: 0, x: 0, y: 0 };
      for (const cell of [0, 1, side, side + 1].map((offset) => row * side + column + offset)) {
        block.count += counts[cell]!;
        block.x += sums[2 * cell]!;
        block.y += sums[2 * cell + 1]!;
      }
      if (block.count > best.count) best = block;
    }
  }
  return best.count === 0 ? [...rough] : [best.x / best.count, best.y / best.count];
}

function everyNth(xy: Float64Array, step: number): Float64Array {
  const kept = new Float64Array(2 * Math.ceil(xy.length / 2 / step));
  for (let i = 0; i < kept.length / 2; i++) {
    kept[2 * i] = xy[2 * i * step]!;
    kept[2 * i + 1] = xy[2 * i * step + 1]!;
  }
  return kept;
}

/** Vertices in the order of x, so that those around a place are found quickly. */
class PairsAround {
  private readonly xs: Float64Array;
  private readonly ys: Float64Array;

  constructor(xy: Float64Array) {
    const order = Uint32Array.from({ length: xy.length / 2 }, (_, v) => v);
    order.sort((a, b) => xy[2 * a]! - xy[2 * b]!);
    this.xs = Float64Array.from(order, (v) => xy[2 * v]!);
    this.ys = Float64Array.from(order, (v) => xy[2 * v + 1]!);
  }

  /** Tells how far each vertex is from each of these, where that is within `half` of a shift in both directions. */
  each(
    vertices: Float64Array,
    [eastM, northM]: readonly [number, number],
    half: number,
    tell: (dx: number, dy: number) => void,
  ): void {
    const { xs, ys } = this;
    for (let i = 0; i < vertices.length; i += 2) {
      const [x, y] = [vertices[i]! - eastM, vertices[i + 1]! - northM];
      for (let v = this.firstFrom(x - half); v < xs.length && xs[v]! <= x + half; v++) {
        const dy = y - ys[v]!;
        if (dy >= -half && dy <= half) tell(x - xs[v]! + eastM, dy + northM);
      }
    }
  }

  private firstFrom(x: number): number {
    let [low, high] = [0, this.xs.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.xs[middle]! < x) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
