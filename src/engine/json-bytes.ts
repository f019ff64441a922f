const encoder = new TextEncoder();

const HEX = encoder.encode('0123456789abcdef');
const [ZERO, POINT] = encoder.encode('0.') as unknown as [number, number];

/** Writes JSON into pieces of bytes without making a text of each value. */
export class JsonBytes {
  private bytes: Uint8Array;
  private at = 0;
  private readonly digits = new Uint8Array(20);

  constructor(private readonly pieceSize: number) {
    this.bytes = new Uint8Array(pieceSize);
  }

  get isFull(): boolean {
    return this.at >= this.pieceSize;
  }

  /** What has been written since the last piece. */
  take(): Uint8Array {
    const piece = this.bytes.subarray(0, this.at);
    this.bytes = new Uint8Array(this.pieceSize);
    this.at = 0;
    return piece;
  }

  raw(bytes: Uint8Array, start = 0, end = bytes.length): void {
    this.reserve(end - start);
    for (let i = start; i < end; i++) this.bytes[this.at++] = bytes[i]!;
  }

  hex(bytes: Uint8Array): void {
    this.reserve(2 * bytes.length);
    for (const byte of bytes) {
      this.bytes[this.at++] = HEX[byte >> 4]!;
      this.bytes[this.at++] = HEX[byte & 15]!;
    }
  }

  /** A number that is not negative, to `decimals` places at most, as its nearest decimal; null for NaN. */
  decimal(value: number, decimals: number): void {
    const scaled = Math.round(value * 10 ** decimals);
    if (!(scaled <= Number.MAX_SAFE_INTEGER)) {
      this.raw(encoder.encode(Number.isNaN(value) ? 'null' : String(value)));
      return;
    }
    this.reserve(24);
    let rest = scaled;
    let places = decimals;
    while (places > 0 && rest % 10 === 0) {
      rest /= 10;
      places--;
    }
    const { digits } = this;
    let count = 0;
    while (rest > 0 || count <= places) {
      const tenth = Math.floor(rest / 10);
      digits[count++] = ZERO + (rest - 10 * tenth);
      rest = tenth;
    }
    while (count > 0) {
      this.bytes[this.at++] = digits[--count]!;
      if (count === places && places > 0) this.bytes[this.at++] = POINT;
    }
  }

  private reserve(count: number): void {
    if (this.at + count <= this.bytes.length) return;
    const grown = new Uint8Array(2 * this.bytes.length + count);
    grown.set(this.bytes);
    this.bytes = grown;
  }
}

/** The bytes of a value's JSON. */
export function jsonBytes(value: unknown): Uint8Array {
  return encoder.encode(JSON.stringify(value));
}
