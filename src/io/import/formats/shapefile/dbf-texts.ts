import { dbfFields } from './dbf-fields';

/** Enough to tell an encoding by, and little enough to be looked at in a moment. */
const MOST_RECORDS = 5000;
const MOST_TEXTS = 2000;

/** The names of a dBASE table's fields and texts of its first records, as bytes; none where it is no table. */
export function dbfTexts(dbf: Uint8Array): readonly Uint8Array[] {
  const table = dbfFields(dbf);
  if (!table) return [];
  const texts = table.fields.map(({ nameStart, nameEnd }) => dbf.subarray(nameStart, nameEnd));
  const columns = table.fields.filter(({ type }) => type === 'C');
  const records = Math.min(table.records, MOST_RECORDS);
  for (let record = 0; record < records && texts.length < MOST_TEXTS; record++) {
    const at = table.headerLength + record * table.recordLength;
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
