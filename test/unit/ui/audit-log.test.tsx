// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { renameSite } from '../../../src/commands/edit';
import { EMPTY_DIFF } from '../../../src/domain/plan-diff';
import { makeEntry, EMPTY_CHAIN } from '../../../src/io/journal/journal';
import { writeJsonl } from '../../../src/io/journal/jsonl';
import { PROJECT_FILES } from '../../builders/app';
import { decisionOf } from '../../builders/decisions';
import { giveElementsSize, renderScreen } from '../../builders/screen';

beforeAll(giveElementsSize);
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});
afterEach(cleanup);

const TARGETS = makeEntry(EMPTY_CHAIN, {
  at: '2024-11-20T08:00:00.000Z',
  actor: '王科',
  label: { code: 'op.set-targets' },
  diff: { ...EMPTY_DIFF, created: [{ kind: 'targets', targets: [] }] },
});

const withJournal = (journal: string, decisions: readonly unknown[] = []) => ({
  ...PROJECT_FILES,
  'project.json': PROJECT_FILES['project.json']!.replace(
    '"rules"',
    '"journal":"journal.jsonl","decisions":"decisions.json","rules"',
  ),
  'decisions.json': JSON.stringify(decisions),
  'journal.jsonl': journal,
});

/** The audit log of a project that brought one entry along and has had another since. */
async function logShown(files: Readonly<Record<string, string>>) {
  const { stores } = await renderScreen({}, files);
  renameSite(stores, { collection: 'schools', id: 'S-0001' }, '城东第一小学');
  act(() => stores.session.setState({ dialog: { kind: 'history' } }));
  const dialog = within(screen.getByRole('dialog', { name: '操作历史' }));
  fireEvent.click(dialog.getByRole('tab', { name: '审计记录' }));
  await dialog.findByText(/末条/);
  const lines = () => dialog.queryAllByRole('listitem').map(({ textContent }) => textContent);
  return { dialog, stores, lines };
}

describe('the audit log', () => {
  it('shows what was done before and since opening, latest first, and that it is whole', async () => {
    const { dialog, stores, lines } = await logShown(withJournal(writeJsonl([TARGETS])));
    expect(dialog.getByText(/日志完整：2 条记录/)).toBeDefined();
    expect(dialog.getByText(stores.audit.getState().entries[1]!.hash)).toBeDefined();
    expect(lines()).toHaveLength(2);
    expect(lines()[0]).toMatch(/李工.*城东第一小学/u);
    expect(lines()[1]).toMatch(/王科.*修改规划目标/u);
  });

  it('is filtered by who did it, what it is about and what it says', async () => {
    const { dialog, lines } = await logShown(withJournal(writeJsonl([TARGETS])));
    const filter = (label: string, value: string) =>
      fireEvent.change(dialog.getByLabelText(label), { target: { value } });
    filter('内容', 'feature');
    expect(dialog.getByText('1 / 2 条')).toBeDefined();
    expect(lines()[0]).toContain('城东第一小学');
    filter('操作人', '王科');
    expect(dialog.getByText('0 / 2 条')).toBeDefined();
    filter('内容', '');
    expect(lines()[0]).toContain('修改规划目标');
    filter('搜索说明或编号', '城东');
    expect(dialog.getByText('0 / 2 条')).toBeDefined();
  });

  it('keeps nothing of it once it is closed', async () => {
    const { stores } = await logShown(withJournal(writeJsonl([TARGETS])));
    act(() => stores.session.setState({ dialog: null }));
    await waitFor(() => expect(stores.audit.getState()).toEqual({ entries: [], faults: null }));
  });

  it('names the entry that was altered, with what it was and whose', async () => {
    const { dialog, lines } = await logShown(withJournal(writeJsonl([TARGETS]).replace('王科', '张科')));
    const told = dialog.getByRole('alert').textContent;
    expect(told).toContain('第 1 条');
    expect(told).toContain('已被改动');
    expect(told).toContain('修改规划目标');
    expect(told).toContain('张科');
    expect(lines()).toHaveLength(3);
  });

  it('names a decision that the journal does not tell of', async () => {
    const files = withJournal(writeJsonl([TARGETS]), [decisionOf('d-9', { at: '2024-11-21T08:00:00Z' })]);
    const { dialog } = await logShown(files);
    expect(dialog.getByRole('alert').textContent).toContain('核查意见 d-9');
  });
});
