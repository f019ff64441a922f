/** A sheet may claim a cell at its far corner, row 1,048,576 of column XFD: a reader that fills the gaps is lost. */
const MOST_CELLS = 5_000_000;
/** Empty cells for each one that is there. */
const MOST_EMPTY = 50;
/** What a sheet can hold at all (ECMA-376). */
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;

/** Addresses of rows and cells, wherever they stand: better one too many, in a text, than one overlooked. */
const ADDRESS = /(?:\s|(?<!xmlns):)r\s*=\s*(?=(?:"([^"]*)"|'([^']*)'))/g;

/** Whether a sheet's cells stand so far apart that the table around them would not fit into memory. */
export function isSparse(xml: Uint8Array): boolean {
  const text = new TextDecoder().decode(xml);
  let count = 0;
  let lastRow = 0;
  let lastColumn = 0;
  for (const [, double, single] of text.matchAll(ADDRESS)) {
    const address = double ?? single ?? '';
    // Nobody writes an address in character references but to hide it.
    if (address.includes('&')) return true;
    const { row, column } = placeOf(address);
    if (row > MOST_ROWS || column > MOST_COLUMNS) return true;
    count++;
    lastRow = Math.max(lastRow, row);
    lastColumn = Math.max(lastColumn, column);
  }
  const area = lastRow * lastColumn;
  return area > MOST_CELLS && area > count * MOST_EMPTY;
}

/** Read as loosely as the library does: A1 is row 1, column 1; a row's own address is a number. */
function placeOf(address: string): { readonly row: number; readonly column: number } {
  const digits = /\d/.exec(address)?.index ?? address.length;
  let column = 0;
  for (let i = 0; i < digits; i++) column = column * 26 + Math.abs(address.charCodeAt(i) - 64);
  return { row: Number(address.slice(digits)) || Number(address) || 0, column };
}
