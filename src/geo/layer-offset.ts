import { reprojection } from './crs/reprojection';
import { transformFlat } from './crs/transform';

/** How a layer lies against others that share some of its vertices. */
export interface LayerOffset {
  /** Where the layer lies, seen from where the others are, metres. */
  readonly eastM: number;
  readonly northM: number;
  readonly distanceM: number;
  /** The share of the layer's vertices that then fall on vertices of the others. */
  readonly share: number;
  /** The offset system of web maps that explains it. */
  readonly suspect: 'gcj02' | 'bd09' | null;
}

/** Vertices of the layer, and of the others, that are looked at. */
const MOST_LAYER = 1500;
const MOST_OTHERS = 60_000;

/** Two vertices this close are one. */
const SAME_M = 1;
/** Offsets are looked for up to this, in steps of this. */
const REACH_M = 1500;
const CELL_M = 20;
/** At least so many vertices, and this share of them, must come to lie on others. */
const LEAST_MATCHES = 8;
const LEAST_SHARE = 0.15;
/** How clearly the best offset must stand out from the next. */
const CLEARLY = 1.25;

/**
 * How far a layer lies from others, where both have vertices of the same things (neighbouring parcels, the same
 * roads): first as if it were in GCJ-02 or BD-09, then any one shift up to 1.5 km by a vote of all pairs. Flat arrays
 * of lon/lat degrees (lon0, lat0, …). Null where nothing can be told.
 */
export function offsetFrom(layer: Float64Array, others: Float64Array): LayerOffset | null {
  const sample = thinned(layer, MOST_LAYER);
  if (sample.length < 2 * LEAST_MATCHES || others.length === 0) return null;
  const plane = planeAt(others);
  const there = plane(others);
  const cells = new VertexCells(there, SAME_M);
  const here = plane(sample);
  const asItIs = { suspect: null, at: here };
  const undone = (['gcj02', 'bd09'] as const).flatMap((suspect) => {
    const system = reprojection({ kind: suspect });
    return system.ok ? [{ suspect, at: plane(transformFlat(sample, system.value.toLonLat)) }] : [];
  });
  const tried = [asItIs, ...undone].map((one) => ({ ...one, share: cells.shareOf(one.at) }));
  const best = tried.reduce((a, b) => (b.share > a.share ? b : a));
  const isClear = tried.every((one) => one === best || best.share > CLEARLY * one.share);
  if (isClear && best.share >= LEAST_SHARE && best.share * (sample.length / 2) >= LEAST_MATCHES) {
    return offsetOf(meanDifference(here, best.at), best.share, best.suspect);
  }
  return vote(here, plane(thinned(others, MOST_OTHERS)), cells);
}

/** Every n-th vertex, so that there are no more than `most`. */
function thinned(lonLat: Float64Array, most: number): Float64Array {
  const count = lonLat.length / 2;
  if (count <= most) return lonLat;
  const out = new Float64Array(2 * most);
  for (let i = 0; i < most; i++) {
    const from = 2 * Math.floor((i * count) / most);
    out[2 * i] = lonLat[from]!;
    out[2 * i + 1] = lonLat[from + 1]!;
  }
  return out;
}

/** Metres around the middle of some positions, true enough to compare places with one another. */
function planeAt(lonLat: Float64Array): (positions: Float64Array) => Float64Array {
  let [lon0, lat0] = [0, 0];
  for (let i = 0; i < lonLat.length; i += 2) {
    lon0 += lonLat[i]!;
    lat0 += lonLat[i + 1]!;
  }
  lon0 /= lonLat.length / 2;
  lat0 /= lonLat.length / 2;
  const perLat = 110_900;
  const perLon = 111_320 * Math.cos((lat0 * Math.PI) / 180);
  return (positions) =>
    transformFlat(positions, (lon, lat) => [(lon - lon0) * perLon, (lat - lat0) * perLat]);
}

function meanDifference(a: Float64Array, b: Float64Array): [number, number] {
  let [x, y] = [0, 0];
  for (let i = 0; i < a.length; i += 2) {
    x += a[i]! - b[i]!;
    y += a[i + 1]! - b[i + 1]!;
  }
  return [x / (a.length / 2), y / (a.length / 2)];
}

function offsetOf(
  [eastM, northM]: [number, number],
  share: number,
  suspect: LayerOffset['suspect'],
): LayerOffset {
  return { eastM, northM, distanceM: Math.hypot(eastM, northM), share, suspect };
}

