/** Thrown where a file ends too early or holds what no writer writes; `decodeTable` makes a reason of it. */
export class TableFileError extends Error {
  constructor(readonly reason: 'truncated' | 'corrupt') {
    super(reason);
  }
}

export function demand(condition: boolean): asserts condition {
  if (!condition) throw new TableFileError('corrupt');
}

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

  /** Fills `values` up to `count` with whole numbers of `width` bits (at most 25) each. */
  bits(values: Uint32Array, count: number, width: number): void {
    const size = Math.ceil((count * width) / 8);
    this.need(size);
    const { view, at } = this;
    const mask = 2 ** width - 1;
    // Four bytes at a time hold any 25 bits; the last numbers, near the end of the file, are put together by bytes.
    const safe = Math.min(
      count,
      Math.max(0, Math.floor(((view.byteLength - at - 4) * 8) / Math.max(1, width))),
    );
    let bit = 0;
    let i = 0;
    for (; i < safe; i++, bit += width) {
      values[i] = (view.getUint32(at + (bit >>> 3), true) >>> (bit & 7)) & mask;
    }
    for (; i < count; i++, bit += width) {
      let value = 0;
      for (let b = width - 1; b >= 0; b--) {
        const place = bit + b;
        value = (value << 1) | ((this.bytes[at + (place >>> 3)]! >>> (place & 7)) & 1);
      }
      values[i] = value;
    }
    this.at += size;
  }

  private need(count: number): void {
    if (count > this.left) throw new TableFileError('truncated');
  }
}
