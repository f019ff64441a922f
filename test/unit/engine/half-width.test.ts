import { describe, expect, it } from 'vitest';
import { HalfWidths } from '../../../src/engine/half-width';

describe('half widths', () => {
  it('know the widest, also when it goes', () => {
    const widths = new HalfWidths();
    expect([widths.isEmpty, widths.widestM, widths.of(7)]).toEqual([true, 0, 0]);
    widths.set(7, 4);
    widths.set(2, 9);
    widths.set(3, 0);
    expect([widths.isEmpty, widths.widestM, widths.of(2), widths.of(3)]).toEqual([false, 9, 9, 0]);
    widths.set(2, 5);
    expect(widths.widestM).toBe(5);
    widths.set(2, 0);
    expect([widths.widestM, widths.of(2)]).toEqual([4, 0]);
    widths.set(7, 0);
    expect([widths.isEmpty, widths.widestM]).toEqual([true, 0]);
  });
});
