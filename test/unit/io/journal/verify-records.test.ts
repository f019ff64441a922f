import { describe, expect, it } from 'vitest';
import type { PlanRecord } from '../../../../src/domain/plan';
import { EMPTY_DIFF, type PlanDiff } from '../../../../src/domain/plan-diff';
import { headOf, makeEntry, type JournalEntry } from '../../../../src/io/journal/journal';
import { verifyRecords } from '../../../../src/io/journal/verify-records';
import { decisionOf } from '../../../builders/decisions';
import { schoolRecord } from '../../../builders/plan-records';

const decision = (id: string, changes: Parameters<typeof decisionOf>[1] = {}) =>
  ({ kind: 'decision', decision: decisionOf(id, { at: '2026-11-25T09:00:00Z', ...changes }) }) as const;
const comment = (id: string, text = '请补图') =>
  ({
    kind: 'comment',
    comment: { id, conflict: 'r:s1:p1', text, by: '乙', at: '2026-11-25T09:00:00Z' },
  }) as const;

/** A journal of these changes, the first at 08:01. */
function journalOf(...diffs: Partial<PlanDiff>[]): JournalEntry[] {
  const entries: JournalEntry[] = [];
  for (const [n, diff] of diffs.entries()) {
    const at = new Date(Date.UTC(2026, 10, 25, 8, n + 1)).toISOString();
    const about = { at, actor: '甲', label: { code: 'op.decide' } };
    entries.push(makeEntry(headOf(entries), { ...about, diff: { ...EMPTY_DIFF, ...diff } }));
  }
  return entries;
}

const faults = (entries: readonly JournalEntry[], records: readonly PlanRecord[]) =>
  verifyRecords(entries, records).map(({ what, entry }) => [what.code, what.params?.id, entry?.seq ?? null]);

const before = decision('d-0', { at: '2026-11-20T08:00:00Z' });
const journal = journalOf(
  { created: [schoolRecord('S-1')] },
  { created: [decision('d-1'), decision('d-2')] },
  { created: [comment('c-1')] },
  { deleted: [decision('d-2')] },
);
const told = [decision('d-1'), comment('c-1')];

describe('decisions beside their journal', () => {
  it('are as it tells, after those from before it', () => {
    expect(faults(journal, told)).toEqual([]);
    expect(faults(journal, [before, ...told])).toEqual([]);
    expect(faults([], [before, ...told])).toEqual([]);
    expect(
      faults([...journal, ...journalOf({ created: [decision('d-2')] })], [...told, decision('d-2')]),
    ).toEqual([]);
  });

  it('may have been put before those from before it, where they came in from another’s file', () => {
    const late = { ...decision('d-9', { at: '2026-11-19T08:00:00Z' }), precedes: 'd-0' };
    expect(
      faults(journalOf({ created: [late] }), [decision('d-9', { at: '2026-11-19T08:00:00Z' }), before]),
    ).toEqual([]);
  });

  it.each([
    [
      'one was changed',
      [decision('d-1', { verdict: 'accepted' }), comment('c-1')],
      ['audit.decision-changed', 'd-1', 2],
    ],
    [
      'one has a member more',
      [decision('d-1', { remark: '' }), comment('c-1')],
      ['audit.decision-changed', 'd-1', 2],
    ],
    ['one is missing', [comment('c-1')], ['audit.decision-missing', 'd-1', 2]],
    ['one stands that was taken back', [...told, decision('d-2')], ['audit.decision-taken-back', 'd-2', 4]],
    ['one has slipped in later', [before, ...told, decision('x')], ['audit.decision-slipped-in', 'x', null]],
    [
      'one has slipped in with an old date',
      [decision('d-1'), { ...before }, comment('c-1')],
      ['audit.decision-slipped-in', 'd-0', null],
    ],
    ['one has slipped in before them', [decision('x'), ...told], ['audit.decision-slipped-in', 'x', null]],
    ['a comment was changed', [decision('d-1'), comment('c-1', '无')], ['audit.comment-changed', 'c-1', 3]],
  ] satisfies [string, PlanRecord[], unknown][])('are not where %s', (_name, records, fault) => {
    expect(faults(journal, records)).toEqual([fault]);
  });
});
