import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atOnce } from '../../../src/store/in-slices';
import { CollationRanks } from '../../../src/ui/table/collation-ranks';
import { sortIndexes } from '../../../src/ui/table/sort-indexes';
import { orderOf, type CellValue } from '../../../src/ui/table/table-order';

const order = (values: readonly CellValue[], descending = false) =>
  Array.from(
    atOnce(
      orderOf({
        rows: values.map((value) => ({ value })),
        value: ({ value }) => value,
        descending,
        locale: 'zh-CN',
      }),
    ),
    (index) => values[index],
  );

describe('the order of rows', () => {
  it('is by size of numbers, nothing last either way', () => {
    expect(order([null, 10, 9])).toEqual([9, 10, null]);
    expect(order([null, 10, 9], true)).toEqual([10, 9, null]);
  });

  it('is by pinyin of Chinese, and by value of the digits in it', () => {
    expect(order(['文昌小学', '城东小学10', '城东小学9'])).toEqual(['城东小学9', '城东小学10', '文昌小学']);
  });

  it('leaves out rows that do not match, and keeps the given order without a value', () => {
    const rows = [5, 1, 4, 2];
    const found = atOnce(orderOf({ rows, matches: (row) => row > 1, locale: 'zh-CN' }));
    expect(Array.from(found)).toEqual([0, 2, 3]);
  });
});

it('sorts as a stable sort does', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20), { maxLength: 600 }), (values) => {
      const indexes = Uint32Array.from(values.keys());
      const expected = Array.from(values.keys()).sort((a, b) => values[a]! - values[b]! || a - b);
      expect(Array.from(atOnce(sortIndexes(indexes, (a, b) => values[a]! - values[b]!)))).toEqual(expected);
    }),
  );
});

it('ranks texts as the collator compares them, however they come', () => {
  const collator = new Intl.Collator('zh-CN', { numeric: true });
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.stringMatching(/^[城东西小学a-cA-C0-9]{0,4}$/), { maxLength: 12 })),
      (batches) => {
        const ranks = new CollationRanks('zh-CN');
        for (const batch of batches) atOnce(ranks.add(batch));
        const texts = batches.flat();
        for (const a of texts) {
          for (const b of texts) {
            expect(Math.sign(ranks.of(a) - ranks.of(b))).toBe(Math.sign(collator.compare(a, b)));
          }
        }
      },
    ),
    { numRuns: 50 },
  );
});
