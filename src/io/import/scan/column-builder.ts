import type { Column } from '../../../domain/feature-table';
import type { JsonValue } from '../../../domain/json';
import type { TextColumn } from '../../../domain/text-column';
import { fitted, grown, type Outlook } from './growing';
import { jsonTextOf, isWellFormed } from '../json-text';
import { DistinctTexts, TextBuilder } from './text-builder';

/** What a JSON value is, as far as columns care. */
export const KIND = { text: 1, number: 2, other: 3 } as const;
export type Kind = (typeof KIND)[keyof typeof KIND];

/** A value as it stands in the file: the bytes from `start` to `end`. */
export interface Token {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
  readonly kind: Kind;
  /** The number; NaN for what is none. */
  readonly number: number;
  /** A text with escapes, which are to be undone. */
  readonly hasEscapes: boolean;
}

/** So many different values are looked at before a column may be found to have too many for a dictionary. */
const MANY_VALUES = 4096;

/** So few values are a dictionary, however seldom each comes. */
const FEW_VALUES = 32;

/** A dictionary is worth it where each value comes this often. */
const LEAST_REPEATS = 8;

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

/** The value of a token. Throws where it is no JSON or not UTF-8. */
export function parsedToken({ bytes, start, end }: Pick<Token, 'bytes' | 'start' | 'end'>): JsonValue {
  return JSON.parse(decoder.decode(bytes.subarray(start, end))) as JsonValue;
}

/** However a file spells a value, in columns it is spelt like this: what they hold depends on the values alone. */
function usualSpelling(value: JsonValue): Uint8Array {
  return encoder.encode(jsonTextOf(value));
}

/** The same value as a token of its own. */
export function tokenOf(value: JsonValue): Token {
  const bytes = usualSpelling(value);
  const kind = typeof value === 'string' ? KIND.text : typeof value === 'number' ? KIND.number : KIND.other;
  const number = typeof value === 'number' ? value : NaN;
  return { bytes, start: 0, end: bytes.length, kind, number, hasEscapes: bytes.includes(0x5c) };
}

/**
 * One property of all features, row by row. It begins as a dictionary; where its values hardly repeat it becomes
 * numbers, texts or JSON, whichever holds all of them.
 */
export class ColumnBuilder {
  state: Column['kind'] = 'codes';
  /** Rows that are filled; a later row may come before the next value, those between lack the property. */
  private filled = 0;
  private codes = new Uint32Array(64);
  private numbers = new Float64Array(0);
  private texts: TextBuilder;
  private present = new Uint8Array(0);
  /** Values as they are spelt, and for each spelling the code of its value. */
  private readonly spellings: DistinctTexts;
  private readonly codeOfSpelling: number[] = [];
  private readonly values: JsonValue[] = [];

  constructor(
    readonly name: string,
    private readonly outlook: Outlook,
  ) {
    this.spellings = new DistinctTexts(outlook);
    this.texts = new TextBuilder(outlook);
  }

  /** The code of a value that is in the dictionary; 0 if it is not, or there is none. */
  codeOf(bytes: Uint8Array, start: number, end: number): number {
    if (this.state !== 'codes') return 0;
    const spelling = this.spellings.find(bytes, start, end);
    return spelling < 0 ? 0 : this.codeOfSpelling[spelling]!;
  }

  /** The code in a row that has been put; 0 where it is absent or there are no codes. */
  codeAt(row: number): number {
    return this.state === 'codes' && row < this.filled ? this.codes[row]! : 0;
  }

  /** Sets the value of a row, to a known code. Rows come in ascending order. */
  putCode(row: number, code: number): void {
    if (row >= this.codes.length) this.codes = grown(this.codes, row + 1, this.outlook);
    this.codes[row] = code;
    this.filled = row + 1;
  }

  /** Sets the value of a row; the token must be JSON. */
  put(row: number, token: Token): void {
    if (this.state === 'codes') {
      this.putCode(row, this.codeOf(token.bytes, token.start, token.end) || this.learn(token));
      const count = this.values.length;
      if (count > MANY_VALUES && count * LEAST_REPEATS > row) this.leaveCodes();
    } else if (this.state === 'numbers' && token.kind === KIND.number) {
      this.fillNumbers(row);
      this.numbers[row] = token.number;
      this.filled = row + 1;
    } else if (this.state === 'texts' && token.kind === KIND.text && this.putText(row, token)) {
      return;
    } else {
      this.becomeJson();
      this.putSpelt(row, usualSpelling(parsedToken(token)));
    }
  }

  /** Sets a row for each of the numbers; the column must be one of numbers. */
  putNumbers(row: number, numbers: Float64Array): void {
    const end = row + numbers.length;
    this.fillNumbers(row);
    if (end > this.numbers.length) this.numbers = grown(this.numbers, end, this.outlook);
    this.numbers.set(numbers, row);
    this.filled = end;
  }

  /** Sets a row for each of the texts from the one of `from` on; the column must be of the same kind. */
  putTexts(row: number, texts: TextColumn, present: Uint8Array | null, from: number): void {
    const end = row + texts.ends.length - from;
    if (end > this.present.length) this.present = grown(this.present, end, this.outlook);
    this.fillTexts(row);
    this.texts.addAll(texts, from);
    if (present) this.present.set(present.subarray(from), row);
    else this.present.fill(1, row, end);
    this.filled = end;
  }

