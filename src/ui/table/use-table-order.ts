import { useCallback, useState, type ReactNode } from 'react';
import { LOCALES } from '../../i18n/language';
import { useText } from '../shared/use-text';
import { groupsOf, type Grouping, type OrderedRows } from './table-lines';
import { orderOf, type CellValue } from './table-order';
import { useSliced } from './use-sliced';

/** A column: what to sort by, and how a cell looks. */
export interface DataColumn<Row> {
  readonly id: string;
  readonly header: string;
  /** Explains the header, as its tooltip. */
  readonly hint?: string;
  /** In pixels; the widest one takes what is left over. */
  readonly width: number;
  readonly grow?: boolean;
  readonly align?: 'right';
  readonly value: (row: Row) => CellValue;
  readonly render: (row: Row) => ReactNode;
  /** The whole text of a cell, where it may be cut off. */
  readonly title?: (row: Row) => string;
}

interface Sort {
  readonly column: string;
  readonly descending: boolean;
}

export interface TableOrder<Row> extends OrderedRows<Row> {
  readonly columns: readonly DataColumn<Row>[];
  readonly sort: Sort | null;
  /** Sorts by a column: ascending, descending, as given. */
  readonly toggle: (column: string) => void;
}

interface TableWishes<Row> {
  readonly matches?: (row: Row) => boolean;
  readonly grouping?: Grouping<Row> | null;
  readonly initialSort?: Sort | null;
}

const EMPTY_ORDER = new Uint32Array(0);

/**
 * The rows that are shown, in the order that the user chose by clicking on heads. Tens of thousands are sorted without
 * holding up the page; until that is done the former rows and order stay.
 */
export function useTableOrder<Row>(
  rows: readonly Row[],
  columns: readonly DataColumn<Row>[],
  { matches, grouping = null, initialSort = null }: TableWishes<Row> = {},
): TableOrder<Row> {
  const locale = LOCALES[useText().language];
  const [sort, setSort] = useState(initialSort);
  const value = columns.find(({ id }) => id === sort?.column)?.value;
  const descending = sort?.descending ?? false;
  const ordered = useSliced<OrderedRows<Row>>(
    useCallback(
      function* () {
        const order = yield* orderOf({ rows, matches, value, descending, locale });
        return { rows, order, groups: grouping && (yield* groupsOf(rows, order, grouping)) };
      },
      [rows, matches, value, descending, locale, grouping],
    ),
  );
  const toggle = (column: string) => setSort((before) => nextSort(before, column));
  return { ...(ordered ?? { rows, order: EMPTY_ORDER, groups: null }), columns, sort, toggle };
}

function nextSort(before: Sort | null, column: string): Sort | null {
  if (before?.column !== column) return { column, descending: false };
  return before.descending ? null : { column, descending: true };
}
