// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { renameSite } from '../../../src/commands/edit';
import { EMPTY_DIFF } from '../../../src/domain/plan-diff';
import { makeEntry, EMPTY_CHAIN } from '../../../src/io/journal/journal';
import { writeJsonl } from '../../../src/io/journal/jsonl';
import { PROJECT_FILES } from '../../builders/app';
import { giveElementsSize, renderScreen } from '../../builders/screen';

beforeAll(giveElementsSize);
afterEach(cleanup);

const TARGETS = makeEntry(EMPTY_CHAIN, {
  at: '2026-11-20T08:00:00.000Z',
  actor: '王科',
  label: { code: 'op.set-targets' },
  diff: { ...EMPTY_DIFF, created: [{ kind: 'targets', targets: [] }] },
});

const withJournal = (journal: string) => ({
  ...PROJECT_FILES,
  'project.json': PROJECT_FILES['project.json']!.replace('"rules"', '"journal":"journal.jsonl","rules"'),
  'journal.jsonl': journal,
});

async function journalShown(journal: string) {
  const { stores } = await renderScreen({}, withJournal(journal));
  renameSite(stores, { collection: 'schools', id: 'S-0001' }, '城东第一小学');
  act(() => stores.session.setState({ dialog: { kind: 'journal' } }));
  const dialog = within(screen.getByRole('dialog', { name: '日志与校验' }));
  await dialog.findByRole('status');
  return dialog;
}

describe('the journal', () => {
  it('shows what was done before and since opening, latest first, and that it is whole', async () => {
    const dialog = await journalShown(writeJsonl([TARGETS]));
    expect(dialog.getByRole('status').textContent).toContain('2 条记录');
    const rows = await dialog.findAllByRole('row');
    expect(rows[1]?.textContent).toContain('城东第一小学');
    expect(rows[1]?.textContent).toContain('李工');
    expect(rows[2]?.textContent).toContain('修改规划目标');
    expect(rows[2]?.textContent).toContain('王科');
  });

  it('is filtered by what it is about and by what it says', async () => {
    const dialog = await journalShown(writeJsonl([TARGETS]));
    await dialog.findByText('显示 2 / 2 条');
    fireEvent.change(dialog.getByLabelText('全部记录'), { target: { value: 'sites' } });
    expect(await dialog.findByText('显示 1 / 2 条')).toBeDefined();
    fireEvent.change(dialog.getByLabelText('查找内容或操作人'), { target: { value: '王科' } });
    expect(await dialog.findByText('显示 0 / 2 条')).toBeDefined();
    fireEvent.change(dialog.getByLabelText('全部记录'), { target: { value: '' } });
    expect(await dialog.findByText('显示 1 / 2 条')).toBeDefined();
  });

  it('names the entry that was altered, with what it was and whose', async () => {
    const dialog = await journalShown(writeJsonl([TARGETS]).replace('王科', '张科'));
    const told = dialog.getByRole('status').textContent;
    expect(told).toContain('第 1 条');
    expect(told).toContain('修改规划目标');
    expect(told).toContain('张科');
  });
});
