import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_DIFF } from '../../../../src/domain/plan-diff';
import { headOf, makeEntry, type JournalEntry } from '../../../../src/io/journal/journal';
import { writeJsonl } from '../../../../src/io/journal/jsonl';
import { verifyJournal } from '../../../../src/io/journal/verify-journal';
import { decisionOf } from '../../../builders/decisions';
import { schoolRecord } from '../../../builders/plan-records';

function chainOf(actors: readonly string[]): JournalEntry[] {
  const entries: JournalEntry[] = [];
  for (const [n, actor] of actors.entries()) {
    const record =
      n % 2 === 0
        ? schoolRecord(`S-${n}`, { name: actor, pupils: n / 3 })
        : ({ kind: 'decision', decision: decisionOf(`d-${n}`, { reason: actor }) } as const);
    const at = new Date(Date.UTC(2026, 10, 25, 8, 0, n)).toISOString();
    const label = { code: 'op.create-school', params: { name: actor } };
    entries.push(
      makeEntry(headOf(entries), { at, actor, label, diff: { ...EMPTY_DIFF, created: [record] } }),
    );
  }
  return entries;
}

const bytesOf = (text: string) => new TextEncoder().encode(text);
const faultIn = (text: string) => verifyJournal(bytesOf(text)).fault;

/** Texts with everything that JSON escapes or that takes several bytes. */
const actor = fc.string({
  unit: fc.constantFrom('李', '工', 'a', '"', '\\', '\n', '\u2028', '\u{1F3EB}', 'é', ' ', '0'),
  maxLength: 6,
});
const actors = fc.array(actor, { minLength: 1, maxLength: 6 });

describe('a journal file', () => {
  it('as it was written is whole, and gives its entries', () => {
    fc.assert(
      fc.property(fc.array(actor, { maxLength: 6 }), (given) => {
        const entries = chainOf(given);
        expect(verifyJournal(bytesOf(writeJsonl(entries)))).toEqual({ entries, fault: null });
      }),
    );
  });

  it('with one flipped byte, wherever it is, is broken at the entry that held it', () => {
    fc.assert(
      fc.property(actors, fc.nat(), fc.integer({ min: 1, max: 255 }), (given, place, flip) => {
        const bytes = bytesOf(writeJsonl(chainOf(given)));
        const at = place % bytes.length;
        const line = bytes.subarray(0, at).filter((byte) => byte === 0x0a).length + 1;
        bytes[at]! ^= flip;
        expect(verifyJournal(bytes).fault).toMatchObject({ line, seq: line });
      }),
      { numRuns: 2000 },
    );
  });

  it('with a byte more or less, wherever it is, is broken at the entry that held it', () => {
    fc.assert(
      fc.property(actors, fc.nat(), fc.option(fc.nat(255)), (given, place, added) => {
        const bytes = bytesOf(writeJsonl(chainOf(given)));
        const at = place % bytes.length;
        const line = bytes.subarray(0, at).filter((byte) => byte === 0x0a).length + 1;
        const rest = bytes.subarray(added === null ? at + 1 : at);
        const changed = Uint8Array.from([
          ...bytes.subarray(0, at),
          ...(added === null ? [] : [added]),
          ...rest,
        ]);
        const { fault } = verifyJournal(changed);
        // A byte like its neighbour, or a line feed before a line, may as well be the next one's.
        expect(fault?.seq).toBeGreaterThanOrEqual(line - 1);
        expect(fault?.seq).toBeLessThanOrEqual(line);
      }),
      { numRuns: 500 },
    );
  });

  const lines = writeJsonl(chainOf(['甲', '乙', '丙', '丁']))
    .trimEnd()
    .split('\n');
  const withLine = (n: number, text: string) => `${lines.with(n - 1, text).join('\n')}\n`;
  const third = lines[2]!;

  it.each([
    ['a space between two members', withLine(3, third.replace(',', ', ')), 'spelling'],
    ['a number spelled otherwise', withLine(3, third.replace('"seq":3', '"seq":3.0')), 'spelling'],
    ['a letter spelled otherwise', withLine(3, third.replace('丙', '\\u4e19')), 'spelling'],
    ['a member twice', withLine(3, `{"actor":"丁",${third.slice(1)}`), 'spelling'],
    [
      'members in another order',
      withLine(3, `{"seq":3,${third.slice(1).replace('"seq":3,', '').replace(',"seq":3', '')}`),
      'spelling',
    ],
    ['a carriage return', withLine(3, `${third}\r`), 'spelling'],
    ['one member more', withLine(3, `{"a":1,${third.slice(1)}`), 'content'],
    ['another actor', withLine(3, third.replace('丙', '戊')), 'content'],
    ['no JSON', withLine(3, third.slice(1)), 'unreadable'],
    ['JSON that is no entry', withLine(3, '{"seq":3}'), 'unreadable'],
    ['nothing', withLine(3, ''), 'unreadable'],
    ['a lone surrogate', withLine(3, third.replace('丙', '\\ud800')), 'unreadable'],
    ['a number beyond all', withLine(3, third.replace('"seq":3', '"seq":1e999')), 'unreadable'],
    ['the entry after it', `${lines.toSpliced(2, 1).join('\n')}\n`, 'sequence'],
    ['the entry before it', `${lines.toSpliced(2, 0, lines[1]!).join('\n')}\n`, 'sequence'],
    [
      'one made anew',
      withLine(3, writeJsonl([makeEntry({ seq: 2, hash: 'f'.repeat(64) }, chainOf(['丙'])[0]!)]).trimEnd()),
      'link',
    ],
  ])('with %s in place of the third is broken there', (_name, text, reason) => {
    expect(faultIn(text)).toMatchObject({ line: 3, seq: 3, what: { code: `audit.entry-${reason}` } });
  });

  it('without its last line feed is broken at its end', () => {
    expect(faultIn(lines.join('\n'))).toMatchObject({ seq: 4, what: { code: 'audit.entry-spelling' } });
  });

  it('tells what the broken entry was, where that can be read', () => {
    const { fault, entries } = verifyJournal(bytesOf(withLine(3, third.replace('丙', '戊'))));
    expect(fault?.entry).toMatchObject({ seq: 3, label: { code: 'op.create-school' } });
    expect(entries).toHaveLength(4);
    expect(verifyJournal(bytesOf(withLine(3, 'x'))).entries).toBeNull();
  });

  it('may begin with no byte order mark', () => {
    expect(faultIn(`\u{feff}${lines.join('\n')}\n`)).toMatchObject({ seq: 1 });
  });

  it.each([
    ['is of no kind that there is', '"kind":"decision"', '"kind":"ruling"'],
    ['lacks what it holds', '"decision":{', '"decisiom":{'],
    ['lacks the conflict that it is on', '"conflict":', '"conflicts":'],
    ['lacks its id', '"id":"d-1"', '"no":"d-1"'],
  ])('with a record that %s cannot be read', (_case, from, to) => {
    const text = writeJsonl(chainOf(['甲', '乙', '丙']));
    expect(text).toContain(from);
    const { entries, fault } = verifyJournal(bytesOf(text.replace(from, to)));
    expect(entries).toBeNull();
    expect(fault).toMatchObject({ seq: 2, what: { code: 'audit.entry-unreadable' } });
  });
});
