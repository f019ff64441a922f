import { joinedBytes } from '../joined-bytes';

const LINE_FEED = 10;
/** Every 1024 lines are told. */
const TELL_BITS = 10;

/** Gathers bytes that come in many small pieces, in blocks, so that none is copied more than twice. */
export class ByteSink {
  private readonly full: Uint8Array[] = [];
  private block = new Uint8Array(1 << 16);
  private used = 0;
  /** Lines that were taken so far, since the beginning. */
  lines = 0;

  /** Told now and then while bytes come. */
  constructor(private readonly onLines: (lines: number) => void = () => undefined) {}

  /** Takes bytes of another memory; gives how many. */
  take(memory: Int8Array, offset: number, length: number): number {
    if (this.used + length > this.block.length) {
      this.full.push(this.block.subarray(0, this.used));
      this.block = new Uint8Array(Math.max(length, Math.min(this.block.length * 2, 1 << 24)));
      this.used = 0;
    }
    const piece = memory.subarray(offset, offset + length);
    this.block.set(piece, this.used);
    this.used += length;
    const before = this.lines;
    for (let at = piece.indexOf(LINE_FEED); at >= 0; at = piece.indexOf(LINE_FEED, at + 1)) this.lines++;
    if (this.lines >> TELL_BITS > before >> TELL_BITS) this.onLines(this.lines);
    return length;
  }

  /** All bytes since the last time, as one. */
  drain(): Uint8Array<ArrayBuffer> {
    const all = joinedBytes([...this.full, this.block.subarray(0, this.used)]);
    this.full.length = 0;
    this.used = 0;
    return all;
  }
}