/** Vertices by the square cell that they lie in. */
class VertexCells {
  private readonly cells = new Map<string, number[]>();

  constructor(
    private readonly xy: Float64Array,
    private readonly size: number,
  ) {
    for (let i = 0; i < xy.length; i += 2) {
      const key = this.keyOf(Math.floor(xy[i]! / size), Math.floor(xy[i + 1]! / size));
      const cell = this.cells.get(key);
      if (cell) cell.push(i);
      else this.cells.set(key, [i]);
    }
  }

  /** The share of vertices that have one of these within the cell's size. */
  shareOf(xy: Float64Array): number {
    let hits = 0;
    for (let i = 0; i < xy.length; i += 2) if (this.hasNear(xy[i]!, xy[i + 1]!)) hits++;
    return hits / (xy.length / 2);
  }

  /** Offsets into the array of the vertices in the cells around a place. */
  *around(x: number, y: number): Generator<number> {
    const [column, row] = [Math.floor(x / this.size), Math.floor(y / this.size)];
    for (let dx = -1; dx <= 1; dx++) {
      for (let dy = -1; dy <= 1; dy++) yield* this.cells.get(this.keyOf(column + dx, row + dy)) ?? [];
    }
  }

  private hasNear(x: number, y: number): boolean {
    for (const i of this.around(x, y)) {
      if (Math.hypot(this.xy[i]! - x, this.xy[i + 1]! - y) <= this.size) return true;
    }
    return false;
  }

  private keyOf(column: number, row: number): string {
    return `${column},${row}`;
  }
}

/** The one shift that brings most vertices onto others: every pair votes for the shift that it would need. */
function vote(here: Float64Array, there: Float64Array, exact: VertexCells): LayerOffset | null {
  const side = (2 * REACH_M) / CELL_M;
  const votes = new Float64Array(side * side);
  const blocks = new VertexCells(there, REACH_M);
  const cellOf = (dx: number, dy: number): number => {
    const column = Math.floor((dx + REACH_M) / CELL_M);
    const row = Math.floor((dy + REACH_M) / CELL_M);
    return column >= 0 && column < side && row >= 0 && row < side ? row * side + column : -1;
  };
  for (let i = 0; i < here.length; i += 2) {
    const [x, y] = [here[i]!, here[i + 1]!];
    for (const j of blocks.around(x, y)) {
      const cell = cellOf(x - there[j]!, y - there[j + 1]!);
      if (cell >= 0) votes[cell]!++;
    }
  }
  const peak = votes.reduce((best, count, cell) => (count > votes[best]! ? cell : best), 0);
  const rough = {
    x: ((peak % side) + 0.5) * CELL_M - REACH_M,
    y: (Math.floor(peak / side) + 0.5) * CELL_M - REACH_M,
  };
  const fine = refined(here, there, blocks, rough);
  const moved = transformFlat(here, (x, y) => [x - fine[0], y - fine[1]]);
  const share = exact.shareOf(moved);
  if (share < LEAST_SHARE || share * (here.length / 2) < LEAST_MATCHES) return null;
  return offsetOf(fine, share, null);
}

/** The commonest shift near a rough one, in steps of half a metre. */
function refined(
  here: Float64Array,
  there: Float64Array,
  blocks: VertexCells,
  rough: { readonly x: number; readonly y: number },
): [number, number] {
  const step = SAME_M / 2;
  const counts = new Map<string, { count: number; x: number; y: number }>();
  for (let i = 0; i < here.length; i += 2) {
    const [x, y] = [here[i]!, here[i + 1]!];
    for (const j of blocks.around(x - rough.x, y - rough.y)) {
      const [dx, dy] = [x - there[j]!, y - there[j + 1]!];
      if (Math.abs(dx - rough.x) > CELL_M || Math.abs(dy - rough.y) > CELL_M) continue;
      const key = `${Math.round(dx / step)},${Math.round(dy / step)}`;
      const entry = counts.get(key) ?? { count: 0, x: 0, y: 0 };
      counts.set(key, { count: entry.count + 1, x: entry.x + dx, y: entry.y + dy });
    }
  }
  let best = { count: 0, x: 0, y: 0 };
  for (const entry of counts.values()) if (entry.count > best.count) best = entry;
  return best.count === 0 ? [rough.x, rough.y] : [best.x / best.count, best.y / best.count];
}
