import { expect, test } from 'vitest';
import { message } from '../../../src/domain/message';
import { EMPTY_DIFF } from '../../../src/domain/plan-diff';
import { EMPTY_CHAIN, headOf, makeEntry, type JournalEntry } from '../../../src/io/journal/journal';
import { createAuditStore } from '../../../src/store/audit-store';

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

test('a journal as it was written is whole, however long', async () => {
  const audit = createAuditStore(() => journalOf(3000));
  audit.refresh();
  const seen = new Set<string>();
  audit.subscribe(({ check }) => seen.add(check.status));
  await audit.verify();
  expect(audit.getState().check).toEqual({ status: 'whole' });
  expect([...seen]).toEqual(['checking', 'whole']);
});

test.each([0, 7, 19])('the first entry that was changed is named (%i)', async (at) => {
  const entries = journalOf(20);
  entries[at] = { ...entries[at]!, actor: '乙' };
  const audit = createAuditStore(() => entries);
  audit.refresh();
  await audit.verify();
  expect(audit.getState().check).toEqual({
    status: 'broken',
    fault: { seq: at + 1, index: at, reason: 'content' },
  });
});

test('an entry that was taken out is missed', async () => {
  const entries = journalOf(9).filter(({ seq }) => seq !== 4);
  const audit = createAuditStore(() => entries);
  audit.refresh();
  await audit.verify();
  expect(audit.getState().check).toMatchObject({ status: 'broken', fault: { seq: 5, reason: 'sequence' } });
});
