/**
 * Puts shapes in an order in which neighbours are neighbours in memory, and finds them by place. Shapes of a like
 * size share a level; a level is a loose grid, whose cells (`CELL_M`, four times as wide from level to level) hold the
 * shapes whose middle lies in them. A shape is no larger than its level's cell, so that it reaches out of its cell by
 * half a cell at most. Slots of one cell are consecutive, and cells follow each other row by row.
 */
export interface PlaceGrid {
  /**
   * The slots whose boxes meet the given box, until it is asked the next time. They come in the order of slots within a
   * cell, cells row by row, small shapes first.
   */
  collect(minX: number, minY: number, maxX: number, maxY: number): Uint32Array;
}

interface Level {
  readonly cellM: number;
  readonly column0: number;
  readonly row0: number;
  readonly columns: number;
  readonly rows: number;
  /** Of cell `row * columns + column`: its first slot; one entry more for the end. */
  readonly starts: Uint32Array;
}

/** Width of the cells of small shapes, metres: some dozens of urban parcels. */
const CELL_M = 250;

/** Each level's cells are so many times as wide as those of the level below. */
const WIDENING = 4;

/** So many cells a level may have for each of its shapes, and for a level of few. */
const CELLS_PER_SHAPE = 8;
const CELLS_OF_FEW = 4096;

export interface PlacedBoxes {
  /** Row of each slot. Shapes without a position come last and are never found. */
  readonly rows: Uint32Array;
  /** The boxes in the order of slots. */
  readonly boxes: Float32Array;
  readonly grid: PlaceGrid;
}

/** The order in which shapes with these boxes (four numbers each) are to be laid down, and the grid that finds them. */
export function placeBoxes(boxes: Float32Array): PlacedBoxes {
  const size = boxes.length / 4;
  const levelOf = new Uint8Array(size);
  const counts = new Uint32Array(NOWHERE + 1);
  for (let row = 0; row < size; row++) counts[(levelOf[row] = levelAt(boxes, row))]!++;
  const rows = new Uint32Array(size);
  const levels: Level[] = [];
  let placed = 0;
  for (let level = 0; level < NOWHERE; level++) {
    if (counts[level] === 0) continue;
    const members = membersOf(boxes, levelOf, counts, level);
    if (members.length === 0) continue;
    levels.push(layDown(boxes, members, CELL_M * WIDENING ** level, rows, placed));
    placed += members.length;
  }
  for (let row = 0; row < size; row++) if (levelOf[row] === NOWHERE) rows[placed++] = row;
  const ordered = new Float32Array(boxes.length);
  for (let slot = 0; slot < size; slot++) {
    const from = 4 * rows[slot]!;
    for (let i = 0; i < 4; i++) ordered[4 * slot + i] = boxes[from + i]!;
  }
  return { rows, boxes: ordered, grid: new LeveledGrid(levels, ordered) };
}

/** Level of a shape without a position. */
const NOWHERE = 15;

function levelAt(boxes: Float32Array, row: number): number {
  const width = Math.max(boxes[4 * row + 2]! - boxes[4 * row]!, boxes[4 * row + 3]! - boxes[4 * row + 1]!);
  if (!(width >= 0 && width < Infinity)) return NOWHERE;
  let level = 0;
  for (let cell = CELL_M; width > cell && level < NOWHERE - 1; cell *= WIDENING) level++;
  return level;
}

/**
 * Rows of a level. Where a few lie far away, a grid over all would be all empty cells: then those outside a window
 * around the middle of the others are sent a level up.
 */
function membersOf(
  boxes: Float32Array,
  levelOf: Uint8Array,
  counts: Uint32Array,
  level: number,
): Uint32Array {
  const count = counts[level]!;
  const members = new Uint32Array(count);
  let at = 0;
  for (let row = 0; row < levelOf.length; row++) if (levelOf[row] === level) members[at++] = row;
  if (level === NOWHERE - 1) return members;
  const half = (Math.sqrt(CELLS_PER_SHAPE * count + CELLS_OF_FEW) / 2) * CELL_M * WIDENING ** level;
  const x = medianOf(members, (row) => middleX(boxes, row));
  const y = medianOf(members, (row) => middleY(boxes, row));
  let near = 0;
  for (const row of members) {
    const isNear = Math.abs(middleX(boxes, row) - x) < half && Math.abs(middleY(boxes, row) - y) < half;
    if (isNear) members[near++] = row;
    else levelOf[row] = level + 1;
  }
  counts[level + 1]! += count - near;
  return members.subarray(0, near);
}

