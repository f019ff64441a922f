import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import classes from './data-table.module.css';
import { GroupLine, RowLine } from './table-line';
import { TableHead } from './table-head';
import { moveTo, TableLines, type Line } from './table-lines';
import type { TableOrder } from './use-table-order';
import { ROW_HEIGHT, useVirtualRows } from './use-virtual-rows';

/** Rows that are chosen for something to be done to all of them. */
export interface Choosing<Row> {
  readonly chosen: Pick<ReadonlySet<string>, 'has' | 'size'>;
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
  /** Whether groups begin closed. */
  startsClosed?: boolean;
  /** As high as its lines, up to so many; absent: as high as its place. */
  mostLines?: number;
}

const CHOOSE_WIDTH = 28;

/**
 * A table of tens of thousands of rows: sorted by any column, grouped, one tab stop, moved through with the arrow keys.
 * Selecting is shared with the map, so a row selected there is brought into sight here.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, table, keyOf, selected, onSelect, onActivate, choosing, startsClosed, mostLines } = props;
  const { columns, rows, order, groups } = table;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const [cursor, setCursor] = useState<string | null>(null);
  const lines = useMemo(() => {
    const closed = startsClosed ? { has: (key: string) => !toggled.has(key) } : toggled;
    return new TableLines({ rows, order, groups }, keyOf, closed);
  }, [rows, order, groups, keyOf, toggled, startsClosed]);
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
    setToggled((before) => {
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
  /** The line that an event on the body is about. */
  const lineAt = ({ target }: MouseEvent): number | null => {
    const element = target instanceof Element ? target.closest('[data-line]') : null;
    return element instanceof HTMLElement ? Number(element.dataset.line) : null;
  };
  const isOnChoice = ({ target }: MouseEvent) =>
    target instanceof Element && target.closest('[data-choice]') !== null;
  const onClick = (event: MouseEvent) => {
    const index = lineAt(event);
    const line = index === null ? null : lines.at(index);
    if (index === null || !line) return;
    if (line.kind === 'group') toggleGroup(line.key);
    else if (isOnChoice(event)) chooseLine(index, line, event.shiftKey);
    else goTo(index);
  };
  const onDoubleClick = (event: MouseEvent) => {
    const index = lineAt(event);
    const line = index === null ? null : lines.at(index);
    if (line?.kind === 'row' && !isOnChoice(event)) onActivate(line.row);
  };
  return (
    <div
      ref={scroller}
      className={classes.scroller}
      style={mostLines === undefined ? undefined : { height: heightOf(Math.min(mostLines, lines.count)) }}
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
        onClick={onClick}
        onDoubleClick={onDoubleClick}
      >
        {items.map(({ index, start }) => {
          const line = lines.at(index);
          if (!line) return null;
          const place = { id: `${id}-${index}`, index, start, isActive: index === active };
          return line.kind === 'group' ? (
            <GroupLine
              key={`group/${line.key}`}
              {...place}
              title={line.title}
              count={line.count}
              open={line.open}
              columns={columns.length + (choosing ? 1 : 0)}
            />
          ) : (
            <RowLine
              key={`row/${line.key}`}
              {...place}
              row={line.row}
              columns={columns}
              isSelected={line.key === selected}
              choice={choosing && (choosing.chosen.has(line.key) ? 'chosen' : 'free')}
              labelOf={choosing?.labelOf}
            />
          );
        })}
      </div>
    </div>
  );
}

/** Of the head and so many lines, in pixels. */
function heightOf(lines: number): number {
  return ROW_HEIGHT * (1 + lines) + 2;
}
