import {
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type ColumnDef,
  type SortingState,
} from '@tanstack/react-table';
import { useMemo, type ReactNode } from 'react';
import { compareValues, type CellValue } from './table-rows';

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

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

export interface SortedRows<Row> {
  readonly rows: readonly Row[];
  readonly sorting: SortingState;
  readonly toggle: (column: string) => void;
}

/** The rows in the order that the user chose by clicking on heads: ascending, descending, as given. */
export function useSortedRows<Row extends object>(
  rows: readonly Row[],
  columns: readonly DataColumn<Row>[],
  locale: string,
  initial: SortingState,
): SortedRows<Row> {
  const definitions = useMemo<ColumnDef<typeof features, Row>[]>(
    () =>
      columns.map((column) => ({
        id: column.id,
        accessorFn: (row) => column.value(row) ?? undefined,
        sortUndefined: 'last',
        sortDescFirst: false,
        sortFn: (a, b) => compareValues(column.value(a.original), column.value(b.original), locale),
      })),
    [columns, locale],
  );
  const table = useTable({
    features,
    columns: definitions,
    data: rows,
    initialState: { sorting: initial },
  });
  return {
    rows: table.getRowModel().rows.map((row) => row.original),
    sorting: table.state.sorting,
    toggle: (column) => table.getColumn(column)?.toggleSorting(),
  };
}
