import { blobSource } from './blob-source';

/** Bytes that can be read piece by piece, and again: in memory, or a file that need not fit there. */
export interface ByteSource {
  readonly size: number;
  /** Bytes from `start` on, not to be written to: up to `end`, or fewer, but at least one. */
  read(start: number, end: number): Uint8Array | Promise<Uint8Array>;
  /** Writes bytes from `start` on into `target`, where the source can without more memory; how many, at least one. */
  readInto?(target: Uint8Array, start: number): number;
  /** SHA-256 (hex) of all bytes, where the source has a quick way to it. */
  hash?(): Promise<string>;
}

export function sourceOf(bytes: Uint8Array | Blob): ByteSource {
  if (bytes instanceof Uint8Array) {
    return { size: bytes.length, read: (start, end) => bytes.subarray(start, end) };
  }
  return blobSource(bytes);
}

/** The bytes from `start` to before `end`, all of them. */
export async function readFully(
  source: ByteSource,
  start = 0,
  end = source.size,
): Promise<Uint8Array<ArrayBuffer>> {
  if (start >= end) return new Uint8Array();
  const first = await source.read(start, end);
  if (first.length === end - start) return first as Uint8Array<ArrayBuffer>;
  const all = new Uint8Array(end - start);
  all.set(first);
  for (let filled = first.length; filled < all.length;) {
    const more = await source.read(start + filled, end);
    all.set(more, filled);
    filled += more.length;
  }
  return all;
}

/** Bytes after the last one at hand, so that a reader may look some ahead. */
const SLACK = 16;

/** A cut through a source that moves on as it is read. */
export class ByteWindow {
  /** The bytes at hand, with a 0 after the last. */
  bytes: Uint8Array;
  length = 0;
  /** Where in `bytes` the reader is. */
  at = 0;
  /** Offset of the first byte at hand. */
  private base = 0;

  constructor(
    readonly source: ByteSource,
    size = 1 << 20,
  ) {
    this.bytes = new Uint8Array(Math.min(size, source.size) + SLACK);
  }

  /** Offset in the source of where the reader is. */
  get offset(): number {
    return this.base + this.at;
  }

  /** Whether nothing comes after the bytes at hand. */
  get isLast(): boolean {
    return this.base + this.length >= this.source.size;
  }

  /** Lets go of what is before `at` and reads on; makes the window larger where more than half of it is still held. */
  async refill(): Promise<void> {
    const held = this.length - this.at;
    const from = this.bytes;
    if (held > from.length / 2) this.bytes = new Uint8Array(from.length * 2 + SLACK);
    if (this.at > 0 || this.bytes !== from) this.bytes.set(from.subarray(this.at, this.length));
    this.base += this.at;
    this.at = 0;
    this.length = held;
    const start = this.base + held;
    const end = Math.min(this.source.size, start + this.bytes.length - SLACK - held);
    if (start < end) this.length += await this.readOn(start, end);
    this.bytes[this.length] = 0;
  }

  private async readOn(start: number, end: number): Promise<number> {
    const { source, bytes, length } = this;
    if (source.readInto) return source.readInto(bytes.subarray(length, length + end - start), start);
    const more = await source.read(start, end);
    bytes.set(more, length);
    return more.length;
  }

  /** Goes to an offset of the source, with nothing at hand. */
  seek(offset: number): void {
    this.base = offset;
    this.at = 0;
    this.length = 0;
    this.bytes[0] = 0;
  }
}
