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

  finish(): TextColumn {
    return { bytes: fitted(this.bytes, this.length), ends: fitted(this.ends, this.size) };
  }
}

/** Texts that differ, each with its row, found by their bytes. */
export class DistinctTexts {
  readonly texts: TextBuilder;
  /** Row + 1; 0 is a free slot. */
  private slots = new Uint32Array(slotCountFor(64));

  constructor(outlook: Outlook) {
    this.texts = new TextBuilder(outlook);
  }

  /** The row of that text; -1 if there is none. */
  find(bytes: Uint8Array, start: number, end: number): number {
    return this.slots[this.slotOf(bytes, start, end)]! - 1;
  }

  /** Adds a text that is not there yet. */
  add(bytes: Uint8Array, start: number, end: number): number {
    if (slotCountFor(this.texts.size + 1) > this.slots.length) this.widen();
    const slot = this.slotOf(bytes, start, end);
    this.texts.add(bytes, start, end);
    this.slots[slot] = this.texts.size;
    return this.texts.size - 1;
  }

  private slotOf(bytes: Uint8Array, start: number, end: number): number {
    const { slots, texts } = this;
    const mask = slots.length - 1;
    let slot = hashOfBytes(bytes, start, end) & mask;
    for (let row = slots[slot]!; row !== 0; row = slots[slot]!) {
      if (equalBytes(bytes, start, end, texts.bytes, texts.startOf(row - 1), texts.ends[row - 1]!)) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private widen(): void {
    const { texts } = this;
    const slots = new Uint32Array(slotCountFor(texts.size * 2));
    const mask = slots.length - 1;
    for (let row = 0; row < texts.size; row++) {
      let slot = hashOfBytes(texts.bytes, texts.startOf(row), texts.ends[row]!) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = row + 1;
    }
    this.slots = slots;
  }
}
