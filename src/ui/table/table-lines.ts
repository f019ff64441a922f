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

/** A group of rows that stand together. */
interface Group {
  readonly key: string;
  readonly title: string;
  /** Indexes of its rows. */
  readonly members: readonly number[];
}

/** Rows in their order, sorted into groups. */
export interface OrderedRows<Row> {
  readonly rows: readonly Row[];
  /** Indexes of the rows that are shown. */
  readonly order: Uint32Array;
  /** In the order of their first row; null where rows are not grouped. */
  readonly groups: readonly Group[] | null;
}

/** Puts rows into groups, which stand in the order of their first row. In small steps. */
export function* groupsOf<Row>(
  rows: readonly Row[],
  order: Uint32Array,
  { keyOf, titleOf }: Grouping<Row>,
): Generator<void, readonly Group[]> {
  const groups = new Map<string, { key: string; title: string; members: number[] }>();
  for (const index of order) {
    const row = rows[index]!;
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.members.push(index);
    else groups.set(key, { key, title: titleOf(row), members: [index] });
    yield;
  }
  return Array.from(groups.values());
}

/** The lines of a table, made when they are looked at: there may be tens of thousands, and a screenful is seen. */
export class TableLines<Row> {
  readonly count: number;
  /** By line: index of a row, or ~index of a group; null where line and place in the order are the same. */
  private readonly places: Int32Array | null;

  constructor(
    private readonly ordered: OrderedRows<Row>,
    private readonly keyOf: (row: Row) => string,
    private readonly closed: Pick<ReadonlySet<string>, 'has'>,
  ) {
    const { order, groups } = ordered;
    this.places = groups && placesOf(groups, closed);
    this.count = this.places?.length ?? order.length;
  }

  at(line: number): Line<Row> | null {
    const { order, rows, groups } = this.ordered;
    const place = this.places ? this.places[line] : order[line];
    if (place === undefined) return null;
    if (place >= 0) {
      const row = rows[place]!;
      return { kind: 'row', key: this.keyOf(row), row };
    }
    const { key, title, members } = groups![~place]!;
    return { kind: 'group', key, title, count: members.length, open: !this.closed.has(key) };
  }

  /** The line of a row or group by its key; -1 where it is not shown. */
  indexOf(kind: Line<Row>['kind'], key: string): number {
    const { order, rows, groups } = this.ordered;
    const { places, keyOf } = this;
    if (kind === 'group') {
      const group = groups?.findIndex((each) => each.key === key) ?? -1;
      return group < 0 ? -1 : (places?.indexOf(~group) ?? -1);
    }
    const shown = places ?? order;
    for (let line = 0; line < shown.length; line++) {
      const place = shown[line]!;
      if (place >= 0 && keyOf(rows[place]!) === key) return line;
    }
    return -1;
  }

  /** Keys of the rows from one line to another, groups left out. */
  keysBetween(from: number, to: number): string[] {
    const keys: string[] = [];
    for (let line = Math.min(from, to); line <= Math.max(from, to); line++) {
      const found = this.at(line);
      if (found?.kind === 'row') keys.push(found.key);
    }
    return keys;
  }
}

function placesOf(groups: readonly Group[], closed: Pick<ReadonlySet<string>, 'has'>): Int32Array {
  const places: number[] = [];
  groups.forEach(({ key, members }, index) => {
    places.push(~index);
    if (!closed.has(key)) for (const member of members) places.push(member);
  });
  return Int32Array.from(places);
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
