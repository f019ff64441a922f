/** What a cell of a table holds. Dates are texts as ISO 8601 writes them. */
export type TableCell = string | number | boolean | null;

/** A table before anything is decided about it: rows of cells, the header among them. */
export interface SourceTable {
  readonly rows: readonly (readonly TableCell[])[];
  /** Columns that hold dates, by index; others are told by their cells. */
  readonly dateColumns?: ReadonlySet<number>;
}

/** The rows of a table under its header. */
export interface HeadedTable {
  /** Unique, never empty. */
  readonly names: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
  /** Rows above the header that were left out: titles and the like. */
  readonly skipped: number;
}

/** Rows among which a header is looked for: tables of offices have a title or two above it. */
const MOST_TITLE_ROWS = 10;

/**
 * Finds the header: the first row with a text in most of the columns that the table has. Columns without a name, and
 * names that repeat, are numbered. A table of numbers alone has no header.
 */
export function headed({ rows }: SourceTable): HeadedTable {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const head = rows.slice(0, MOST_TITLE_ROWS);
  const fullest = Math.max(0, ...head.map(filled));
  const at = head.findIndex((row) => filled(row) >= Math.max(1, fullest * 0.6) && row.some(isWord));
  const titles = at < 0 ? [] : (rows[at] ?? []);
  const taken = new Set<string>();
  const names = Array.from({ length: width }, (_, column) => {
    const title = String(titles[column] ?? '').trim();
    const name = free(title === '' ? `列${column + 1}` : title, taken);
    taken.add(name);
    return name;
  });
  return { names, rows: rows.slice(at + 1), skipped: Math.max(0, at) };
}

function filled(row: readonly TableCell[]): number {
  return row.filter((cell) => cell !== null && cell !== '').length;
}

function isWord(cell: TableCell): boolean {
  return typeof cell === 'string' && cell.trim() !== '' && !isNumber(cell);
}

function free(name: string, taken: ReadonlySet<string>): string {
  let candidate = name;
  for (let n = 2; taken.has(candidate); n++) candidate = `${name}_${n}`;
  return candidate;
}

const NUMBER = /^\s*[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?\s*$/i;

function isNumber(text: string): boolean {
  return NUMBER.test(text);
}

/** Whether a text is a number that says all that the text does: not `0804`, nor one of more digits than it would keep. */
export function isPlainNumber(text: string): boolean {
  if (!isNumber(text) || /^\s*(?:\+|-?0\d)/.test(text)) return false;
  const isShort = text.replace(/\D/g, '').length <= 15;
  return isShort || (text.includes('.') && String(Number(text)) === text);
}

/** A cell as a number; NaN for what is none. Thousands may be parted by commas. */
export function numberOfCell(cell: TableCell | undefined): number {
  if (typeof cell === 'number') return cell;
  if (typeof cell !== 'string') return NaN;
  const plain = /^\s*\d{1,3}(,\d{3})+(\.\d+)?\s*$/.test(cell) ? cell.replaceAll(',', '') : cell;
  return isNumber(plain) ? Number(plain) : NaN;
}
