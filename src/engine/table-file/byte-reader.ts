/** Thrown where a file ends too early or holds what no writer writes; `decodeTable` makes a reason of it. */
export class TableFileError extends Error {
  constructor(readonly reason: 'truncated' | 'corrupt') {
    super(reason);
  }
}

export function demand(condition: boolean): asserts condition {
  if (!condition) throw new TableFileError('corrupt');
}

/** Bytes that have to follow whatever is read by bits. */
export const SLACK = 4;

/** Reads what `ByteWriter` wrote; never past the end, and no number that could not have been written. */
export class ByteReader {
  private at = 0;
  private readonly view: DataView;
  private readonly decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

  private readonly bytes: Uint8Array;

  constructor({ buffer, byteOffset, byteLength }: Uint8Array) {
    // A plain one: where Node has read the file, `slice` of its `Buffer` would give no copy.
    this.bytes = new Uint8Array(buffer, byteOffset, byteLength);
    this.view = new DataView(buffer, byteOffset, byteLength);
  }

  get left(): number {
    return this.bytes.length - this.at;
  }

  byte(): number {
    this.need(1);
    return this.bytes[this.at++]!;
  }

  uint32(): number {
    this.need(4);
    this.at += 4;
    return this.view.getUint32(this.at - 4, true);
  }

  double(): number {
    this.need(8);
    this.at += 8;
    return this.view.getFloat64(this.at - 8, true);
  }

  varint(): number {
    let byte = this.byte();
    let value = byte & 0x7f;
    for (let scale = 0x80; byte >= 0x80; scale *= 0x80) {
      byte = this.byte();
      value += (byte & 0x7f) * scale;
      demand(value <= Number.MAX_SAFE_INTEGER && scale <= 2 ** 49);
    }
    return value;
  }

  signed(): number {
    const value = this.varint();
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  }

  /** A count of things that take at least `least` bytes each: no more than are left. */
  count(least = 1): number {
    const count = this.varint();
    if (count * least > this.left) throw new TableFileError('truncated');
    return count;
  }

  /** Bytes of the file itself, not a copy. */
  raw(count: number): Uint8Array {
    this.need(count);
    this.at += count;
    return this.bytes.subarray(this.at - count, this.at);
  }

  /** Writes the next `count` bytes into `target`, from `at` on. */
  copyTo(target: Uint8Array, at: number, count: number): void {
    this.need(count);
    const { bytes, at: from } = this;
    for (let i = 0; i < count; i++) target[at + i] = bytes[from + i]!;
    this.at += count;
  }

  text(): string {
    return this.decoded(this.raw(this.count()));
  }

  decoded(bytes: Uint8Array): string {
    try {
      return this.decoder.decode(bytes);
    } catch (error) {
      if (error instanceof TypeError) throw new TableFileError('corrupt');
      throw error;
    }
  }

  json(): unknown {
    try {
      return JSON.parse(this.text());
    } catch (error) {
      if (error instanceof SyntaxError) throw new TableFileError('corrupt');
      throw error;
    }
  }

  /**
   * Puts `count` vertices into `xy` from `at` on, the first at `x`, `y` and each other a step from the one before:
   * whole numbers of which `units` make one, steps of `width` bits (at most 25) for either coordinate. At least
   * `SLACK` bytes have to follow.
   */
  path(
    xy: Float64Array,
    at: number,
    count: number,
    x: number,
    y: number,
    width: number,
    units: number,
  ): void {
    const size = Math.ceil(((2 * count - 2) * width) / 8);
    this.need(size + SLACK);
    const { view, at: start } = this;
    const mask = 2 ** width - 1;
    const end = at + 2 * count;
    xy[at] = x / units;
    xy[at + 1] = y / units;
    for (let i = at + 2, bit = 0; i < end; i += 2, bit += 2 * width) {
      const next = bit + width;
      // Four bytes at a time hold any 25 bits.
      const dx = (view.getUint32(start + (bit >>> 3), true) >>> (bit & 7)) & mask;
      const dy = (view.getUint32(start + (next >>> 3), true) >>> (next & 7)) & mask;
      x += (dx >>> 1) ^ -(dx & 1);
      y += (dy >>> 1) ^ -(dy & 1);
      xy[i] = x / units;
      xy[i + 1] = y / units;
    }
    this.at += size;
  }

  private need(count: number): void {
    if (count > this.left) throw new TableFileError('truncated');
  }
}
