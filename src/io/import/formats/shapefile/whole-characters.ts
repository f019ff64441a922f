import { dbfFields } from './dbf-fields';

/**
 * A dBASE table in which no name or text ends within a character: programs cut both to the bytes that a field has
 * room for, and what is left of the last character is rubbish. The given bytes stay as they are.
 */
export function withWholeCharacters(dbf: Uint8Array, encoding: string): Uint8Array {
  const table = dbfFields(dbf);
  if (!table) return dbf;
  const mended = dbf.slice();
  for (const { nameStart, nameEnd } of table.fields) {
    const cut = cutBytes(dbf.subarray(nameStart, nameEnd), encoding);
    mended.fill(0, nameEnd - cut, nameEnd);
  }
  const texts = table.fields.filter(({ type }) => type === 'C');
  for (let record = 0; record < table.records; record++) {
    const at = table.headerLength + record * table.recordLength;
    for (const { start, end } of texts) {
      // A character that was cut fills its field to the last byte.
      if ((dbf[at + end - 1] ?? 0) < 0x80) continue;
      const cut = cutBytes(dbf.subarray(at + start, at + end), encoding);
      mended.fill(0x20, at + end - cut, at + end);
    }
  }
  return mended;
}

/** How many bytes at the end of a text are a character that is not whole. */
function cutBytes(text: Uint8Array, encoding: string): number {
  if (encoding === 'utf-8') return cutUtf8(text);
  if (encoding === 'gb18030' || encoding === 'gbk' || encoding === 'big5') return cutPair(text);
  return 0;
}

function cutUtf8(text: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, text.length); back++) {
    const byte = text[text.length - back]!;
    if (byte < 0x80) return 0;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return length > back ? back : 0;
  }
  return 0;
}

/** For encodings of two bytes, and of four where the second is a digit (GB18030). */
function cutPair(text: Uint8Array): number {
  let at = 0;
  while (at < text.length) {
    const next = text[at + 1] ?? 0;
    const length = text[at]! < 0x80 ? 1 : next >= 0x30 && next <= 0x39 ? 4 : 2;
    if (at + length > text.length) return text.length - at;
    at += length;
  }
  return 0;
}
