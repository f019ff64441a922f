import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import classes from './data-table.module.css';
import { cellStyle, TableHead } from './table-head';
import { moveTo, TableLines, type Line } from './table-lines';
import type { TableOrder } from './use-table-order';
import { ROW_HEIGHT, useVirtualRows } from './use-virtual-rows';

/** Rows that are chosen for something to be done to all of them. */
export interface Choosing<Row> {
  readonly chosen: ReadonlySet<string>;
  readonly choose: (keys: readonly string[], on: boolean) => void;
  readonly labelOf: (row: Row) => string;
  readonly allLabel: string;
}

interface DataTableProps<Row> {
  label: string;
  table: TableOrder<Row>;
  keyOf: (row: Row) => string;
  selected: string | null;
  onSelect: (row: Row) => void;
  /** Enter, or a double click. */
  onActivate: (row: Row) => void;
  /** Absent: rows are not chosen. */
  choosing?: Choosing<Row>;
}

const CHOOSE_WIDTH = 28;

/**
 * A table of tens of thousands of rows: sorted by any column, grouped, one tab stop, moved through with the arrow keys.
 * Selecting is shared with the map, so a row selected there is brought into sight here.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, table, keyOf, selected, onSelect, onActivate, choosing } = props;
  const { columns, rows, order, groups } = table;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [cursor, setCursor] = useState<string | null>(null);
  const lines = useMemo(
    () => new TableLines({ rows, order, groups }, keyOf, closed),
    [rows, order, groups, keyOf, closed],
  );
  const virtual = useVirtualRows(scroller, lines.count);
  const selectedIndex = useMemo(
    () => (selected === null ? -1 : lines.indexOf('row', selected)),
    [lines, selected],
  );
  const active = cursor === null ? selectedIndex : lines.indexOf('group', cursor);
  const width = columns.reduce((sum, column) => sum + column.width, choosing ? CHOOSE_WIDTH : 0);

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
    const line = lines.at(index);
    if (!line) return;
    setCursor(line.kind === 'row' ? null : line.key);
    if (line.kind === 'row') onSelect(line.row);
    virtual.scrollToIndex(index, { align: 'auto' });
  };

  const lastChosen = useRef<number | null>(null);
  /** Chooses a row or lets it go; with Shift all rows from the last one on. */
  const chooseLine = (index: number, line: Line<Row>, extend: boolean) => {
    if (!choosing || line.kind !== 'row') return;
    const keys =
      extend && lastChosen.current !== null ? lines.keysBetween(lastChosen.current, index) : [line.key];
    choosing.choose(keys, extend || !choosing.chosen.has(line.key));
    lastChosen.current = index;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== scroller.current || event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor(scroller.current.clientHeight / ROW_HEIGHT) - 2);
    const next = moveTo(event.key, active, lines.count, page);
    const line = lines.at(active);
    if (next !== null) goTo(next);
    else if (line?.kind === 'group' && ['Enter', ' ', 'ArrowLeft', 'ArrowRight'].includes(event.key))
      toggleGroup(line.key);
    else if (line?.kind === 'row' && event.key === 'Enter') onActivate(line.row);
    else if (line && choosing && event.key === ' ') chooseLine(active, line, event.shiftKey);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const chosen = choosing?.chosen;
  const allChosen = useMemo(
    () =>
      chosen !== undefined &&
      order.length > 0 &&
      chosen.size >= order.length &&
      order.every((index) => chosen.has(keyOf(rows[index]!))),
    [chosen, order, rows, keyOf],
  );
  const chooseAll = () =>
    choosing?.choose(
      Array.from(order, (index) => keyOf(rows[index]!)),
      !allChosen,
    );

  const items = virtual.getVirtualItems();
  const activeInSight = items.some(({ index }) => index === active);
  return (
    <div
      ref={scroller}
      className={classes.scroller}
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={lines.count + 1}
      aria-colcount={columns.length + (choosing ? 1 : 0)}
      aria-multiselectable={choosing !== undefined}
      aria-activedescendant={activeInSight ? `${id}-${active}` : undefined}
      onKeyDown={onKeyDown}
    >
      <TableHead
        table={table}
        minWidth={width}
        choosing={choosing ? { label: choosing.allLabel, all: allChosen, onToggle: chooseAll } : null}
      />
      <div
        className={classes.body}
        role="rowgroup"
        style={{ height: virtual.getTotalSize(), minWidth: width }}
      >
        {items.map(({ index, start }) => {
          const line = lines.at(index);
          if (!line) return null;
          const isActive = index === active ? classes.active : '';
          return (
            <div
              key={`${line.kind}/${line.key}`}
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
                <GroupCell line={line} columns={columns.length + (choosing ? 1 : 0)} />
              ) : (
                <>
                  {choosing && (
                    <ChooseCell
                      label={choosing.labelOf(line.row)}
                      chosen={choosing.chosen.has(line.key)}
                      onChoose={(extend) => chooseLine(index, line, extend)}
                    />
                  )}
                  {columns.map((column) => (
                    <div
                      key={column.id}
                      role="gridcell"
                      className={`${classes.cell} ${column.align === 'right' ? classes.right : ''}`}
                      style={cellStyle(column)}
                      title={column.title?.(line.row)}
                    >
                      {column.render(line.row)}
                    </div>
                  ))}
                </>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function GroupCell({
  line,
  columns,
}: {
  line: Extract<Line<unknown>, { readonly kind: 'group' }>;
  columns: number;
}) {
  const Icon = line.open ? IconChevronDown : IconChevronRight;
  return (
    <div role="gridcell" className={classes.group} aria-colspan={columns}>
      <Icon size={14} aria-hidden />
      <span className={classes.groupTitle}>{line.title}</span>
      <span className={classes.count}>{line.count}</span>
    </div>
  );
}

function ChooseCell({
  label,
  chosen,
  onChoose,
}: {
  label: string;
  chosen: boolean;
  onChoose: (extend: boolean) => void;
}) {
  const onClick = (event: MouseEvent) => {
    event.stopPropagation();
    onChoose(event.shiftKey);
  };
  return (
    <div
      role="gridcell"
      className={classes.choose}
      onClick={onClick}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      <input type="checkbox" tabIndex={-1} aria-label={label} checked={chosen} readOnly />
    </div>
  );
}
