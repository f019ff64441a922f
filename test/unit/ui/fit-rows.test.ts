import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitRows } from '../../../src/ui/print/fit-rows';

describe('rows of the printed page', () => {
  const lists = fc.record({ failed: fc.nat(80), undecided: fc.nat(80), clear: fc.nat(80) });

  it('are all there where they have room', () => {
    expect(fitRows({ failed: 3, undecided: 1, clear: 4 })).toEqual({ failed: 3, undecided: 1, clear: 4 });
  });

  it('are never more than there are, nor than the page holds', () => {
    fc.assert(
      fc.property(lists, (counts) => {
        const rows = fitRows(counts);
        for (const name of ['failed', 'undecided', 'clear'] as const) {
          expect(rows[name]).toBeGreaterThanOrEqual(Math.min(counts[name], 2));
          expect(rows[name]).toBeLessThanOrEqual(counts[name]);
        }
        expect(2 * rows.failed + 1.5 * (rows.undecided + rows.clear)).toBeLessThanOrEqual(34);
      }),
    );
  });

  it('go to what failed before what is clear', () => {
    fc.assert(
      fc.property(lists, (counts) => {
        const rows = fitRows(counts);
        if (rows.failed < counts.failed) {
          // Less than a row of theirs may be left over for one more of the others.
          expect(rows.clear + rows.undecided).toBeLessThanOrEqual(5);
        }
      }),
    );
  });
});
