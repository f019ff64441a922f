import { expect, test } from 'vitest';
import { passes, type AuditEntry, type AuditFilter } from '../../../src/domain/audit-entry';
import { message } from '../../../src/domain/message';
import { decisionOf } from '../../builders/decisions';
import { schoolRecord } from '../../builders/plan-records';

const entry: AuditEntry = {
  seq: 1,
  at: '2026-11-20T08:00:00Z',
  actor: '甲',
  label: message('op.any'),
  diff: {
    created: [{ kind: 'decision', decision: decisionOf('d', { conflict: 'r:S-1:P-1' }) }],
    modified: [[schoolRecord('S-1'), schoolRecord('S-1', { classes: 12 })]],
    deleted: [],
  },
};

test.each<[AuditFilter, boolean]>([
  [{}, true],
  [{ actor: '甲' }, true],
  [{ actor: '乙' }, false],
  [{ kind: 'feature' }, true],
  [{ kind: 'decision' }, true],
  [{ kind: 'pack' }, false],
  [{ conflict: 'r:S-1:P-1' }, true],
  [{ conflict: 'r:S-1' }, false],
  [{ text: ' 移动 ' }, true],
  [{ text: 's-1' }, true],
  [{ text: 'p-1' }, true],
  [{ text: '删除' }, false],
  [{ actor: '甲', kind: 'pack' }, false],
])('%j passes: %s', (filter, does) => {
  expect(passes(entry, filter, () => '移动 城东小学')).toBe(does);
});
