// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { renameSite } from '../../../src/commands/edit';
import { featureOf } from '../../../src/domain/plan';
import { writeZip } from '../../../src/io/project/write-zip';
import { collection, feature, filesOf, PROJECT_FILES } from '../../builders/app';
import { squareAt } from '../../builders/plan-records';
import { giveElementsSize, renderScreen } from '../../builders/screen';

beforeAll(giveElementsSize);
afterEach(cleanup);

/** The project as somebody sends it back: one school renamed and moved, another added. */
const THEIRS = writeZip(
  filesOf({
    ...PROJECT_FILES,
    'schools.geojson': collection(
      feature('S-0001', squareAt(106.01, 31.6), { name: '对方小学', stage: 'primary', status: 'existing' }),
      feature('S-0002', squareAt(106.02, 31.62), { name: '城西小学', stage: 'primary', status: 'planned' }),
      feature('S-0003', squareAt(106.03, 31.62), { name: '新校', stage: 'junior', status: 'planned' }),
    ),
  }),
);

async function compared() {
  const { stores } = await renderScreen();
  await act(async () => {
    renameSite(stores, { collection: 'schools', id: 'S-0001' }, '我方小学');
    await stores.compare.withFiles([{ name: 'b.zip', bytes: THEIRS }]);
    stores.session.setState({ dialog: { kind: 'compare' } });
  });
  return { stores, dialog: within(screen.getByRole('dialog', { name: '比较与合并' })) };
}

it('asks whose to keep, and merges only when all is chosen', async () => {
  const { stores, dialog } = await compared();
  const merge = dialog.getByRole('button', { name: '合并选定内容' });
  expect(merge).toHaveProperty('disabled', true);
  const name = within(dialog.getByRole('radiogroup', { name: '学校 我方小学 · 名称' }));
  expect(name.getByText('对方小学')).toBeDefined();
  fireEvent.click(name.getByLabelText('我方'));
  fireEvent.click(
    within(dialog.getByRole('radiogroup', { name: '学校 我方小学 · 图形' })).getByLabelText('对方'),
  );
  await waitFor(() => expect(merge).toHaveProperty('disabled', false));
  fireEvent.click(merge);
  expect(screen.queryByRole('dialog')).toBeNull();
  const { plan } = stores.plan.getState();
  expect(featureOf(plan, 'schools', 'S-0001')?.feature).toMatchObject({
    geometry: { coordinates: [expect.arrayContaining([[106.01, 31.6]])] },
    properties: { name: '我方小学' },
  });
  expect(featureOf(plan, 'schools', 'S-0003')).not.toBeNull();
});

it('lists what differs, and goes to it on the map', async () => {
  const { stores, dialog } = await compared();
  fireEvent.click(dialog.getByRole('tab', { name: /要素与设置/u }));
  expect(dialog.getByText(/移动 9\d\d\.\d\d m/u)).toBeDefined();
  fireEvent.click(dialog.getByRole('tab', { name: /冲突/u }));
  fireEvent.click(dialog.getByRole('button', { name: /网吧/u }));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(stores.session.getState().selection).toMatchObject({ kind: 'conflict' });
  expect(stores.session.getState().camera).not.toBeNull();
  // It is still there to be gone on with.
  expect(stores.compare.getState().status).toBe('ready');
});

it('offers the steps of the history', async () => {
  const { stores } = await renderScreen();
  act(() => {
    renameSite(stores, { collection: 'schools', id: 'S-0001' }, '我方小学');
    stores.session.setState({ dialog: { kind: 'compare' } });
  });
  const dialog = within(screen.getByRole('dialog', { name: '比较与合并' }));
  const step = dialog.getByLabelText('与历史的某一步');
  fireEvent.change(step, { target: { value: '0' } });
  await waitFor(() => expect(stores.compare.getState().status).toBe('ready'));
  expect(dialog.getByText(/城东小学 → 我方小学/u)).toBeDefined();
});
