// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import 'fake-indexeddb/auto';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { StoresProvider } from '../../../src/ui/shared/stores-context';
import { DataTable, type Choosing } from '../../../src/ui/table/data-table';
import { useTableOrder, type DataColumn } from '../../../src/ui/table/use-table-order';
import { openedProject } from '../../builders/app';
import { giveElementsSize } from '../../builders/screen';

interface Site {
  readonly id: string;
  readonly name: string;
  readonly area: number | null;
}

const SITES: readonly Site[] = [
  { id: '1', name: '文昌小学', area: 9 },
  { id: '2', name: '城东小学', area: null },
  { id: '3', name: '北桥中学', area: 10 },
];

const COLUMNS: readonly DataColumn<Site>[] = [
  { id: 'name', header: '名称', width: 100, value: ({ name }) => name, render: ({ name }) => name },
  { id: 'area', header: '面积', width: 100, value: ({ area }) => area, render: ({ area }) => String(area) },
];

const keyOf = ({ id }: Site) => id;

interface SitesProps {
  rows: readonly Site[];
  selected: string | null;
  onSelect: (site: Site) => void;
  onActivate: (site: Site) => void;
  choosing?: Choosing<Site>;
}

function Sites({ rows, ...rest }: SitesProps) {
  const table = useTableOrder(rows, COLUMNS);
  return <DataTable label="表" table={table} keyOf={keyOf} {...rest} />;
}

beforeAll(giveElementsSize);

afterEach(cleanup);

async function renderTable(rows: readonly Site[] = SITES, choosing?: Choosing<Site>) {
  const stores = await openedProject();
  const onSelect = vi.fn();
  const onActivate = vi.fn();
  const table = (selected: string | null) => (
    <MantineProvider env="test">
      <StoresProvider stores={stores}>
        <Sites
          rows={rows}
          selected={selected}
          onSelect={onSelect}
          onActivate={onActivate}
          {...(choosing && { choosing })}
        />
      </StoresProvider>
    </MantineProvider>
  );
  const view = render(table(null));
  return { onSelect, onActivate, select: (id: string) => view.rerender(table(id)) };
}

const names = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.firstElementChild?.textContent);

it('sorts by a column up, down and not at all; what has no value stays last', async () => {
  await renderTable();
  const head = screen.getByRole('button', { name: '面积' });
  expect(names()).toEqual(['文昌小学', '城东小学', '北桥中学']);
  fireEvent.click(head);
  expect(names()).toEqual(['文昌小学', '北桥中学', '城东小学']);
  expect(screen.getByRole('columnheader', { name: '面积' }).getAttribute('aria-sort')).toBe('ascending');
  fireEvent.click(head);
  expect(names()).toEqual(['北桥中学', '文昌小学', '城东小学']);
  fireEvent.click(head);
  expect(names()).toEqual(['文昌小学', '城东小学', '北桥中学']);
});

it('sorts Chinese names by pinyin', async () => {
  await renderTable();
  fireEvent.click(screen.getByRole('button', { name: '名称' }));
  expect(names()).toEqual(['北桥中学', '城东小学', '文昌小学']);
});

it('is moved through with the arrow keys and activated with Enter', async () => {
  const { onSelect, onActivate, select } = await renderTable();
  const grid = screen.getByRole('grid', { name: '表' });
  fireEvent.keyDown(grid, { key: 'ArrowDown' });
  expect(onSelect).toHaveBeenLastCalledWith(SITES[0]);
  select('1');
  fireEvent.keyDown(grid, { key: 'ArrowDown' });
  expect(onSelect).toHaveBeenLastCalledWith(SITES[1]);
  fireEvent.keyDown(grid, { key: 'Enter' });
  expect(onActivate).toHaveBeenLastCalledWith(SITES[0]);
});

it('keeps only the rows in sight in the document, of however many', async () => {
  const many = Array.from({ length: 20_000 }, (_, n) => ({ id: String(n), name: `学校 ${n}`, area: n }));
  await renderTable(many);
  expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('20001');
  expect(screen.getAllByRole('row').length).toBeLessThan(60);
});

it('chooses rows one by one, with Shift all between, and all at once', async () => {
  const choose = vi.fn();
  await renderTable(SITES, {
    chosen: new Set(['2']),
    choose,
    labelOf: ({ name }) => `选中 ${name}`,
    allLabel: '全选',
  });
  fireEvent.click(screen.getByRole('checkbox', { name: '选中 文昌小学' }));
  expect(choose).toHaveBeenLastCalledWith(['1'], true);
  fireEvent.click(screen.getByRole('checkbox', { name: '选中 北桥中学' }), { shiftKey: true });
  expect(choose).toHaveBeenLastCalledWith(['1', '2', '3'], true);
  fireEvent.click(screen.getByRole('checkbox', { name: '选中 城东小学' }));
  expect(choose).toHaveBeenLastCalledWith(['2'], false);
  fireEvent.click(screen.getByRole('checkbox', { name: '全选' }));
  expect(choose).toHaveBeenLastCalledWith(['1', '2', '3'], true);
});