  /** The column of a table of that many rows. */
  finish(size: number): Column {
    const count = this.values.length;
    if (count > FEW_VALUES && count * 2 > size && (this.areNumbers() || this.areTexts())) this.leaveCodes();
    return this.part(size);
  }

  /** The column of that many rows which are not all: values that hardly repeat among them may yet. */
  part(size: number): Column {
    switch (this.state) {
      case 'codes': {
        if (size > this.codes.length) this.codes = grown(this.codes, size, this.outlook);
        const all = this.codes.subarray(0, size);
        const { values } = this;
        if (values.length < 0x100) return { kind: 'codes', codes: Uint8Array.from(all), values };
        if (values.length < 0x10000) return { kind: 'codes', codes: Uint16Array.from(all), values };
        return { kind: 'codes', codes: fitted(this.codes, size), values };
      }
      case 'numbers':
        this.fillNumbers(size);
        return { kind: 'numbers', numbers: fitted(this.numbers, size) };
      case 'texts':
      case 'json': {
        this.fillTexts(size);
        const present = fitted(this.present, size);
        return {
          kind: this.state,
          texts: this.texts.finish(),
          present: present.includes(0) ? present : null,
        };
      }
    }
  }

  private learn(token: Token): number {
    const { bytes, start, end } = token;
    const value = parsedToken(token);
    const usual = usualSpelling(value);
    const code =
      this.codeOf(usual, 0, usual.length) || this.enter(usual, 0, usual.length, this.values.push(value));
    // Two spellings of one value (1 and 1.0) share a code.
    return this.codeOf(bytes, start, end) || this.enter(bytes, start, end, code);
  }

  private enter(bytes: Uint8Array, start: number, end: number, code: number): number {
    this.codeOfSpelling[this.spellings.add(bytes, start, end)] = code;
    return code;
  }

  private leaveCodes(): void {
    const { values, codes, filled } = this;
    if (this.areNumbers()) {
      this.state = 'numbers';
      this.numbers = new Float64Array(Math.max(filled, this.outlook.expected(filled)));
      for (let row = 0; row < filled; row++) {
        this.numbers[row] = codes[row] === 0 ? NaN : Number(values[codes[row]! - 1]);
      }
    } else {
      const areTexts = this.areTexts();
      this.state = areTexts ? 'texts' : 'json';
      const spelt = values.map((value) =>
        areTexts ? encoder.encode(value as string) : usualSpelling(value),
      );
      this.filled = 0;
      for (let row = 0; row < filled; row++) {
        if (codes[row] !== 0) this.putSpelt(row, spelt[codes[row]! - 1]!);
      }
    }
    this.codes = new Uint32Array(0);
    values.length = 0;
    this.codeOfSpelling.length = 0;
  }

  private areNumbers(): boolean {
    return this.values.every((value) => typeof value === 'number');
  }

  private areTexts(): boolean {
    return this.values.every((value) => typeof value === 'string' && isWellFormed(value));
  }

  private becomeJson(): void {
    if (this.state === 'json') return;
    const { filled, numbers } = this;
    const before = this.texts;
    const beforePresent = this.present;
    const wereNumbers = this.state === 'numbers';
    this.state = 'json';
    this.texts = new TextBuilder(this.outlook);
    this.present = new Uint8Array(0);
    this.filled = 0;
    for (let row = 0; row < filled; row++) {
      if (wereNumbers ? Number.isNaN(numbers[row]!) : beforePresent[row] === 0) continue;
      const value = wereNumbers
        ? numbers[row]!
        : decoder.decode(before.bytes.subarray(before.startOf(row), before.ends[row]));
      this.putSpelt(row, usualSpelling(value));
    }
    this.numbers = new Float64Array(0);
  }

  /** False where UTF-8 cannot hold the text. */
  private putText(row: number, token: Token): boolean {
    const { bytes, start, end, hasEscapes } = token;
    if (!hasEscapes) {
      this.fillTexts(row);
      this.texts.add(bytes, start + 1, end - 1);
    } else {
      const text = parsedToken(token) as string;
      if (!isWellFormed(text)) return false;
      this.putSpelt(row, encoder.encode(text));
    }
    this.markPresent(row);
    return true;
  }

  private putSpelt(row: number, text: Uint8Array): void {
    this.fillTexts(row);
    this.texts.add(text, 0, text.length);
    this.markPresent(row);
  }

  private fillNumbers(row: number): void {
    if (row >= this.numbers.length) this.numbers = grown(this.numbers, row + 1, this.outlook);
    if (this.filled < row) this.numbers.fill(NaN, this.filled, row);
  }

  private fillTexts(row: number): void {
    if (row >= this.present.length) this.present = grown(this.present, row + 1, this.outlook);
    while (this.texts.size < row) this.texts.add(this.texts.bytes, 0, 0);
  }

  private markPresent(row: number): void {
    this.present[row] = 1;
    this.filled = row + 1;
  }
}
