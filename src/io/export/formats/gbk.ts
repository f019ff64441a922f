import { joinedBytes } from '../../joined-bytes';

/** Two bytes for each character that GBK (code page 936) has beyond ASCII; made when first asked for. */
let pairs: ReadonlyMap<string, number> | null = null;

function gbkPairs(): ReadonlyMap<string, number> {
  if (pairs) return pairs;
  const made = new Map<string, number>();
  const decoder = new TextDecoder('gbk');
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      // Places of the user's own, and what has no place, are no characters that another program would know.
      if (/^[^\u{fffd}\p{Co}]$/u.test(character)) made.set(character, (lead << 8) | trail);
    }
  }
  pairs = made;
  return made;
}

/** Whether code page 936 has all characters of a text. */
export function isGbk(text: string): boolean {
  if (!/\P{ASCII}/u.test(text)) return true;
  return Array.from(text).every((character) => character <= '\u007f' || gbkPairs().has(character));
}

/** A text in code page 936; what it lacks is written as `escape` says, in ASCII. */
export function encodeGbk(text: string, escape: (character: string) => string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(2 * text.length + 16);
  const out: Uint8Array[] = [];
  let used = 0;
  const put = (byte: number) => {
    if (used === bytes.length) {
      out.push(bytes.slice());
      used = 0;
    }
    bytes[used++] = byte;
  };
  for (const character of text) {
    const code = character.codePointAt(0)!;
    const pair = code < 0x80 ? undefined : gbkPairs().get(character);
    if (code < 0x80) put(code);
    else if (pair === undefined) for (const byte of new TextEncoder().encode(escape(character))) put(byte);
    else {
      put(pair >> 8);
      put(pair & 0xff);
    }
  }
  out.push(bytes.subarray(0, used));
  return joinedBytes(out);
}

/** How many bytes a text takes. Characters that GBK lacks take four in GB18030. */
export function encodedLength(text: string, encoding: 'utf-8' | 'gb18030'): number {
  if (encoding === 'utf-8') return new TextEncoder().encode(text).length;
  let length = 0;
  for (const character of text) {
    length += character <= '\u007f' ? 1 : gbkPairs().has(character) ? 2 : 4;
  }
  return length;
}
