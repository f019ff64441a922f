/**
 * A growing run of bytes in protocol-buffer notation. `bytes` and `length` are open so that hot loops can write on
 * their own after `reserve`.
 */
export class ByteWriter {
  bytes = new Uint8Array(1 << 8);
  length = 0;

  /** Makes room for so many bytes more. */
  reserve(count: number): void {
    const needed = this.length + count;
    if (needed <= this.bytes.length) return;
    const grown = new Uint8Array(Math.max(needed, 2 * this.bytes.length));
    grown.set(this.bytes.subarray(0, this.length));
    this.bytes = grown;
  }

  /** A whole number of 0 … 2³² − 1. */
  varint(value: number): void {
    this.reserve(5);
    this.put(value);
  }

  /** The same where there is room for it: 5 bytes at most. */
  put(value: number): void {
    const { bytes } = this;
    let at = this.length;
    let rest = value;
    while (rest > 0x7f) {
      bytes[at++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    bytes[at++] = rest;
    this.length = at;
  }

  /** Begins a length-delimited field, which holds what is written until it is closed; its mark for closing. */
  open(key: number): number {
    this.reserve(6);
    this.put(key);
    return this.length++;
  }

  /** Ends a field: most are short, so that one byte was left for their length. */
  close(mark: number): void {
    const size = this.length - mark - 1;
    const more = varintSize(size) - 1;
    if (more > 0) {
      this.reserve(more);
      this.bytes.copyWithin(mark + 1 + more, mark + 1, this.length);
    }
    this.length = mark;
    this.put(size);
    this.length = mark + 1 + more + size;
  }

  /** Puts a number into a gap that was left for it at `at`; what lies behind moves up where it needs less. */
  fill(at: number, gap: number, value: number): void {
    let end = at;
    let rest = value;
    while (rest > 0x7f) {
      this.bytes[end++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    this.bytes[end++] = rest;
    if (end < at + gap) {
      this.bytes.copyWithin(end, at + gap, this.length);
      this.length -= at + gap - end;
    }
  }

  /** Bytes `start … end - 1` of a source. */
  copy(source: Uint8Array, start: number, end: number): void {
    this.reserve(end - start);
    const { bytes, length } = this;
    // Nearly all are a few bytes, for which a view costs more than they do.
    if (end - start < 64) for (let i = start; i < end; i++) bytes[length + i - start] = source[i]!;
    else bytes.set(source.subarray(start, end), length);
    this.length += end - start;
  }

  /** A length-delimited field with the bytes of another writer. */
  field(key: number, content: ByteWriter): void {
    this.varint(key);
    this.varint(content.length);
    this.copy(content.bytes, 0, content.length);
  }

  /** A length-delimited field of UTF-8 text. */
  text(key: number, text: string): void {
    const bytes = encoder.encode(text);
    this.varint(key);
    this.varint(bytes.length);
    this.copy(bytes, 0, bytes.length);
  }

  double(key: number, value: number): void {
    this.varint(key);
    this.reserve(8);
    new DataView(this.bytes.buffer).setFloat64(this.length, value, true);
    this.length += 8;
  }
}

const encoder = new TextEncoder();

/** Differences of both signs as numbers without one, small ones small. */
export function zigzag(value: number): number {
  return (value << 1) ^ (value >> 31);
}

/** Bytes that `varint` takes for a value. */
export function varintSize(value: number): number {
  let size = 1;
  for (let rest = value >>> 7; rest > 0; rest >>>= 7) size += 1;
  return size;
}
