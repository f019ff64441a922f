import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitRows } from '../../../src/ui/print/fit-rows';
import { rowHeightMm } from '../../../src/ui/print/row-words';

const heights = fc.array(fc.double({ min: 5, max: 14, noNaN: true }), { maxLength: 40 });
const lists = fc.record({ failed: heights, undecided: heights, clear: heights });

describe('rows of the printed page', () => {
  it('are all there where they have room', () => {
    const lots = { failed: [9, 9, 9], undecided: [9], clear: [9, 9] };
    expect(fitRows(lots, 4)).toEqual({ failed: 3, undecided: 1, clear: 2 });
    expect(fitRows({ failed: [], undecided: [], clear: Array(10).fill(9) }, 4).clear).toBe(10);
  });

  it('are never more than there are, nor than the page holds, and one of each list', () => {
    fc.assert(
      fc.property(lists, fc.nat(6), (all, stages) => {
        const rows = fitRows(all, stages);
        let used = stages > 0 ? 11 + 8 * stages : 0;
        for (const name of ['failed', 'undecided', 'clear'] as const) {
          expect(rows[name]).toBeGreaterThanOrEqual(Math.min(all[name].length, 1));
          expect(rows[name]).toBeLessThanOrEqual(all[name].length);
          if (all[name].length > 0) used += 16;
          used += all[name].slice(0, rows[name]).reduce((sum, height) => sum + height, 0);
        }
        expect(used).toBeLessThanOrEqual(164);
      }),
    );
  });

  it('go to what failed before what is clear', () => {
    fc.assert(
      fc.property(lists, (all) => {
        const rows = fitRows(all, 4);
        // Less than a row of theirs, 14 mm, may be left over for more of the others.
        if (rows.failed < all.failed.length) expect(rows.clear + rows.undecided).toBeLessThanOrEqual(4);
      }),
    );
  });
});

describe('the height of a row', () => {
  const words = { title: '距离', source: '条例', marks: [], found: '', sentences: ['余 43 m'] };

  it('grows with what is found, and with the title no further than its two lines', () => {
    const plain = rowHeightMm(words);
    const long = rowHeightMm({ ...words, title: '学'.repeat(30) });
    expect(long).toBeGreaterThan(plain);
    expect(rowHeightMm({ ...words, title: '学'.repeat(300) })).toBe(long);
    expect(rowHeightMm({ ...words, sentences: ['距'.repeat(100)] })).toBeGreaterThan(long);
  });
});
