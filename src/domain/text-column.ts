import { decodeUtf8, encodeUtf8 } from './utf8';

/** One text a row, as UTF-8 one after the other: text `row` is `bytes[ends[row-1]] … bytes[ends[row]-1]`. */
export interface TextColumn {
  readonly bytes: Uint8Array;
  readonly ends: Uint32Array;
}

export function textAt({ bytes, ends }: TextColumn, row: number): string {
  const start = row === 0 ? 0 : ends[row - 1]!;
  const end = ends[row]!;
  // Most ids are short and ASCII, for which a decoder costs more than it does.
  if (end - start > 32) return decodeUtf8(bytes.subarray(start, end));
  let text = '';
  for (let i = start; i < end; i++) {
    const byte = bytes[i]!;
    if (byte >= 0x80) return decodeUtf8(bytes.subarray(start, end));
    text += String.fromCharCode(byte);
  }
  return text;
}

export function textColumnOf(texts: readonly string[]): TextColumn {
  const ends = new Uint32Array(texts.length);
  const encoded = texts.map((text) => encodeUtf8(text));
  let size = 0;
  encoded.forEach((part, row) => (ends[row] = size += part.length));
  const bytes = new Uint8Array(size);
  encoded.forEach((part, row) => bytes.set(part, ends[row]! - part.length));
  return { bytes, ends };
}