/** Of some thousand of them, evenly chosen. */
function medianOf(rows: Uint32Array, value: (row: number) => number): number {
  const step = Math.max(1, Math.floor(rows.length / 1000));
  const sample: number[] = [];
  for (let i = 0; i < rows.length; i += step) sample.push(value(rows[i]!));
  return sample.sort((a, b) => a - b)[sample.length >> 1]!;
}

function middleX(boxes: Float32Array, row: number): number {
  return (boxes[4 * row]! + boxes[4 * row + 2]!) / 2;
}

function middleY(boxes: Float32Array, row: number): number {
  return (boxes[4 * row + 1]! + boxes[4 * row + 3]!) / 2;
}

/** Counting sort of a level's members by cell into `rows`, from `first` on. */
function layDown(
  boxes: Float32Array,
  members: Uint32Array,
  cellM: number,
  rows: Uint32Array,
  first: number,
): Level {
  const count = members.length;
  const columnOf = new Int32Array(count);
  const rowOf = new Int32Array(count);
  let [column0, row0, column1, row1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < count; i++) {
    const column = Math.floor(middleX(boxes, members[i]!) / cellM);
    const row = Math.floor(middleY(boxes, members[i]!) / cellM);
    columnOf[i] = column;
    rowOf[i] = row;
    if (column < column0) column0 = column;
    if (column > column1) column1 = column;
    if (row < row0) row0 = row;
    if (row > row1) row1 = row;
  }
  const extent = { cellM, column0, row0, columns: column1 - column0 + 1, rows: row1 - row0 + 1 };
  const starts = new Uint32Array(extent.columns * extent.rows + 1);
  for (let i = 0; i < count; i++) {
    starts[(rowOf[i]! - row0) * extent.columns + columnOf[i]! - column0 + 1]!++;
  }
  starts[0] = first;
  for (let cell = 1; cell < starts.length; cell++) starts[cell]! += starts[cell - 1]!;
  const next = starts.slice();
  for (let i = 0; i < count; i++) {
    rows[next[(rowOf[i]! - row0) * extent.columns + columnOf[i]! - column0]!++] = members[i]!;
  }
  return { ...extent, starts };
}

class LeveledGrid implements PlaceGrid {
  /** Slots that were found last; grows as needed. */
  private found = new Uint32Array(1024);

  constructor(
    private readonly levels: readonly Level[],
    private readonly boxes: Float32Array,
  ) {}

  collect(minX: number, minY: number, maxX: number, maxY: number): Uint32Array {
    const { boxes } = this;
    let count = 0;
    for (const { cellM, column0, row0, columns, rows, starts } of this.levels) {
      const half = cellM / 2;
      const left = Math.max(0, Math.floor((minX - half) / cellM) - column0);
      const right = Math.min(columns - 1, Math.floor((maxX + half) / cellM) - column0);
      const bottom = Math.max(0, Math.floor((minY - half) / cellM) - row0);
      const top = Math.min(rows - 1, Math.floor((maxY + half) / cellM) - row0);
      if (left > right) continue;
      for (let row = bottom; row <= top; row++) {
        const start = starts[row * columns + left]!;
        const end = starts[row * columns + right + 1]!;
        const found = this.roomFor(count + end - start);
        for (let slot = start; slot < end; slot++) {
          const i = 4 * slot;
          if (boxes[i]! <= maxX && boxes[i + 1]! <= maxY && boxes[i + 2]! >= minX && boxes[i + 3]! >= minY) {
            found[count++] = slot;
          }
        }
      }
    }
    return this.found.subarray(0, count);
  }

  private roomFor(count: number): Uint32Array {
    if (count > this.found.length) {
      const larger = new Uint32Array(2 * count);
      larger.set(this.found);
      this.found = larger;
    }
    return this.found;
  }
}
