import { BYTE, skipSpace, spelt, standsAt } from './scan/json-bytes';

/** What a walk came to: the end of sound JSON, a fault at `at`, or bytes that are too few to tell. */
export type WalkEnd = 'sound' | 'fault' | 'short';

const LITERALS = ['true', 'false', 'null'].map(spelt);
const LONGEST_LITERAL = 5;
const CUT = -2;

/**
 * Walks through JSON (RFC 8259) byte by byte to its first fault. Without recursion, so that no depth of nesting stops
 * it; the bytes may come piece by piece, each piece from `at` on and ended by a 0.
 */
export class JsonWalk {
  /** Where the walk is: at the start of a token. */
  at = 0;
  private lastAt = 0;
  private readonly open: number[] = [];
  private expect: 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'more' = 'value';

  /** Goes on through the bytes up to `length`; `isLast` where no more come after them. */
  go(bytes: Uint8Array, length: number, isLast: boolean): WalkEnd {
    for (;;) {
      this.at = skipSpace(bytes, this.at);
      if (this.at >= length) {
        if (!isLast) return 'short';
        return this.expect === 'more' && this.open.length === 0 ? 'sound' : 'fault';
      }
      const end = this.step(bytes, length);
      // A token that comes to the end of the piece may go on in the next one, as a number does with `e+5`.
      if (!isLast && (end + 3 > length || (end < 0 && this.mayBeCut(end, bytes, length)))) return 'short';
      if (end < 0) {
        // A string, number or word that the text cuts off: the fault is where the text ends.
        if (end === CUT || this.isOpenString(bytes, length)) this.at = length;
        return 'fault';
      }
      this.at = end;
      this.advance(bytes[this.lastAt]!);
    }
  }

  /** Just after the token at `at`; -1 where it cannot stand there. */
  private step(bytes: Uint8Array, length: number): number {
    const { at, expect } = this;
    const byte = bytes[at]!;
    this.lastAt = at;
    switch (expect) {
      case 'colon':
        return byte === BYTE.colon ? at + 1 : -1;
      case 'more': {
        const inside = this.open.at(-1);
        if (inside === undefined) return -1;
        const close = inside === BYTE.openObject ? BYTE.closeObject : BYTE.closeArray;
        return byte === BYTE.comma || byte === close ? at + 1 : -1;
      }
      case 'key':
      case 'key-or-end':
        if (byte === BYTE.closeObject && expect === 'key-or-end') return at + 1;
        return byte === BYTE.quote ? endOfString(bytes, at, length) : -1;
      case 'value':
      case 'value-or-end':
        if (byte === BYTE.closeArray && expect === 'value-or-end') return at + 1;
        if (byte === BYTE.openObject || byte === BYTE.openArray) return at + 1;
        if (byte === BYTE.quote) return endOfString(bytes, at, length);
        return endOfWord(bytes, at, length);
    }
  }

  /** What may come after the token that begins with that byte. */
  private advance(byte: number): void {
    if (this.expect === 'colon') this.expect = 'value';
    else if (this.expect === 'more' && byte === BYTE.comma) {
      this.expect = this.open.at(-1) === BYTE.openObject ? 'key' : 'value';
    } else if (byte === BYTE.closeObject || byte === BYTE.closeArray) {
      this.open.pop();
      this.expect = 'more';
    } else if (this.expect === 'key' || this.expect === 'key-or-end') this.expect = 'colon';
    else if (byte === BYTE.openObject || byte === BYTE.openArray) {
      this.open.push(byte);
      this.expect = byte === BYTE.openObject ? 'key-or-end' : 'value-or-end';
    } else this.expect = 'more';
  }

  /** Whether the token at `at`, which is none yet, may become one when more bytes come. */
  private mayBeCut(end: number, bytes: Uint8Array, length: number): boolean {
    return end === CUT || this.isOpenString(bytes, length) || this.at + LONGEST_LITERAL > length;
  }

  /** Whether a string begins at `at`, where one may stand, and no quote follows that could end it. */
  private isOpenString(bytes: Uint8Array, length: number): boolean {
    if (bytes[this.at] !== BYTE.quote || this.expect === 'colon' || this.expect === 'more') return false;
    return !bytes.subarray(this.at + 1, length).includes(BYTE.quote);
  }
}

/** Just after the string that begins at `at`; -1 where it is none, `CUT` where the bytes end before it does. */
function endOfString(bytes: Uint8Array, at: number, length: number): number {
  for (at++; at < length; at++) {
    const byte = bytes[at]!;
    if (byte === BYTE.quote) return at + 1;
    // Control characters have to be escaped inside a string (RFC 8259, section 7).
    if (byte < 0x20) return -1;
    if (byte !== BYTE.backslash) continue;
    const escape = bytes[++at]!;
    const isCode = escape === 0x75;
    if (!isCode && !'"\\/bfnrt'.includes(String.fromCharCode(escape))) return at < length ? -1 : CUT;
    for (let i = 0; isCode && i < 4; i++) if (!isHexDigit(bytes[++at]!)) return at < length ? -1 : CUT;
  }
  return CUT;
}

/**
 * Just after the literal or number that begins at `at`; -1 where there is none, `CUT` where the bytes end within it. A
 * number ends as late as it can.
 */
function endOfWord(bytes: Uint8Array, at: number, length: number): number {
  const literal = LITERALS.find((word) => standsAt(bytes, at, word));
  if (literal) return at + literal.length;
  if (
    length - at < LONGEST_LITERAL &&
    LITERALS.some((word) => standsAt(word, 0, bytes.subarray(at, length)))
  ) {
    return CUT;
  }
  if (bytes[at] === BYTE.minus) at++;
  if (at === length) return CUT;
  if (!isDigit(bytes[at]!)) return -1;
  at = bytes[at] === BYTE.zero ? at + 1 : endOfDigits(bytes, at);
  if (bytes[at] === BYTE.dot && at + 1 === length) return CUT;
  if (bytes[at] === BYTE.dot && isDigit(bytes[at + 1]!)) at = endOfDigits(bytes, at + 1);
  if (bytes[at] === 0x65 || bytes[at] === 0x45) {
    const digits = bytes[at + 1] === BYTE.minus || bytes[at + 1] === 0x2b ? at + 2 : at + 1;
    if (digits === length) return CUT;
    if (isDigit(bytes[digits]!)) at = endOfDigits(bytes, digits);
  }
  return at;
}

function endOfDigits(bytes: Uint8Array, at: number): number {
  while (isDigit(bytes[at]!)) at++;
  return at;
}

function isDigit(byte: number): boolean {
  return byte >= 48 && byte <= 57;
}

function isHexDigit(byte: number): boolean {
  return isDigit(byte) || (byte >= 0x41 && byte <= 0x46) || (byte >= 0x61 && byte <= 0x66);
}
