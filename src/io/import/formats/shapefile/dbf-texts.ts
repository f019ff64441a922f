/** Where the texts of a dBASE table stand (dBASE III: a header of 32 bytes, 32 for each field, then records). */
const HEADER_BYTES = 32;
const FIELD_BYTES = 32;
const END_OF_FIELDS = 0x0d;
const TEXT = 0x43;

/** Enough to tell an encoding by, and little enough to be looked at in a moment. */
const MOST_RECORDS = 5000;
const MOST_TEXTS = 2000;

/** The names of a table's fields and texts of its first records, as bytes; none where it is no table. */
export function dbfTexts(dbf: Uint8Array): readonly Uint8Array[] {
  if (dbf.length < HEADER_BYTES) return [];
  const view = new DataView(dbf.buffer, dbf.byteOffset, dbf.byteLength);
  const headerLength = view.getUint16(8, true);
  const recordLength = view.getUint16(10, true);
  const texts: Uint8Array[] = [];
  const columns: { start: number; end: number }[] = [];
  let offset = 1;
  for (
    let at = HEADER_BYTES;
    at + FIELD_BYTES <= dbf.length && dbf[at] !== END_OF_FIELDS;
    at += FIELD_BYTES
  ) {
    const name = dbf.subarray(at, at + 11);
    const end = name.indexOf(0);
    texts.push(end < 0 ? name : name.subarray(0, end));
    const length = dbf[at + 16]!;
    if (dbf[at + 11] === TEXT) columns.push({ start: offset, end: offset + length });
    offset += length;
  }
  if (recordLength === 0) return texts;
  const records = Math.min(view.getUint32(4, true), MOST_RECORDS);
  for (let record = 0; record < records && texts.length < MOST_TEXTS; record++) {
    const at = headerLength + record * recordLength;
    if (at + recordLength > dbf.length) break;
    for (const { start, end } of columns) texts.push(trimmed(dbf.subarray(at + start, at + end)));
  }
  return texts;
}

/** Without the blanks and zeros that fill a text up. */
function trimmed(text: Uint8Array): Uint8Array {
  let end = text.length;
  while (end > 0 && (text[end - 1] === 0x20 || text[end - 1] === 0)) end--;
  return text.subarray(0, end);
}
