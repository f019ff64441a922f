import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import { useText } from '../shared/use-text';
import classes from './data-table.module.css';
import type { DataColumn, TableOrder } from './use-table-order';

const ARIA_SORT = { asc: 'ascending', desc: 'descending' } as const;

export function cellStyle<Row>(column: DataColumn<Row>): CSSProperties {
  return column.grow ? { flex: `1 0 ${column.width}px`, width: 0 } : { width: column.width };
}

/** The heads of a table's columns; each sorts by its column. */
export function TableHead<Row>({
  table: { columns, sort, toggle },
  minWidth,
  choosing,
}: {
  table: TableOrder<Row>;
  minWidth: number;
  /** All rows at once: whether they are chosen, and what chooses them; null where rows are not chosen. */
  choosing: { readonly label: string; readonly all: boolean; readonly onToggle: () => void } | null;
}) {
  const { t } = useText();
  return (
    <div className={classes.head} role="row" aria-rowindex={1} style={{ minWidth }}>
      {choosing && (
        <div role="columnheader" className={classes.choose}>
          <input
            type="checkbox"
            aria-label={choosing.label}
            title={choosing.label}
            checked={choosing.all}
            onChange={choosing.onToggle}
          />
        </div>
      )}
      {columns.map((column) => {
        const direction = sort?.column === column.id ? (sort.descending ? 'desc' : 'asc') : null;
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
              onClick={() => toggle(column.id)}
            >
              {column.header}
              {direction === 'asc' && <IconChevronUp size={12} aria-hidden="true" />}
              {direction === 'desc' && <IconChevronDown size={12} aria-hidden="true" />}
            </button>
          </div>
        );
      })}
    </div>
  );
}
