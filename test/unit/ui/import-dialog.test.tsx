// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { strToU8 } from 'fflate';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { featuresOf, layerOf } from '../../../src/domain/plan';
import { giveElementsSize, renderScreen } from '../../builders/screen';

beforeAll(giveElementsSize);
afterEach(cleanup);

const CSV = '地块编号,用地性质,X,Y,备注\nP-1,教育用地,3499999,35596758,<b>甲</b>\n';
const csv = (name: string, text: string) => ({ name, bytes: strToU8(text) });
const POLYGON =
  'WKT,地块编号,用地性质,备注\n"POLYGON((106 31.6,106.001 31.6,106.001 31.601,106 31.6))",P-1,教育用地,<b>甲</b>\n';

const ring = (...corners: [number, number][]) => ({
  type: 'Polygon',
  coordinates: [corners.map(([x, y]) => [106.01 + x / 1e3, 31.6 + y / 1e3])],
});
const parcel = (id: string, geometry: unknown) => ({
  type: 'Feature',
  properties: { id, landUse: '0804', codeScheme: 'MNR2023' },
  geometry,
});
const REPAIRS = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    parcel('open', ring([0, 0], [1, 0], [1, 1], [0, 1])),
    parcel('bow', ring([4, 0], [5, 1], [5, 0], [4, 1], [4, 0])),
  ],
});

async function withFile(name: string, text: string) {
  const { stores } = await renderScreen();
  await act(() => stores.imports.add([csv(name, text)]));
  return { stores, dialog: within(screen.getByRole('dialog', { name: '导入图层' })) };
}

