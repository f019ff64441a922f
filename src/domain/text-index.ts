import type { TextColumn } from './text-column';
import { encodeUtf8 } from './utf8';

/** Finds rows of a text column by their text. */
export interface TextIndex {
  /** The row of that text; undefined if there is none. */
  find(text: string): number | undefined;
}

/** Slots of a hash table of that many rows: a power of two, at least a quarter of them free. */
export function slotCountFor(rows: number): number {
  let count = 16;
  while (count * 3 < rows * 4) count *= 2;
  return count;
}

/** A hash of some bytes (FNV-1a with the last mixing step of MurmurHash3), as an unsigned 32-bit number. */
export function hashOfBytes(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

export function equalBytes(
  a: Uint8Array,
  startA: number,
  endA: number,
  b: Uint8Array,
  startB: number,
  endB: number,
): boolean {
  if (endA - startA !== endB - startB) return false;
  for (let i = startA, j = startB; i < endA; i++, j++) if (a[i] !== b[j]) return false;
  return true;
}

/**
 * An index of a column whose texts differ; of equal texts the first is found. Texts that ascend by length and then by
 * bytes, as numbers do that count up, are searched where they stand; others get a hash table.
 */
export function createTextIndex(column: TextColumn): TextIndex {
  return isAscending(column) ? searchOf(column) : hashTableOf(column);
}

function isAscending(column: TextColumn): boolean {
  const { bytes, ends } = column;
  for (let row = 1; row < ends.length; row++) {
    if (compareWith(column, row - 1, bytes, ends[row - 1]!, ends[row]!) >= 0) return false;
  }
  return true;
}

/** Order of a row's text and a text of some bytes: by length, then by bytes. */
function compareWith(
  { bytes, ends }: TextColumn,
  row: number,
  other: Uint8Array,
  start: number,
  end: number,
): number {
  const from = row === 0 ? 0 : ends[row - 1]!;
  const length = ends[row]! - from;
  if (length !== end - start) return length - (end - start);
  for (let i = 0; i < length; i++) {
    const difference = bytes[from + i]! - other[start + i]!;
    if (difference !== 0) return difference;
  }
  return 0;
}

function searchOf(column: TextColumn): TextIndex {
  return {
    find(text) {
      const wanted = encodeUtf8(text);
      let [low, high] = [0, column.ends.length - 1];
      while (low <= high) {
        const middle = (low + high) >> 1;
        const order = compareWith(column, middle, wanted, 0, wanted.length);
        if (order === 0) return middle;
        if (order < 0) low = middle + 1;
        else high = middle - 1;
      }
      return undefined;
    },
  };
}

/** Of row numbers: 5 to 11 bytes a row. */
function hashTableOf({ bytes, ends }: TextColumn): TextIndex {
  const mask = slotCountFor(ends.length) - 1;
  /** Row + 1; 0 is a free slot. */
  const slots = new Uint32Array(mask + 1);
  const slotOf = (text: Uint8Array, start: number, end: number): number => {
    let slot = hashOfBytes(text, start, end) & mask;
    for (let row = slots[slot]!; row !== 0; row = slots[slot]!) {
      if (equalBytes(text, start, end, bytes, row === 1 ? 0 : ends[row - 2]!, ends[row - 1]!)) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  };
  let start = 0;
  for (let row = 0; row < ends.length; row++) {
    const slot = slotOf(bytes, start, ends[row]!);
    if (slots[slot] === 0) slots[slot] = row + 1;
    start = ends[row]!;
  }
  return {
    find(text) {
      const wanted = encodeUtf8(text);
      const row = slots[slotOf(wanted, 0, wanted.length)]!;
      return row === 0 ? undefined : row - 1;
    },
  };
}
