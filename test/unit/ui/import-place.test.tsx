// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { strToU8 } from 'fflate';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { reprojection } from '../../../src/geo/crs/reprojection';
import { collection, feature, square } from '../../builders/app';
import { giveElementsSize, renderScreen } from '../../builders/screen';

beforeAll(giveElementsSize);
afterEach(cleanup);

async function withFile(name: string, text: string) {
  const { stores } = await renderScreen();
  await act(() => stores.imports.add([{ name, bytes: strToU8(text) }]));
  return { stores, dialog: within(screen.getByRole('dialog', { name: '导入图层' })) };
}

const parcelsAt = (lon: number, lat: number) =>
  collection(...Array.from({ length: 3 }, (_, i) => feature(`P-${i}`, square(lon + i * 0.002, lat, 0.001))));

describe('the preview map', () => {
  it('shows a layer among the districts, in words too', async () => {
    const { dialog } = await withFile('地块.geojson', parcelsAt(106, 31.6));
    const map = dialog.getByRole('img', { name: /“地块.geojson”的预览图，上北。位于片区范围内。范围：/ });
    await waitFor(() => expect(map.querySelectorAll('path').length).toBeGreaterThan(3));
    expect(within(map).queryByText(/km$/)?.textContent ?? '').not.toContain('距');
    expect(dialog.queryByRole('status')).toBeNull();
  });

  it('shows how far a layer is that lies elsewhere', async () => {
    const { dialog } = await withFile('地块.geojson', parcelsAt(109, 33));
    const map = dialog.getByRole('img', { name: /距片区 3\d\d.*东北方/ });
    expect(within(map).getByText(/^3\d\d km$/)).toBeDefined();
  });

  it('is moved by keys and buttons', async () => {
    const { dialog } = await withFile('地块.geojson', parcelsAt(106, 31.6));
    const group = dialog.getByRole('group', { name: /预览图/ });
    const layer = dialog.getByTestId('import-map-layer').firstElementChild!;
    const transform = () => layer.getAttribute('transform');
    const seen = [transform()];
    for (const key of ['+', 'ArrowLeft', '-']) {
      fireEvent.keyDown(group, { key });
      expect(seen).not.toContain(transform());
      seen.push(transform());
    }
    fireEvent.keyDown(group, { key: 'ArrowRight' });
    fireEvent.click(dialog.getByRole('button', { name: '本图层' }));
    expect(seen).not.toContain(transform());
    fireEvent.click(dialog.getByRole('button', { name: '两者' }));
    expect(transform()).toBe(seen[0]);
  });
});

describe('an office’s own grid', () => {
  const grid = {
    datum: 'cgcs2000',
    centralMeridian: 106.1,
    heightM: 400,
    falseEastingM: 50_000,
    falseNorthingM: -3_000_000,
  } as const;
  const system = reprojection({ kind: 'local-grid', grid });
  if (!system.ok) throw new Error(system.error);
  const [x, y] = system.value.fromLonLat(106.02, 31.62);
  const CSV = `编号,设施类别,X,Y\nF-9,网吧,${y},${x}\n`;
  const type = (label: RegExp, value: string) =>
    fireEvent.change(screen.getByLabelText(label), { target: { value } });

  it('places a layer where it belongs, and is remembered only at the user’s word', async () => {
    const { stores, dialog } = await withFile('设施.csv', CSV);
    const open = dialog.getByRole('button', { name: '地方独立坐标系…' });
    fireEvent.click(open);
    const take = dialog.getByRole('button', { name: '采用这个坐标系' });
    expect(take).toHaveProperty('disabled', true);
    type(/中央经线（/, '5');
    expect(dialog.getByText('应为 73 至 136 之间的数。')).toBeDefined();
    type(/中央经线（/, '106°06′');
    type(/投影面高程/, '400');
    type(/东坐标加常数/, '50000');
    type(/北坐标加常数/, '-3000000');
    fireEvent.click(take);
    await waitFor(() => expect(dialog.getByRole('img', { name: /位于片区范围内/ })).toBeDefined());
    const { source, reply } = stores.imports.getState().pending[0]!;
    expect(source?.choices.crs).toEqual({ kind: 'local-grid', grid });
    expect(reply?.report.box?.[0]).toBeCloseTo(106.02, 7);
    expect(reply?.report.box?.[1]).toBeCloseTo(31.62, 7);
    expect(stores.localGrids.getState().grids).toEqual([]);
    fireEvent.click(dialog.getByLabelText(/在本机记住/));
    type(/坐标系名称/, '本市 2000');
    fireEvent.click(take);
    expect(stores.localGrids.getState().grids).toEqual([{ name: '本市 2000', grid }]);
    await waitFor(() => expect(dialog.getByLabelText('本机记住的坐标系')).toBeDefined());
  });
});
