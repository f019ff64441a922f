import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createHash } from 'node:crypto';
import { EMPTY_DIFF } from '../../../../src/domain/plan-diff';
import { entrySteps } from '../../../../src/io/journal/entry-steps';
import {
  EMPTY_CHAIN,
  headOf,
  makeEntry,
  verifyChain,
  type JournalEntry,
} from '../../../../src/io/journal/journal';
import { schoolRecord } from '../../../builders/plan-records';

function chainOf(length: number): JournalEntry[] {
  const entries: JournalEntry[] = [];
  for (let number = 1; number <= length; number++) {
    entries.push(
      makeEntry(headOf(entries), {
        at: `2025-03-01T08:00:0${number}.000Z`,
        actor: '规划科 李工',
        label: { code: 'op.create-school', params: { name: `新校 ${number}` } },
        diff: { ...EMPTY_DIFF, created: [schoolRecord(`S-${number}`)] },
      }),
    );
  }
  return entries;
}

describe('journal', () => {
  test('the first entry is bound to 64 zeros, each to the one before', () => {
    const entries = chainOf(3);
    expect(entries[0]?.prevHash).toBe('0'.repeat(64));
    expect(entries.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(entries[2]?.prevHash).toBe(entries[1]?.hash);
    expect(verifyChain(entries)).toBeNull();
  });

  test('a hash is SHA-256 of the canonical JSON: keys sorted, no spaces, without the hash', () => {
    const entry = makeEntry(EMPTY_CHAIN, { at: 'T', actor: '李', label: { code: 'c' }, diff: EMPTY_DIFF });
    const canonical =
      `{"actor":"李","at":"T","diff":{"created":[],"deleted":[],"modified":[]},"label":{"code":"c"},` +
      `"prevHash":"${'0'.repeat(64)}","seq":1}`;
    expect(entry.hash).toBe(createHash('sha256').update(canonical, 'utf8').digest('hex'));
  });

  test('names the first entry that was changed, left out, or put elsewhere', () => {
    const entries = chainOf(5);
    const changed = entries.map((entry) => (entry.seq === 3 ? { ...entry, actor: '别人' } : entry));
    expect(verifyChain(changed)).toEqual({ seq: 3, index: 2, reason: 'content' });
    expect(verifyChain(entries.filter(({ seq }) => seq !== 2))).toEqual({
      seq: 3,
      index: 1,
      reason: 'sequence',
    });
    const rebound = makeEntry({ seq: 2, hash: 'f'.repeat(64) }, entries[2]!);
    expect(verifyChain([...entries.slice(0, 2), rebound])).toEqual({ seq: 3, index: 2, reason: 'link' });
    expect(verifyChain(entries.slice(2), entries[1])).toBeNull();
  });
});

test('an entry made in steps is the one made at once', () => {
  const value = fc.jsonValue({ maxDepth: 3 });
  fc.assert(
    fc.property(fc.array(value), value, fc.string(), (created, modified, actor) => {
      const content = {
        at: 'T',
        actor,
        label: { code: 'c', params: { b: 1, a: 'x' } },
        diff: { created, modified: [[modified, modified]], deleted: [] },
      } as unknown as JournalEntry;
      const steps = entrySteps(EMPTY_CHAIN, content);
      let step = steps.next();
      while (!step.done) step = steps.next();
      expect(step.value).toEqual(makeEntry(EMPTY_CHAIN, content));
    }),
  );
});
