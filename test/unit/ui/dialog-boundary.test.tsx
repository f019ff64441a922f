// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { strToU8 } from 'fflate';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { giveElementsSize, renderScreen } from '../../builders/screen';

beforeAll(giveElementsSize);
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  broken.isBroken = false;
});

const broken = vi.hoisted(() => ({ isBroken: false }));

vi.mock('../../../src/ui/dialogs/import-file', async (original) => {
  const actual = await original<typeof import('../../../src/ui/dialogs/import-file')>();
  return {
    ImportFile(props: Parameters<typeof actual.ImportFile>[0]) {
      if (broken.isBroken) throw new RangeError('too many rows');
      return <actual.ImportFile {...props} />;
    },
  };
});

const FILE = { name: '设施.csv', bytes: strToU8('编号,设施类别,经度,纬度\nF-9,网吧,106.02,31.62\n') };

it('what goes wrong in a dialog stays in it, and the work behind it goes on', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { stores } = await renderScreen();
  const before = stores.plan.getState().plan;
  const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  broken.isBroken = true;
  await act(() => stores.imports.add([FILE]));
  expect(screen.getByRole('alert').textContent).toContain('方案没有受影响');
  fireEvent.click(screen.getByRole('button', { name: '复制详情' }));
  expect(copied).toHaveBeenCalledWith(expect.stringContaining('RangeError: too many rows'));
  fireEvent.click(screen.getAllByRole('button', { name: '关闭' }).at(-1)!);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(stores.imports.getState().pending).toEqual([]);
  expect(stores.plan.getState().plan).toBe(before);
  broken.isBroken = false;
  await act(() => stores.imports.add([FILE]));
  expect(screen.getByRole('dialog', { name: '导入图层' })).toBeDefined();
});
