// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { renameSite } from '../../../src/commands/edit';
import { giveElementsSize, renderScreen } from '../../builders/screen';

beforeAll(giveElementsSize);
afterEach(cleanup);

async function opened() {
  const { stores } = await renderScreen();
  act(() => {
    renameSite(stores, { collection: 'schools', id: 'S-0001' }, '城东中心小学');
    stores.session.setState({ actor: '王工' });
    renameSite(stores, { collection: 'schools', id: 'S-0002' }, '城西中心小学');
    stores.plan.undo('王工');
    stores.session.setState({ dialog: { kind: 'history' } });
  });
  const dialog = within(screen.getByRole('dialog', { name: '操作历史' }));
  return { stores, dialog };
}

it('goes back to a step', async () => {
  const { stores, dialog } = await opened();
  fireEvent.click(dialog.getAllByRole('button', { name: '退回到此' })[0]!);
  expect(stores.plan.getState().history.past).toHaveLength(0);
});

it('tells who did what and when, with before and after, and that the record is whole', async () => {
  const { dialog } = await opened();
  fireEvent.click(dialog.getByRole('tab', { name: '审计记录' }));
  await waitFor(() => expect(dialog.getByText(/日志完整：3 条/u)).toBeDefined());
  fireEvent.click(dialog.getByRole('button', { name: /李工.*城东小学 改名为 城东中心小学/u }));
  expect(dialog.getByText(/名称：城东小学 → 城东中心小学/u)).toBeDefined();
  fireEvent.change(dialog.getByLabelText('操作人'), { target: { value: '王工' } });
  expect(dialog.getByText('2 / 3 条')).toBeDefined();
  fireEvent.change(dialog.getByLabelText('搜索说明或编号'), { target: { value: '撤销' } });
  expect(dialog.getByText('1 / 3 条')).toBeDefined();
});