describe('the dialog of imports', () => {
  it('shows what a table is taken for, and takes it with the scheme of its codes', async () => {
    const { stores, dialog } = await withFile('地块.csv', POLYGON);
    expect(dialog.getByText(/CSV · 地块 · 1 个要素/)).toBeDefined();
    expect(dialog.getByText('位于片区范围内。')).toBeDefined();
    expect(dialog.getByLabelText('坐标系')).toHaveProperty('value', 'EPSG:4490');
    const table = within(dialog.getByRole('region', { name: '地块.csv 的字段与前几行' }));
    expect(table.getByText('<b>甲</b>')).toBeDefined();
    expect(table.getByLabelText('字段“用地性质”作为')).toHaveProperty('value', 'landUse');
    expect(table.getByLabelText('字段“备注”作为')).toHaveProperty('value', '');
    fireEvent.change(dialog.getByLabelText('用地分类标准'), { target: { value: 'MNR2023' } });
    await waitFor(() => expect(dialog.getByText(/^0804 /)).toBeDefined());
    fireEvent.click(dialog.getByRole('button', { name: '导入 1 个文件' }));
    await waitFor(() => expect(layerOf(stores.plan.getState().plan, 'parcels')).not.toBeNull());
  });

  it('has a reference system corrected by its code, and says what it does not know', async () => {
    const { dialog } = await withFile('点.csv', CSV);
    const text = dialog.getByLabelText('其他坐标系');
    fireEvent.change(text, { target: { value: 'EPSG:1' } });
    fireEvent.keyDown(text, { key: 'Enter' });
    await waitFor(() => expect(dialog.getByText(/不认识.*坐标系/)).toBeDefined());
    fireEvent.change(text, { target: { value: '4523' } });
    fireEvent.keyDown(text, { key: 'Enter' });
    await waitFor(() => expect(dialog.getByLabelText('坐标系')).toHaveProperty('value', 'EPSG:4523'));
  });

  it('asks for the parameters of an older datum', async () => {
    const { dialog } = await withFile('点.csv', CSV);
    const text = dialog.getByLabelText('其他坐标系');
    fireEvent.change(text, { target: { value: '2359' } });
    fireEvent.keyDown(text, { key: 'Enter' });
    const parameters = await dialog.findByLabelText(/七参数/);
    fireEvent.change(parameters, { target: { value: '1 2 3' } });
    fireEvent.keyDown(parameters, { key: 'Enter' });
    expect(dialog.getByText('应为七个数，以空格分开。')).toBeDefined();
    fireEvent.change(parameters, { target: { value: '0 0 0 0 0 0 0' } });
    fireEvent.keyDown(parameters, { key: 'Enter' });
    await waitFor(() => expect(dialog.getByText(/共 1 个要素/)).toBeDefined());
    expect(dialog.queryByLabelText(/七参数/)).toBeNull();
  });

  it('lists values that it does not know, and takes the user’s word for them', async () => {
    const table = '编号,学校名称,学段,经度,纬度\nS-9,新校,小教部,106.01,31.6\n';
    const { stores, dialog } = await withFile('学校.csv', table);
    expect(dialog.getByText('学段“小教部” · 1 个要素')).toBeDefined();
    const choice = dialog.getByRole('combobox', { name: '“小教部”作为' });
    fireEvent.click(choice);
    fireEvent.change(choice, { target: { value: '小' } });
    fireEvent.click(await screen.findByRole('option', { name: '小学', hidden: true }));
    await waitFor(() =>
      expect(stores.imports.getState().pending[0]?.source?.choices.values).toEqual({
        stage: { 小教部: 'primary' },
      }),
    );
    await act(() => stores.imports.commit());
    const { plan } = stores.plan.getState();
    const school = featuresOf(plan, 'schools').find(({ id }) => id === 'S-9');
    expect(school?.feature.properties).toMatchObject({ name: '新校', stage: 'primary' });
  });

  it('has codes of land use chosen by name, remembers them, and forgets them at the user’s word', async () => {
    const table = POLYGON.replace('教育用地', '中小学校用地');
    const { stores, dialog } = await withFile('地块.csv', table);
    fireEvent.change(dialog.getByLabelText('用地分类标准'), { target: { value: 'MNR2023' } });
    const choice = await dialog.findByRole('combobox', { name: '“中小学校用地”作为' });
    fireEvent.click(choice);
    fireEvent.change(choice, { target: { value: '中小学' } });
    fireEvent.click(await screen.findByRole('option', { name: '080403 中小学用地', hidden: true }));
    await waitFor(() => expect(dialog.getByText(/^080403 /)).toBeDefined());
    await act(() => stores.imports.commit());
    await act(() => stores.imports.add([csv('地块.csv', table)]));
    fireEvent.click(screen.getByText('记住的对应（1）'));
    expect(screen.getByText('用地代码“中小学校用地”（MNR2023）')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: '忘记“中小学校用地”' }));
    expect(screen.queryByText(/记住的对应/)).toBeNull();
  });

  it('lists repairs with their change of area, and takes or refuses them', async () => {
    const { stores, dialog } = await withFile('地块.geojson', REPAIRS);
    const table = within(dialog.getByRole('grid', { name: '地块.geojson 的修复' }));
    expect(
      dialog.getByText(/修复了 1 个要素（不采用 0 个）。另有 1 个须修复几何才能导入（已采用 0 个）。/),
    ).toBeDefined();
    const open = table.getByRole('row', { name: /边界未闭合/ });
    expect(within(open).getByText('不变')).toBeDefined();
    fireEvent.click(table.getByRole('row', { name: /边界自相交/ }));
    expect(dialog.getByRole('img', { name: '修复后' })).toBeDefined();
    fireEvent.click(within(open).getByRole('checkbox'));
    await waitFor(() => expect(dialog.getByText(/不采用 1 个/)).toBeDefined());
    fireEvent.change(dialog.getByLabelText('修复的种类'), { target: { value: 'self-intersection' } });
    fireEvent.click(dialog.getByRole('button', { name: '采用' }));
    await waitFor(() => expect(dialog.getByText(/已采用 1 个/)).toBeDefined());
    expect(stores.imports.getState().pending[0]?.repairs).toEqual({
      refused: new Set([0]),
      mended: new Set([1]),
    });
    fireEvent.click(dialog.getByRole('button', { name: '的不采用' }));
    await waitFor(() => expect(dialog.getByText(/已采用 0 个/)).toBeDefined());
    expect(dialog.getByRole('button', { name: '导入 0 个文件' })).toHaveProperty('disabled', true);
  });

  it('says why a file cannot be read', async () => {
    const { dialog } = await withFile('图.dwg', 'AC1032 and so on');
    expect(dialog.getByRole('alert').textContent).toContain('DXF');
    expect(dialog.getByRole('button', { name: '导入 0 个文件' })).toHaveProperty('disabled', true);
  });
});
