import { IconChevronDown, IconChevronRight, IconChevronUp } from '@tabler/icons-react';
import type { SortingState } from '@tanstack/react-table';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { LOCALES } from '../../i18n/language';
import { useText } from '../shared/use-text';
import classes from './data-table.module.css';
import { linesOf, moveTo, type Grouping, type Line } from './table-rows';
import { useSortedRows, type DataColumn } from './use-sorted-rows';
import { ROW_HEIGHT, useVirtualRows } from './use-virtual-rows';

interface DataTableProps<Row extends object> {
  label: string;
  rows: readonly Row[];
  columns: readonly DataColumn<Row>[];
  keyOf: (row: Row) => string;
  selected: string | null;
  onSelect: (row: Row) => void;
  /** Enter, or a double click. */
  onActivate: (row: Row) => void;
  grouping?: Grouping<Row> | null;
  initialSort?: SortingState;
}

const NO_SORT: SortingState = [];
const ARIA_SORT = { asc: 'ascending', desc: 'descending' } as const;

/**
 * A table of thousands of rows: sorted by any column, grouped, one tab stop, moved through with the arrow keys.
 * Selecting is shared with the map, so a row selected there is brought into sight here.
 */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const {
    label,
    rows,
    columns,
    keyOf,
    selected,
    onSelect,
    onActivate,
    grouping = null,
    initialSort = NO_SORT,
  } = props;
  const { language, t } = useText();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [cursor, setCursor] = useState<string | null>(null);
  const sorted = useSortedRows(rows, columns, LOCALES[language], initialSort);
  const sortedRows = sorted.rows;
  const lines = useMemo(
    () => linesOf(sortedRows, keyOf, grouping, closed),
    [sortedRows, keyOf, grouping, closed],
  );
  const virtual = useVirtualRows(scroller, lines.length);
  const activeKey = cursor ?? (selected === null ? null : `row/${selected}`);
  const active = lines.findIndex((line) => cursorOf(line) === activeKey);
  const selectedIndex = lines.findIndex((line) => line.kind === 'row' && line.key === selected);
  const width = columns.reduce((sum, column) => sum + column.width, 0);

  const lastShown = useRef<string | null>(null);
  useEffect(() => {
    if (selected === lastShown.current) return;
    lastShown.current = selected;
    if (selectedIndex >= 0) virtual.scrollToIndex(selectedIndex, { align: 'auto' });
  }, [selected, selectedIndex, virtual]);

  const toggleGroup = (key: string) => {
    setClosed((before) => {
      const after = new Set(before);
      if (!after.delete(key)) after.add(key);
      return after;
    });
  };
  const goTo = (index: number) => {
    const line = lines[index];
    if (!line) return;
    setCursor(line.kind === 'row' ? null : cursorOf(line));
    if (line.kind === 'row') onSelect(line.row);
    virtual.scrollToIndex(index, { align: 'auto' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== scroller.current || event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor(scroller.current.clientHeight / ROW_HEIGHT) - 2);
    const next = moveTo(event.key, active, lines.length, page);
    const line = lines[active];
    if (next !== null) goTo(next);
    else if (line?.kind === 'group' && ['Enter', ' ', 'ArrowLeft', 'ArrowRight'].includes(event.key))
      toggleGroup(line.key);
    else if (line?.kind === 'row' && event.key === 'Enter') onActivate(line.row);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const items = virtual.getVirtualItems();
  const activeInSight = items.some(({ index }) => index === active);
  const cellStyle = (column: DataColumn<Row>) =>
    column.grow ? { flex: `1 0 ${column.width}px`, width: 0 } : { width: column.width };
  return (
    <div
      ref={scroller}
      className={classes.scroller}
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={lines.length + 1}
      aria-colcount={columns.length}
      aria-activedescendant={activeInSight ? `${id}-${active}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div className={classes.head} role="row" aria-rowindex={1} style={{ minWidth: width }}>
        {columns.map((column) => {
          const sort = sorted.sorting.find((entry) => entry.id === column.id);
          const direction = sort ? (sort.desc ? 'desc' : 'asc') : null;
          return (
            <div
              key={column.id}
              role="columnheader"
              className={classes.headCell}
              style={cellStyle(column)}
              aria-sort={direction ? ARIA_SORT[direction] : 'none'}
            >
              <button
                type="button"
                className={`${classes.sort} ${column.align === 'right' ? classes.right : ''}`}
                title={column.hint ?? t('table.sort-by', { column: column.header })}
                onClick={() => sorted.toggle(column.id)}
              >
                {column.header}
                {direction === 'asc' && <IconChevronUp size={12} aria-hidden="true" />}
                {direction === 'desc' && <IconChevronDown size={12} aria-hidden="true" />}
              </button>
            </div>
          );
        })}
      </div>
      <div
        className={classes.body}
        role="rowgroup"
        style={{ height: virtual.getTotalSize(), minWidth: width }}
      >
        {items.map(({ index, start }) => {
          const line = lines[index];
          if (!line) return null;
          const isActive = index === active ? classes.active : '';
          return (
            <div
              key={cursorOf(line)}
              id={`${id}-${index}`}
              role="row"
              aria-rowindex={index + 2}
              aria-selected={line.kind === 'row' && line.key === selected}
              aria-expanded={line.kind === 'group' ? line.open : undefined}
              className={`${classes.line} ${isActive}`}
              style={{ transform: `translateY(${start}px)` }}
              onClick={() => (line.kind === 'row' ? goTo(index) : toggleGroup(line.key))}
              onDoubleClick={() => line.kind === 'row' && onActivate(line.row)}
            >
              {line.kind === 'group' ? (
                <div role="gridcell" className={classes.group} aria-colspan={columns.length}>
                  {line.open ? (
                    <IconChevronDown size={14} aria-hidden />
                  ) : (
                    <IconChevronRight size={14} aria-hidden />
                  )}
                  <span className={classes.groupTitle}>{line.title}</span>
                  <span className={classes.count}>{line.count}</span>
                </div>
              ) : (
                columns.map((column) => (
                  <div
                    key={column.id}
                    role="gridcell"
                    className={`${classes.cell} ${column.align === 'right' ? classes.right : ''}`}
                    style={cellStyle(column)}
                    title={column.title?.(line.row)}
                  >
                    {column.render(line.row)}
                  </div>
                ))
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function cursorOf<Row>(line: Line<Row>): string {
  return `${line.kind}/${line.key}`;
}
