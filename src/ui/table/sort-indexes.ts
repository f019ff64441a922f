/** Rows that are put in order by insertion before they are merged. */
const RUN = 16;

/**
 * Puts indexes in order, in place of nothing: gives a new array. Merge sort, so that equal ones keep their order and
 * the work can be laid down after any merge.
 */
export function* sortIndexes(
  indexes: Uint32Array,
  compare: (a: number, b: number) => number,
): Generator<void, Uint32Array> {
  let from = indexes.slice();
  for (let start = 0; start < from.length; start += RUN) {
    insertionSort(from, start, Math.min(from.length, start + RUN), compare);
    yield;
  }
  let into = new Uint32Array(from.length);
  for (let width = RUN; width < from.length; width *= 2) {
    for (let start = 0; start < from.length; start += 2 * width) {
      yield* merge(from, into, start, width, compare);
    }
    [from, into] = [into, from];
  }
  return from;
}

function insertionSort(
  indexes: Uint32Array,
  start: number,
  end: number,
  compare: (a: number, b: number) => number,
): void {
  for (let i = start + 1; i < end; i++) {
    const index = indexes[i]!;
    let at = i;
    for (; at > start && compare(indexes[at - 1]!, index) > 0; at--) indexes[at] = indexes[at - 1]!;
    indexes[at] = index;
  }
}

/** Steps of a merge between two looks at the clock. */
const STEPS = 256;

function* merge(
  from: Uint32Array,
  into: Uint32Array,
  start: number,
  width: number,
  compare: (a: number, b: number) => number,
): Generator<void, void> {
  const middle = Math.min(from.length, start + width);
  const end = Math.min(from.length, middle + width);
  let a = start;
  let b = middle;
  for (let out = start; out < end; out++) {
    const takesA = a < middle && (b === end || compare(from[a]!, from[b]!) <= 0);
    into[out] = takesA ? from[a++]! : from[b++]!;
    if (out % STEPS === 0) yield;
  }
}
