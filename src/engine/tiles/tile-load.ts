import type { Frame } from '../../geo/frame';
import type { Box } from '../box-index';
import type { TileLayer } from './tile-layer';
import { EXTENT, fitTransform, transformed, type TileTransform } from './tile-transform';

/** What tiles are planned for; buffers and long names come on top of it, up to `MOST_BYTES`. */
const PLANNED_BYTES = 140_000;

export const MAX_ZOOM = 18;
/** Squares that are counted in at most; a finer zoom than they allow counts as the finest that they do. */
const MOST_SQUARES = 1 << 20;

/** Bytes of a layer by tile, at each zoom, as far as they can be told without cutting. */
export interface TileLoad {
  /** The fullest tile is within the plan. */
  fits(z: number): boolean;
  /** All but 2 % of the layer lies in tiles within the plan. */
  mostlyFits(z: number): boolean;
}

/** Shapes that are counted at one go. */
const PAUSE_EVERY = 1 << 15;

/** Counts shapes into the tile of their middle; `counts` says which. Pauses every few milliseconds. */
export function* tileLoad(
  layer: TileLayer,
  frame: Frame,
  extent: Box,
  counts: (slot: number) => boolean,
): Generator<undefined, TileLoad> {
  const { boxes, size } = layer.shapes;
  // In the units of the nearest zoom, in which a transform is exact enough for all others.
  const world = fitTransform(frame, { z: MAX_ZOOM, x: 0, y: 0 }, extent);
  let grid = finestGrid(world, extent);
  const { z: finest } = grid;
  const scale = 2 ** (finest - MAX_ZOOM) / EXTENT;
  for (let slot = 0; slot < size; slot++) {
    if (slot % PAUSE_EVERY === 0) yield;
    const x = (boxes[4 * slot]! + boxes[4 * slot + 2]!) / 2;
    const y = (boxes[4 * slot + 1]! + boxes[4 * slot + 3]!) / 2;
    if (!Number.isFinite(x) || !counts(slot)) continue;
    const [u, v] = transformed(world, x, y);
    const column = Math.min(grid.columns - 1, Math.max(0, Math.floor(u * scale) - grid.left));
    const row = Math.min(grid.rows - 1, Math.max(0, Math.floor(v * scale) - grid.top));
    grid.bytes[row * grid.columns + column]! += bytesOf(layer, slot);
  }
  const most: number[] = [];
  const over: number[] = [];
  for (let z = finest; ; z--) {
    most[z] = grid.bytes.reduce((a, b) => Math.max(a, b), 0);
    const total = grid.bytes.reduce((a, b) => a + b, 0);
    over[z] = grid.bytes.reduce((a, b) => (b > PLANNED_BYTES ? a + b : a), 0) / Math.max(1, total);
    if (z === 0) break;
    grid = coarser(grid);
  }
  return {
    fits: (z) => most[Math.min(z, finest)]! <= PLANNED_BYTES,
    mostlyFits: (z) => over[Math.min(z, finest)]! <= 0.02,
  };
}

/** Bytes that a shape takes in a tile, about: its head, its id, its properties, two and a bit for a vertex. */
function bytesOf({ shapes, rows, table }: TileLayer, slot: number): number {
  const { featureEnds, partEnds } = shapes;
  const firstPart = slot === 0 ? 0 : featureEnds[slot - 1]!;
  const lastPart = featureEnds[slot]!;
  const first = firstPart === 0 ? 0 : partEnds[firstPart - 1]!;
  const last = lastPart === 0 ? 0 : partEnds[lastPart - 1]!;
  const row = rows[slot]!;
  const idSize = table.ids.ends[row]! - (row === 0 ? 0 : table.ids.ends[row - 1]!);
  return 24 + idSize + 4 * (lastPart - firstPart) + 2.2 * (last - first);
}

/** Bytes by tile of one zoom, in rows from the north, over the tiles that a layer touches. */
interface Grid {
  readonly z: number;
  readonly left: number;
  readonly top: number;
  readonly columns: number;
  readonly rows: number;
  readonly bytes: Float64Array;
}

function finestGrid(world: TileTransform, { minX, minY, maxX, maxY }: Box): Grid {
  const corners = [
    transformed(world, minX, minY),
    transformed(world, maxX, minY),
    transformed(world, maxX, maxY),
    transformed(world, minX, maxY),
  ];
  const range = (of: (corner: readonly [number, number]) => number, scale: number) => {
    const values = corners.map((corner) => Math.floor(of(corner) * scale));
    return [Math.min(...values), Math.max(...values) - Math.min(...values) + 1] as const;
  };
  for (let z = MAX_ZOOM; ; z--) {
    const scale = 2 ** (z - MAX_ZOOM) / EXTENT;
    const [left, columns] = range(([u]) => u, scale);
    const [top, rows] = range(([, v]) => v, scale);
    if (columns * rows > MOST_SQUARES && z > 0) continue;
    return { z, left, top, columns, rows, bytes: new Float64Array(columns * rows) };
  }
}

function coarser({ z, left, top, columns, rows, bytes }: Grid): Grid {
  const half = (value: number) => Math.floor(value / 2);
  const fewer = {
    columns: half(left + columns - 1) - half(left) + 1,
    rows: half(top + rows - 1) - half(top) + 1,
  };
  const sums = new Float64Array(fewer.columns * fewer.rows);
  for (let row = 0; row < rows; row++) {
    const to = (half(top + row) - half(top)) * fewer.columns;
    for (let column = 0; column < columns; column++) {
      sums[to + half(left + column) - half(left)]! += bytes[row * columns + column]!;
    }
  }
  return { z: z - 1, left: half(left), top: half(top), ...fewer, bytes: sums };
}
