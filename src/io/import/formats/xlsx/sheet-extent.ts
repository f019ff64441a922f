/** A sheet may claim a cell at its far corner, row 1,048,576 of column XFD: a reader that fills the gaps is lost. */
const MOST_CELLS = 5_000_000;
/** Empty cells for each one that is there. */
const MOST_EMPTY = 50;

const CELL = /<(?:\w+:)?c\s[^>]*?\br="([A-Z]{1,3})(\d{1,7})"/g;
const ROW = /<(?:\w+:)?row\s[^>]*?\br="(\d{1,7})"/g;

/** Whether a sheet's cells stand so far apart that the table around them would not fit into memory. */
export function isSparse(xml: Uint8Array): boolean {
  const text = new TextDecoder().decode(xml);
  let count = 0;
  let lastRow = 0;
  let lastColumn = 0;
  for (const [, column = '', row = ''] of text.matchAll(CELL)) {
    count++;
    lastRow = Math.max(lastRow, Number(row));
    lastColumn = Math.max(lastColumn, columnNumber(column));
  }
  for (const [, row = ''] of text.matchAll(ROW)) lastRow = Math.max(lastRow, Number(row));
  const area = lastRow * lastColumn;
  return area > MOST_CELLS && area > count * MOST_EMPTY;
}

/** A is 1, Z 26, AA 27. */
function columnNumber(letters: string): number {
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
