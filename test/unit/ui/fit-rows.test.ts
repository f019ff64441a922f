import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitRows } from '../../../src/ui/print/fit-rows';

describe('rows of the printed page', () => {
  const lists = fc.record({ failed: fc.nat(80), undecided: fc.nat(80), clear: fc.nat(80) });

  it('are all there where they have room', () => {
    expect(fitRows({ failed: 3, undecided: 1, clear: 2 })).toEqual({ failed: 3, undecided: 1, clear: 2 });
    expect(fitRows({ failed: 0, undecided: 0, clear: 11 })).toEqual({ failed: 0, undecided: 0, clear: 11 });
  });

  it('are never more than there are, nor than the page holds, and one of each list at least', () => {
    fc.assert(
      fc.property(lists, (counts) => {
        const rows = fitRows(counts);
        for (const name of ['failed', 'undecided', 'clear'] as const) {
          expect(rows[name]).toBeGreaterThanOrEqual(Math.min(counts[name], 1));
          expect(rows[name]).toBeLessThanOrEqual(counts[name]);
        }
        const shown = Object.values(counts).filter((count) => count > 0).length;
        expect(11.5 * rows.failed + 9.5 * (rows.undecided + rows.clear)).toBeLessThanOrEqual(
          122 - 15 * shown,
        );
      }),
    );
  });

  it('go to what failed before what is clear', () => {
    fc.assert(
      fc.property(lists, (counts) => {
        const rows = fitRows(counts);
        // Less than a row of theirs may be left over for one more of the others.
        if (rows.failed < counts.failed) expect(rows.clear + rows.undecided).toBeLessThanOrEqual(3);
      }),
    );
  });
});
