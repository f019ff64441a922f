import type { JsonValue } from '../../../domain/json';
import { KIND, parsedToken, type Kind, type Token } from './column-builder';
import type { DecimalReader } from './decimal';
import { BYTE, isUtf8, skipSpace, skipValue, spelt, standsAt } from './json-bytes';
import type { TableBuilder } from './table-builder';

/** A property of the feature in hand. */
export interface StagedProperty extends Token {
  column: number;
  /** Of a value that the column's dictionary has; else 0. */
  code: number;
  bytes: Uint8Array;
  start: number;
  end: number;
  kind: Kind;
  number: number;
  hasEscapes: boolean;
}

const encoder = new TextEncoder();
const LITERALS = ['true', 'false', 'null'].map(spelt);

/**
 * Reads the `properties` of a feature into a stage, from which they go into the columns when the feature is found to
 * be sound. Names that no feature before had are left to the slow way.
 */
export class PlainProperties {
  readonly staged: StagedProperty[] = [];
  count = 0;
  /** How each column's name is spelt in this file, quotes included. */
  private readonly names: Uint8Array[] = [];
  /** Number of the feature in hand, and of the one that last had each column: a name may come only once. */
  private serial = 0;
  private readonly seenIn: number[] = [];

  constructor(
    private readonly table: TableBuilder,
    private readonly decimal: DecimalReader,
  ) {}

  /** Just after the object that begins at `at`; -1 where it is not plain. */
  read(bytes: Uint8Array, at: number, length: number): number {
    this.count = 0;
    this.serial++;
    at = skipSpace(bytes, at + 1);
    if (bytes[at] === BYTE.closeObject) return at + 1;
    for (let guess = 0; ; guess++) {
      const column = this.columnAt(bytes, at, length, guess);
      if (column < 0 || this.seenIn[column] === this.serial) return -1;
      this.seenIn[column] = this.serial;
      guess = column;
      at = skipSpace(bytes, at + this.names[column]!.length);
      if (bytes[at] !== BYTE.colon) return -1;
      at = this.stage(bytes, skipSpace(bytes, at + 1), length, column);
      if (at < 0) return -1;
      at = skipSpace(bytes, at);
      if (bytes[at] === BYTE.closeObject) return at + 1;
      if (bytes[at] !== BYTE.comma) return -1;
      at = skipSpace(bytes, at + 1);
    }
  }

  /** The staged value of a column; undefined where the feature in hand lacks it. */
  valueOf(column: number | undefined): StagedProperty | undefined {
    if (column === undefined) return undefined;
    for (let i = 0; i < this.count; i++) if (this.staged[i]!.column === column) return this.staged[i];
    return undefined;
  }

  /** Puts what is staged into the columns. */
  commit(row: number): void {
    for (let i = 0; i < this.count; i++) {
      const property = this.staged[i]!;
      const column = this.table.columns[property.column]!;
      if (property.code > 0 && column.state === 'codes') column.putCode(row, property.code);
      else column.put(row, property);
    }
  }

  /** The column whose name stands at `at`: most likely number `guess`; -1 where none is known. */
  private columnAt(bytes: Uint8Array, at: number, length: number, guess: number): number {
    const { names } = this;
    if (guess < names.length && standsAt(bytes, at, names[guess]!)) return guess;
    for (let column = 0; column < names.length; column++) {
      if (standsAt(bytes, at, names[column]!)) return column;
    }
    return this.learnName(bytes, at, length);
  }

  private learnName(bytes: Uint8Array, at: number, length: number): number {
    if (bytes[at] !== BYTE.quote) return -1;
    const end = skipValue(bytes, at, length);
    const name = end < 0 ? undefined : parsed(bytes, at, end);
    const column = typeof name === 'string' ? this.table.columnIndexOf(name) : undefined;
    if (column === undefined) return -1;
    for (let known = this.names.length; known < column; known++) {
      this.names[known] = encoder.encode(JSON.stringify(this.table.columns[known]!.name));
    }
    this.names[column] = bytes.slice(at, end);
    return column;
  }

  private stage(bytes: Uint8Array, start: number, length: number, column: number): number {
    const builder = this.table.columns[column]!;
    const first = bytes[start]!;
    let kind: Kind = KIND.other;
    let number = NaN;
    let end: number;
    let hasEscapes = false;
    let isOdd = false;
    if (first === BYTE.quote) {
      kind = KIND.text;
      end = start + 1;
      let high = 0;
      for (let byte = bytes[end]!; byte !== BYTE.quote; byte = bytes[++end]!) {
        if (byte < 0x20) return -1;
        high |= byte;
        if (byte === BYTE.backslash) {
          hasEscapes = true;
          if (bytes[++end]! < 0x20) return -1;
        }
      }
      end++;
      if (end > length) return -1;
      isOdd = hasEscapes || high >= 0x80;
    } else if (first === BYTE.minus || (first >= 48 && first <= 57)) {
      kind = KIND.number;
      number = this.decimal.read(bytes, start);
      end = this.decimal.end;
      if (Number.isNaN(number)) return -1;
    } else if (first === BYTE.openObject || first === BYTE.openArray) {
      end = skipValue(bytes, start, length);
      isOdd = true;
      if (end < 0) return -1;
    } else {
      const literal = LITERALS.find((word) => standsAt(bytes, start, word));
      if (!literal) return -1;
      end = start + literal.length;
    }
    const code = builder.codeOf(bytes, start, end);
    if (isOdd && code === 0 && !isSound(bytes, start, end, kind, hasEscapes)) return -1;
    this.keep(column, code, bytes, start, end, kind, number, hasEscapes);
    return end;
  }

  private keep(
    column: number,
    code: number,
    bytes: Uint8Array,
    start: number,
    end: number,
    kind: Kind,
    number: number,
    hasEscapes: boolean,
  ): void {
    const property = this.staged[this.count];
    if (property) {
      property.column = column;
      property.code = code;
      property.bytes = bytes;
      property.start = start;
      property.end = end;
      property.kind = kind;
      property.number = number;
      property.hasEscapes = hasEscapes;
    } else {
      this.staged.push({ column, code, bytes, start, end, kind, number, hasEscapes });
    }
    this.count++;
  }
}

/** Whether a token with escapes, brackets or bytes above ASCII is JSON in UTF-8. */
function isSound(bytes: Uint8Array, start: number, end: number, kind: Kind, hasEscapes: boolean): boolean {
  if (kind === KIND.text && !hasEscapes) return isUtf8(bytes, start, end);
  return parsed(bytes, start, end) !== undefined;
}

/** The value; undefined where it is no JSON or not UTF-8. */
function parsed(bytes: Uint8Array, start: number, end: number): JsonValue | undefined {
  try {
    return parsedToken({ bytes, start, end });
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined;
    throw error;
  }
}
