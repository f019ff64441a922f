import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import { renameSite } from '../../../src/commands/edit';
import { message } from '../../../src/domain/message';
import { EMPTY_DIFF } from '../../../src/domain/plan-diff';
import { EMPTY_CHAIN, headOf, makeEntry, type JournalEntry } from '../../../src/io/journal/journal';
import { writeJsonl } from '../../../src/io/journal/jsonl';
import { writeZip } from '../../../src/io/project/write-zip';
import { createAuditStore, type Audited } from '../../../src/store/audit-store';
import { browser, filesOf, PROJECT_FILES } from '../../builders/app';
import { decisionOf } from '../../builders/decisions';
import { testDesk } from '../../builders/folders';

function journalOf(length: number): JournalEntry[] {
  const entries: JournalEntry[] = [];
  for (let n = 0; n < length; n++) {
    const made = {
      at: '2026-11-20T08:00:00Z',
      actor: '甲',
      label: message('op.move-site', { n }),
      diff: EMPTY_DIFF,
    };
    entries.push(makeEntry(headOf(entries, EMPTY_CHAIN), made));
  }
  return entries;
}

async function auditOf(audited: Partial<Audited>) {
  const audit = createAuditStore(() => ({ journal: '', since: [], records: [], ...audited }));
  await audit.verify();
  return audit.getState();
}

describe('a journal', () => {
  test('as it was written is whole, however long', async () => {
    const entries = journalOf(1000);
    const [journal, since] = [writeJsonl(entries.slice(0, 600)), entries.slice(600)];
    expect(await auditOf({ journal, since })).toEqual({ entries, faults: [] });
  });

  test.each([0, 7, 19])('of which an entry was changed is told by the first of them (%i)', async (at) => {
    const entries = journalOf(20);
    entries[at] = { ...entries[at]!, actor: '乙' };
    const { faults } = await auditOf({ journal: writeJsonl(entries.slice(0, 10)), since: entries.slice(10) });
    expect(faults).toMatchObject([
      { what: { code: 'audit.entry-content', params: { seq: at + 1 } }, entry: { seq: at + 1, actor: '乙' } },
    ]);
  });

  test('from which an entry was taken out is not whole', async () => {
    const since = journalOf(9).filter(({ seq }) => seq !== 4);
    const { faults } = await auditOf({ since });
    expect(faults).toMatchObject([{ what: { code: 'audit.entry-sequence', params: { seq: 4 } } }]);
  });

  test('is verified to the byte: a space more is told', async () => {
    const { faults } = await auditOf({ journal: writeJsonl(journalOf(2)).replace('{"actor"', '{ "actor"') });
    expect(faults).toMatchObject([{ what: { code: 'audit.entry-spelling', params: { seq: 1 } } }]);
  });

  test('that cannot be read to its end is shown up to there', async () => {
    const { entries, faults } = await auditOf({ journal: `${writeJsonl(journalOf(2))}nonsense\n` });
    expect(entries).toHaveLength(2);
    expect(faults).toMatchObject([{ what: { code: 'audit.entry-unreadable', params: { line: 3 } } }]);
  });
});

test('a decision that the journal does not tell of is a fault', async () => {
  const decision = decisionOf('d', { at: '2026-11-21T08:00:00Z' });
  const { faults } = await auditOf({ since: journalOf(2), records: [{ kind: 'decision', decision }] });
  expect(faults).toMatchObject([{ what: { code: 'audit.decision-slipped-in', params: { id: 'd' } } }]);
});

test('it is not known to be whole until it was verified', async () => {
  const audit = createAuditStore(() => ({ journal: '', since: journalOf(2), records: [] }));
  expect(audit.getState().faults).toBeNull();
  await audit.verify();
  const again = audit.verify();
  expect(audit.getState().faults).toBeNull();
  await again;
  expect(audit.getState().faults).toEqual([]);
});

test('of two that are asked for at once, the later is told', async () => {
  const states = [journalOf(4000), journalOf(1)];
  const audit = createAuditStore(() => ({ journal: '', since: states.shift() ?? [], records: [] }));
  await Promise.all([audit.verify(), audit.verify()]);
  expect(audit.getState().entries).toHaveLength(1);
});

test('what is forgotten is neither kept nor read on', async () => {
  const audit = createAuditStore(() => ({ journal: '', since: journalOf(4000), records: [] }));
  const verifying = audit.verify();
  audit.forget();
  await verifying;
  expect(audit.getState()).toEqual({ entries: [], faults: null });
  await audit.verify();
  expect(audit.getState().entries).toHaveLength(4000);
  audit.forget();
  expect(audit.getState().entries).toEqual([]);
});

test('what a project brought along stands before what was done since', async () => {
  globalThis.indexedDB = new IDBFactory();
  const desk = testDesk();
  const tab = await browser('a').openTab({ desk });
  const school = { collection: 'schools', id: 'S-0001' } as const;
  await tab.project.openZip('a.zip', writeZip(filesOf(PROJECT_FILES)));
  renameSite(tab, school, '城东中心小学');
  await tab.project.save();
  await tab.project.openZip('a.zip', await desk.bytes(0));
  renameSite(tab, school, '城东第一小学');
  await tab.audit.verify();
  const { entries, faults } = tab.audit.getState();
  expect(entries.map(({ seq, label }) => [seq, label.code])).toEqual([
    [1, 'op.rename-site'],
    [2, 'op.rename-site'],
  ]);
  expect(faults).toEqual([]);
  tab.stop();
});
