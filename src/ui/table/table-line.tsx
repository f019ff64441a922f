import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { memo } from 'react';
import { useText } from '../shared/use-text';
import classes from './data-table.module.css';
import { cellStyle } from './table-head';
import type { DataColumn } from './use-table-order';

/** Where a line stands; clicks on it are told by `data-line`, so that it need not know who hears of them. */
interface LinePlace {
  id: string;
  index: number;
  /** Pixels from the top. */
  start: number;
  isActive: boolean;
}

interface RowLineProps<Row> extends LinePlace {
  row: Row;
  columns: readonly DataColumn<Row>[];
  isSelected: boolean;
  /** Whether the row is chosen; absent where rows are not. */
  choice: 'chosen' | 'free' | undefined;
  labelOf: ((row: Row) => string) | undefined;
}

function lineProps({ id, index, start, isActive }: LinePlace) {
  return {
    id,
    role: 'row',
    'data-line': index,
    'aria-rowindex': index + 2,
    className: `${classes.line} ${isActive ? classes.active : ''}`,
    style: { transform: `translateY(${start}px)` },
  };
}

function Row<R>({ row, columns, isSelected, choice, labelOf, ...place }: RowLineProps<R>) {
  return (
    <div {...lineProps(place)} aria-selected={isSelected}>
      {choice && (
        <div role="gridcell" className={classes.choose} data-choice>
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={labelOf?.(row)}
            checked={choice === 'chosen'}
            readOnly
          />
        </div>
      )}
      {columns.map((column) => (
        <div
          key={column.id}
          role="gridcell"
          className={`${classes.cell} ${column.align === 'right' ? classes.right : ''}`}
          style={cellStyle(column)}
          title={column.title?.(row)}
        >
          {column.render(row)}
        </div>
      ))}
    </div>
  );
}

/** A row of a table; made again only where something of it has changed, not while it is scrolled. */
export const RowLine = memo(Row) as typeof Row;

/** The head of a group of rows. */
export function GroupLine({
  title,
  count,
  open,
  columns,
  ...place
}: LinePlace & { title: string; count: number; open: boolean; columns: number }) {
  const { formats } = useText();
  const Icon = open ? IconChevronDown : IconChevronRight;
  return (
    <div {...lineProps(place)} aria-selected={false} aria-expanded={open}>
      <div role="gridcell" className={classes.group} aria-colspan={columns}>
        <Icon size={14} aria-hidden />
        <span className={classes.groupTitle}>{title}</span>
        <span className={classes.count}>{formats.number(count)}</span>
      </div>
    </div>
  );
}
