import { ranksOf } from './collation-ranks';
import { sortIndexes } from './sort-indexes';

/** A value of a cell to sort by. */
export type CellValue = string | number | null;

interface OrderWish<Row> {
  readonly rows: readonly Row[];
  /** Absent: all rows are shown. */
  readonly matches?: ((row: Row) => boolean) | undefined;
  /** What to sort by; absent: as given. */
  readonly value?: ((row: Row) => CellValue) | undefined;
  readonly descending?: boolean;
  readonly locale: string;
}

/** Rows between two looks at the clock. */
const STEPS = 128;

/** Indexes of the rows to show, in their order; rows without a value come last either way. In small steps. */
export function* orderOf<Row>(wish: OrderWish<Row>): Generator<void, Uint32Array> {
  const shown = yield* shownOf(wish);
  const { value, descending = false } = wish;
  if (!value) return shown;
  const keys = yield* keysOf(wish.rows, value, wish.locale);
  const sign = descending ? -1 : 1;
  return yield* sortIndexes(shown, (a, b) => {
    const [x, y] = [keys[a]!, keys[b]!];
    if (x !== x || y !== y) return Number(x !== x) - Number(y !== y);
    return sign * (x - y);
  });
}

function* shownOf<Row>({ rows, matches }: OrderWish<Row>): Generator<void, Uint32Array> {
  const shown = new Uint32Array(rows.length);
  let count = 0;
  for (let index = 0; index < rows.length; index++) {
    if (!matches || matches(rows[index]!)) shown[count++] = index;
    if (index % STEPS === 0) yield;
  }
  return shown.subarray(0, count);
}

const keysOfRows = new WeakMap<object, Map<unknown, Float64Array>>();

/** A number for each row by which it is sorted, NaN for nothing; made once for the same rows and the same value. */
function* keysOf<Row>(
  rows: readonly Row[],
  value: (row: Row) => CellValue,
  locale: string,
): Generator<void, Float64Array> {
  let ofRows = keysOfRows.get(rows);
  if (!ofRows) keysOfRows.set(rows, (ofRows = new Map<unknown, Float64Array>()));
  const made = ofRows.get(value);
  if (made) return made;
  const values: CellValue[] = [];
  const texts = new Set<string>();
  for (const [index, row] of rows.entries()) {
    const cell = value(row);
    values.push(cell);
    if (typeof cell === 'string') texts.add(cell);
    if (index % STEPS === 0) yield;
  }
  const ranks = ranksOf(locale);
  yield* ranks.add(texts);
  const keys = new Float64Array(rows.length);
  for (const [index, cell] of values.entries()) {
    keys[index] = cell === null ? NaN : typeof cell === 'number' ? cell : ranks.of(cell);
    if (index % STEPS === 0) yield;
  }
  ofRows.set(value, keys);
  return keys;
}
