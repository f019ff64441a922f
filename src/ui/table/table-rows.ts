/** A value of a cell to sort by. */
export type CellValue = string | number | null;

/** A line of a table: a row, or the head of a group of rows. */
export type Line<Row> =
  | { readonly kind: 'row'; readonly key: string; readonly row: Row }
  | {
      readonly kind: 'group';
      readonly key: string;
      readonly title: string;
      readonly count: number;
      readonly open: boolean;
    };

export interface Grouping<Row> {
  readonly keyOf: (row: Row) => string;
  readonly titleOf: (row: Row) => string;
}

const collators = new Map<string, Intl.Collator>();

/** Order of two values of one column: numbers by size, text by the language's order; nothing after everything. */
export function compareValues(a: CellValue, b: CellValue, locale: string): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  let collator = collators.get(locale);
  if (!collator) collators.set(locale, (collator = new Intl.Collator(locale, { numeric: true })));
  return collator.compare(String(a), String(b));
}

/** Rows in their order as lines of the table; groups stand in the order of their first row. */
export function linesOf<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  grouping: Grouping<Row> | null,
  closed: ReadonlySet<string>,
): Line<Row>[] {
  if (!grouping) return rows.map((row) => ({ kind: 'row', key: keyOf(row), row }));
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = grouping.keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  const lines: Line<Row>[] = [];
  for (const [key, members] of groups) {
    const open = !closed.has(key);
    lines.push({ kind: 'group', key, title: grouping.titleOf(members[0]!), count: members.length, open });
    if (open) for (const row of members) lines.push({ kind: 'row', key: keyOf(row), row });
  }
  return lines;
}

/** Where a key press takes the active line; null where the key means nothing here. */
export function moveTo(key: string, active: number, count: number, page: number): number | null {
  if (count === 0) return null;
  const clamp = (index: number) => Math.min(count - 1, Math.max(0, index));
  switch (key) {
    case 'ArrowDown':
      return clamp(active + 1);
    case 'ArrowUp':
      return active < 0 ? count - 1 : clamp(active - 1);
    case 'PageDown':
      return clamp(active + page);
    case 'PageUp':
      return clamp(active - page);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
