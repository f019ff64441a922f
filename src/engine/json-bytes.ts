const encoder = new TextEncoder();

const ZERO = 0x30;
const POINT = 0x2e;
const NULL = encoder.encode('null');
/** Bytes up to which copying one by one is quicker than asking for it. */
const FEW = 24;

/** A number below this is a whole number of 31 bits after `decimal` has split it. */
const MOST_SPLIT = 2e9;

/** Writes JSON into pieces of bytes without making a text of each value. */
export class JsonBytes {
  /** Where the next byte goes. */
  at = 0;
  private bytes: Uint8Array;
  private spare: Uint8Array;

  constructor(private readonly pieceSize: number) {
    this.bytes = new Uint8Array(2 * pieceSize);
    this.spare = new Uint8Array(2 * pieceSize);
  }

  get isFull(): boolean {
    return this.at >= this.pieceSize;
  }

  /** What has been written since the last piece. It stands until the piece after it is taken. */
  take(): Uint8Array {
    const piece = this.bytes.subarray(0, this.at);
    [this.bytes, this.spare] = [this.spare, this.bytes];
    this.at = 0;
    return piece;
  }

  /** Makes room for so many bytes: to be called before anything else is written. */
  reserve(count: number): void {
    if (this.at + count <= this.bytes.length) return;
    const grown = new Uint8Array(2 * this.bytes.length + count);
    grown.set(this.bytes);
    this.bytes = grown;
  }

  raw(source: Uint8Array): void {
    const { bytes, at } = this;
    const count = source.length;
    if (count > FEW) bytes.set(source, at);
    else for (let i = 0; i < count; i++) bytes[at + i] = source[i]!;
    this.at = at + count;
  }

  /** Writes over what was written before. */
  over(at: number, source: Uint8Array): void {
    const { bytes } = this;
    for (let i = 0; i < source.length; i++) bytes[at + i] = source[i]!;
  }

  /** Writes again the bytes `from … to - 1` of this piece. */
  again(from: number, to: number): void {
    this.bytes.copyWithin(this.at, from, to);
    this.at += to - from;
  }

  /** A text of characters below 128 that need no escape. */
  ascii(text: string): void {
    const { bytes, at } = this;
    for (let i = 0; i < text.length; i++) bytes[at + i] = text.charCodeAt(i);
    this.at = at + text.length;
  }

  /** A number that is not negative, to `decimals` (1–9) places at most, as its nearest decimal; null for NaN. */
  decimal(value: number, decimals: number): void {
    const unit = 10 ** decimals;
    const scaled = Math.round(value * unit);
    const whole = Math.floor(scaled / unit);
    if (!(whole < MOST_SPLIT && scaled <= Number.MAX_SAFE_INTEGER)) {
      const text = Number.isNaN(value) ? NULL : encoder.encode(String(scaled / unit));
      this.reserve(text.length);
      this.raw(text);
      return;
    }
    this.digits(whole | 0, 1);
    let rest = (scaled - whole * unit) | 0;
    if (rest === 0) return;
    let places = decimals;
    for (let tenth = (rest / 10) | 0; rest === tenth * 10; tenth = (rest / 10) | 0) {
      rest = tenth;
      places--;
    }
    this.bytes[this.at++] = POINT;
    this.digits(rest, places);
  }

  /** A whole number below 2³¹ with at least so many digits. */
  private digits(number: number, least: number): void {
    const { bytes, at } = this;
    let count = least;
    for (let limit = 10 ** least; number >= limit; limit *= 10) count++;
    let rest = number;
    for (let i = at + count - 1; i >= at; i--) {
      const tenth = (rest / 10) | 0;
      bytes[i] = ZERO + rest - 10 * tenth;
      rest = tenth;
    }
    this.at = at + count;
  }
}

/** The bytes of a value's JSON. */
export function jsonBytes(value: unknown): Uint8Array {
  return encoder.encode(JSON.stringify(value));
}
