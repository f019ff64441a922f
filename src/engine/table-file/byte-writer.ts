/** Most bytes that a varint of a safe integer takes. */
const VARINT_BYTES = 8;

const encoder = new TextEncoder();

/** Bytes that grow as they are written, numbers with the low byte first. */
export class ByteWriter {
  private bytes: Uint8Array<ArrayBuffer>;
  private view: DataView;
  private at = 0;

  constructor(size = 1 << 16) {
    this.bytes = new Uint8Array(size);
    this.view = new DataView(this.bytes.buffer);
  }

  get length(): number {
    return this.at;
  }

  byte(value: number): void {
    this.reserve(1);
    this.bytes[this.at++] = value;
  }

  uint32(value: number): void {
    this.reserve(4);
    this.view.setUint32(this.at, value, true);
    this.at += 4;
  }

  double(value: number): void {
    this.reserve(8);
    this.view.setFloat64(this.at, value, true);
    this.at += 8;
  }

  /** A whole number from 0 to 2^53: seven bits a byte, the low ones first, the high bit where more follow. */
  varint(value: number): void {
    this.reserve(VARINT_BYTES);
    while (value >= 0x8000_0000) {
      this.bytes[this.at++] = 0x80 | (value % 0x80);
      value = Math.floor(value / 0x80);
    }
    for (; value >= 0x80; value >>>= 7) this.bytes[this.at++] = 0x80 | (value & 0x7f);
    this.bytes[this.at++] = value;
  }

  /** A whole number of at most 2^52 either way; small ones take few bytes. */
  signed(value: number): void {
    this.varint(value < 0 ? -2 * value - 1 : 2 * value);
  }

  raw(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.at);
    this.at += bytes.length;
  }

  /** A text with its length before it. */
  text(text: string): void {
    const bytes = encoder.encode(text);
    this.varint(bytes.length);
    this.raw(bytes);
  }

  /** Makes room for `count` more bytes. */
  reserve(count: number): void {
    if (this.at + count <= this.bytes.length) return;
    const bytes = new Uint8Array(Math.max(this.at + count, Math.ceil(this.bytes.length * 1.5)));
    bytes.set(this.bytes.subarray(0, this.at));
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer);
  }

  /** `count` whole numbers of `width` bits (at most 25) each, one after the other, up to a whole byte. */
  bits(values: Uint32Array, count: number, width: number): void {
    this.reserve(((count * width) >> 3) + 5);
    const { bytes } = this;
    let buffer = 0;
    let held = 0;
    for (let i = 0; i < count; i++) {
      buffer |= values[i]! << held;
      held += width;
      for (; held >= 8; held -= 8) {
        bytes[this.at++] = buffer;
        buffer >>>= 8;
      }
    }
    if (held > 0) bytes[this.at++] = buffer;
  }

  /** Puts a number where room was left for it. */
  setUint32(at: number, value: number): void {
    this.view.setUint32(at, value, true);
  }

  done(): Uint8Array<ArrayBuffer> {
    return this.bytes.subarray(0, this.at);
  }
}
