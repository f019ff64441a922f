/** Bytes of JSON's signs (RFC 8259). Text that is scanned ends with a 0, which no JSON contains: no loop runs past it. */
export const BYTE = {
  quote: 0x22,
  comma: 0x2c,
  minus: 0x2d,
  dot: 0x2e,
  zero: 0x30,
  colon: 0x3a,
  openArray: 0x5b,
  backslash: 0x5c,
  closeArray: 0x5d,
  openObject: 0x7b,
  closeObject: 0x7d,
} as const;

/** The first byte from `at` that is no white space. */
export function skipSpace(bytes: Uint8Array, at: number): number {
  for (;;) {
    const byte = bytes[at]!;
    if (byte > 0x20 || (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09)) return at;
    at++;
  }
}

/** Just after the string that begins at `at`; -1 where it does not end before `length`. */
export function skipString(bytes: Uint8Array, at: number, length: number): number {
  for (at++; at < length; at++) {
    const byte = bytes[at]!;
    if (byte === BYTE.quote) return at + 1;
    if (byte === BYTE.backslash) at++;
  }
  return -1;
}

/**
 * Just after the value that begins at `at`; -1 where it does not end before `length`. Only brackets and strings are
 * looked at: whether the value is JSON is for a parser to say.
 */
export function skipValue(bytes: Uint8Array, at: number, length: number): number {
  let depth = 0;
  while (at < length) {
    const byte = bytes[at]!;
    if (byte === BYTE.quote) {
      at = skipString(bytes, at, length);
      if (at === -1 || depth === 0) return at;
      continue;
    }
    const opens = byte === BYTE.openObject || byte === BYTE.openArray;
    const closes = byte === BYTE.closeObject || byte === BYTE.closeArray;
    if (depth === 0 && !opens) return endOfScalar(bytes, at, length);
    if (opens) depth++;
    else if (closes) depth--;
    at++;
    if (closes && depth === 0) return at;
  }
  return -1;
}

function endOfScalar(bytes: Uint8Array, at: number, length: number): number {
  for (; at < length; at++) {
    const byte = bytes[at]!;
    if (byte <= 0x20 || byte === BYTE.comma || byte === BYTE.closeArray || byte === BYTE.closeObject)
      return at;
  }
  return -1;
}

/** Whether the bytes are UTF-8 (RFC 3629): no overlong forms, no surrogates, nothing above U+10FFFF. */
export function isUtf8(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end;) {
    const lead = bytes[at++]!;
    if (lead < 0x80) continue;
    let more: number;
    let low = 0x80;
    let high = 0xbf;
    if (lead >= 0xc2 && lead <= 0xdf) more = 1;
    else if (lead >= 0xe0 && lead <= 0xef) {
      more = 2;
      if (lead === 0xe0) low = 0xa0;
      else if (lead === 0xed) high = 0x9f;
    } else if (lead >= 0xf0 && lead <= 0xf4) {
      more = 3;
      if (lead === 0xf0) low = 0x90;
      else if (lead === 0xf4) high = 0x8f;
    } else return false;
    if (at + more > end) return false;
    for (; more > 0; more--) {
      const byte = bytes[at++]!;
      if (byte < low || byte > high) return false;
      low = 0x80;
      high = 0xbf;
    }
  }
  return true;
}

/** Whether the text that is spelt in `word` stands at `at`. */
export function standsAt(bytes: Uint8Array, at: number, word: Uint8Array): boolean {
  for (let i = 0; i < word.length; i++) if (bytes[at + i] !== word[i]) return false;
  return true;
}

/** Bytes of an ASCII text. */
export function spelt(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
