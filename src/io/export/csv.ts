export type Cell = string | number | null;

/**
 * Text that a spreadsheet would take for a formula, or that looks as if an apostrophe had been put before one; a plain
 * number, signed or not, is none.
 */
const FORMULA = /^'*[=+\-@\t\r]/u;
const NUMBER = /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/iu;

function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const safe = FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as lines of CSV, each ended. */
export function csvLines(rows: Iterable<readonly Cell[]>): string {
  let text = '';
  for (const row of rows) text += `${row.map(cellText).join(',')}\r\n`;
  return text;
}

/** What a CSV begins with, by which Excel knows that it is UTF-8. */
export const BYTE_ORDER_MARK = '\u{feff}';

/**
 * CSV (RFC 4180: CRLF, quotes doubled) as UTF-8 with byte order mark, by which Excel knows that it is UTF-8. Text
 * that a spreadsheet would run as a formula gets an apostrophe before it.
 */
export function csvFile(rows: Iterable<readonly Cell[]>): Uint8Array {
  return new TextEncoder().encode(BYTE_ORDER_MARK + csvLines(rows));
}
