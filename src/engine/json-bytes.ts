const encoder = new TextEncoder();

const ZERO = 0x30;
const POINT = 0x2e;
/** Bytes up to which copying one by one is quicker than asking for it. */
const FEW = 24;
/** Bytes that may be written behind a text of fixed words, to be written over. */
const SPILL = 4;

/** 1, 10, 100 …: asking for a power is slow. */
const UNITS = Float64Array.from({ length: 10 }, (_, decimals) => Number(`1e${decimals}`));

/** A number below this is a whole number of 31 bits after `decimal` has split it. */
const MOST_SPLIT = 2e9;

/** A text that is written again and again, in words of 4 bytes. */
export interface FixedText {
  readonly words: Int32Array;
  readonly length: number;
}

export function fixedText(text: string): FixedText {
  const bytes = encoder.encode(text);
  const words = new Int32Array(Math.ceil(bytes.length / 4));
  const view = new DataView(words.buffer);
  bytes.forEach((byte, i) => {
    view.setUint8(i, byte);
  });
  return { words: words.map((_, i) => view.getInt32(4 * i, true)), length: bytes.length };
}

const NULL = fixedText('null');

/** Memory for pieces. */
export interface PieceMemory {
  /** Bytes of a piece, about. */
  readonly size: number;
  /** How many pieces stand at a time besides the one that is being written. */
  readonly standing: number;
  /** Whether other threads can write into them. */
  readonly isShared: boolean;
}

/** Writes JSON into pieces of bytes without making a text of each value. */
export class JsonBytes {
  /** Where the next byte goes. */
  at = 0;
  private bytes: Uint8Array;
  private view: DataView;
  /** The longest standing first. */
  private readonly others: Uint8Array[];

  constructor(private readonly memory: PieceMemory) {
    this.bytes = this.allocate(2 * memory.size);
    this.view = viewOf(this.bytes);
    this.others = Array.from({ length: memory.standing }, () => this.allocate(2 * memory.size));
  }

  get isFull(): boolean {
    return this.at >= this.memory.size;
  }

  /** What has been written since the last piece. It stands until `standing` more have been taken. */
  take(): Uint8Array {
    const piece = this.bytes.subarray(0, this.at);
    this.others.push(this.bytes);
    this.bytes = this.others.shift()!;
    this.view = viewOf(this.bytes);
    this.at = 0;
    return piece;
  }

  /** Makes room for so many bytes: to be called before anything else is written. */
  reserve(count: number): void {
    const needed = this.at + count + SPILL;
    if (needed <= this.bytes.length) return;
    const grown = this.allocate(this.bytes.length + needed);
    grown.set(this.bytes);
    this.bytes = grown;
    this.view = viewOf(grown);
  }

  raw(source: Uint8Array): void {
    const { bytes, at } = this;
    const count = source.length;
    if (count > FEW) bytes.set(source, at);
    else for (let i = 0; i < count; i++) bytes[at + i] = source[i]!;
    this.at = at + count;
  }

  fixed({ words, length }: FixedText): void {
    const { view, at } = this;
    for (let i = 0; i < words.length; i++) view.setInt32(at + 4 * i, words[i]!, true);
    this.at = at + length;
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

  /** Leaves room for what is written later. */
  skip(count: number): void {
    this.at += count;
  }

  /** A number that is not negative, to `decimals` (1–9) places at most, as its nearest decimal; null for NaN. */
  decimal(value: number, decimals: number): void {
    if (Number.isNaN(value)) {
      this.fixed(NULL);
      return;
    }
    const unit = UNITS[decimals]!;
    const scaled = Math.round(value * unit);
    const whole = Math.floor(scaled / unit);
    if (!(whole < MOST_SPLIT && scaled <= Number.MAX_SAFE_INTEGER)) {
      this.raw(encoder.encode(String(scaled / unit)));
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

  private allocate(size: number): Uint8Array {
    return new Uint8Array(this.memory.isShared ? new SharedArrayBuffer(size) : new ArrayBuffer(size));
  }

  /** A whole number below 2³¹ with at least so many digits. */
  private digits(number: number, least: number): void {
    const { bytes, at } = this;
    let count = least;
    while (count < 10 && number >= UNITS[count]!) count++;
    let rest = number;
    for (let i = at + count - 1; i >= at; i--) {
      const tenth = (rest / 10) | 0;
      bytes[i] = ZERO + rest - 10 * tenth;
      rest = tenth;
    }
    this.at = at + count;
  }
}

function viewOf({ buffer }: Uint8Array): DataView {
  return new DataView(buffer);
}

/** The bytes of a value's JSON. */
export function jsonBytes(value: unknown): Uint8Array {
  return encoder.encode(JSON.stringify(value));
}
