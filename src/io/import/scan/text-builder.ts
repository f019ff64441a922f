import { equalBytes, hashOfBytes, slotCountFor } from '../../../domain/text-index';
import type { TextColumn } from '../../../domain/text-column';
import { fitted, grown, type Outlook } from './growing';

/** A text column that grows row by row. */
export class TextBuilder {
  size = 0;
  bytes = new Uint8Array(256);
  ends = new Uint32Array(64);

  constructor(private readonly outlook: Outlook) {}

  /** The end of the texts so far. */
  get length(): number {
    return this.size === 0 ? 0 : this.ends[this.size - 1]!;
  }

  startOf(row: number): number {
    return row === 0 ? 0 : this.ends[row - 1]!;
  }

  add(bytes: Uint8Array, start: number, end: number): void {
    const from = this.length;
    const to = from + end - start;
    if (to > this.bytes.length) this.bytes = grown(this.bytes, to, this.outlook);
    if (this.size === this.ends.length) this.ends = grown(this.ends, this.size + 1, this.outlook);
    // Most texts are short: a loop is quicker than `set` of a `subarray`.
    for (let i = start, j = from; i < end; i++, j++) this.bytes[j] = bytes[i]!;
    this.ends[this.size++] = to;
  }

  /** Adds the texts of a column from row `from` on. */
  addAll({ bytes, ends }: TextColumn, from = 0): void {
    const first = from === 0 ? 0 : ends[from - 1]!;
    const shift = this.length - first;
    const size = this.size + ends.length - from;
    const length = bytes.length + shift;
    if (length > this.bytes.length) this.bytes = grown(this.bytes, length, this.outlook);
    if (size > this.ends.length) this.ends = grown(this.ends, size, this.outlook);
    this.bytes.set(bytes.subarray(first), first + shift);
    for (let row = from; row < ends.length; row++) this.ends[this.size++] = ends[row]! + shift;
  }

  finish(): TextColumn {
    return { bytes: fitted(this.bytes, this.length), ends: fitted(this.ends, this.size) };
  }
}

/**
 * Texts that differ, each with its row, found by their bytes. As long as each is greater than the one before it, as
 * numbered ids are, that alone says that none comes twice; from the first that is not, a hash table does.
 */
export class DistinctTexts {
  readonly texts: TextBuilder;
  /** Whether each text is known to be greater than the one before it. */
  isAscending = true;
  /** Row + 1, and the hash of its text, by turns; row 0 is a free slot. */
  private slots = new Uint32Array(0);
  private mask = 0;

  constructor(private readonly outlook: Outlook) {
    this.texts = new TextBuilder(outlook);
  }

  /** Adds texts that differ, and whose ascending order is known or not; false where one of them is there already. */
  addAll(more: TextColumn, isAscending: boolean): boolean {
    const { bytes, ends } = more;
    if (ends.length === 0) return true;
    if (isAscending && this.isAscending && this.isGreatest(bytes, 0, ends[0]!)) {
      this.texts.addAll(more);
      return true;
    }
    let start = 0;
    for (const end of ends) {
      if (this.find(bytes, start, end) >= 0) return false;
      this.add(bytes, start, end);
      start = end;
    }
    return true;
  }

  /** The row of that text; -1 if there is none. */
  find(bytes: Uint8Array, start: number, end: number): number {
    if (this.isAscending) {
      if (this.isGreatest(bytes, start, end)) return -1;
      this.isAscending = false;
      this.makeSlots(this.texts.size);
    }
    return this.slots[this.slotOf(bytes, start, end, hashOfBytes(bytes, start, end))]! - 1;
  }

  /** Adds a text that is not there yet. */
  add(bytes: Uint8Array, start: number, end: number): number {
    const row = this.texts.size;
    if (this.isAscending && !this.isGreatest(bytes, start, end)) {
      this.isAscending = false;
      this.makeSlots(row);
    }
    if (!this.isAscending) {
      if (slotCountFor(row + 1) > this.mask + 1)
        this.makeSlots(Math.max(row * 2, this.outlook.expected(row)));
      const hash = hashOfBytes(bytes, start, end);
      this.occupy(this.slotOf(bytes, start, end, hash), row, hash);
    }
    this.texts.add(bytes, start, end);
    return row;
  }

  /** Whether the text is longer than the last one, or as long and greater. */
  private isGreatest(bytes: Uint8Array, start: number, end: number): boolean {
    const { texts } = this;
    if (texts.size === 0) return true;
    const last = texts.startOf(texts.size - 1);
    const longer = end - start - (texts.length - last);
    if (longer !== 0) return longer > 0;
    for (let i = start, j = last; i < end; i++, j++) {
      const more = bytes[i]! - texts.bytes[j]!;
      if (more !== 0) return more > 0;
    }
    return false;
  }

  private slotOf(bytes: Uint8Array, start: number, end: number, hash: number): number {
    const { slots, texts, mask } = this;
    let slot = 2 * (hash & mask);
    for (let row = slots[slot]!; row !== 0; row = slots[slot]!) {
      if (
        slots[slot + 1] === hash &&
        equalBytes(bytes, start, end, texts.bytes, texts.startOf(row - 1), texts.ends[row - 1]!)
      ) {
        break;
      }
      slot = (slot + 2) & (2 * mask);
    }
    return slot;
  }

  private occupy(slot: number, row: number, hash: number): void {
    this.slots[slot] = row + 1;
    this.slots[slot + 1] = hash;
  }

  /** Makes a table for that many rows, with all rows so far in it. */
  private makeSlots(rows: number): void {
    const { texts } = this;
    this.mask = slotCountFor(Math.max(rows, 32)) - 1;
    this.slots = new Uint32Array(2 * (this.mask + 1));
    for (let row = 0; row < texts.size; row++) {
      const hash = hashOfBytes(texts.bytes, texts.startOf(row), texts.ends[row]!);
      let slot = 2 * (hash & this.mask);
      while (this.slots[slot] !== 0) slot = (slot + 2) & (2 * this.mask);
      this.occupy(slot, row, hash);
    }
  }
}
