import { describe, expect, it } from 'vitest';
import { compareValues, linesOf, moveTo } from '../../../src/ui/table/table-rows';

describe('compareValues', () => {
  it('orders numbers by size and puts nothing last', () => {
    expect([null, 10, 9].sort((a, b) => compareValues(a, b, 'zh-CN'))).toEqual([9, 10, null]);
  });

  it('orders Chinese by pinyin and digits by value', () => {
    const names = ['文昌小学', '城东小学10', '城东小学9'];
    expect(names.sort((a, b) => compareValues(a, b, 'zh-CN'))).toEqual([
      '城东小学9',
      '城东小学10',
      '文昌小学',
    ]);
  });
});

describe('linesOf', () => {
  const rows = [
    { id: '1', rule: 'b' },
    { id: '2', rule: 'a' },
    { id: '3', rule: 'b' },
  ];
  const keyOf = ({ id }: { id: string }) => id;
  const grouping = {
    keyOf: ({ rule }: { rule: string }) => rule,
    titleOf: ({ rule }: { rule: string }) => `规则 ${rule}`,
  };

  it('keeps the order of rows without groups', () => {
    expect(linesOf(rows, keyOf, null, new Set()).map(({ key }) => key)).toEqual(['1', '2', '3']);
  });

  it('puts rows beneath their group, groups in the order of their first row', () => {
    const lines = linesOf(rows, keyOf, grouping, new Set());
    expect(lines.map(({ kind, key }) => `${kind} ${key}`)).toEqual([
      'group b',
      'row 1',
      'row 3',
      'group a',
      'row 2',
    ]);
    expect(lines[0]).toMatchObject({ title: '规则 b', count: 2, open: true });
  });

  it('leaves out the rows of a closed group', () => {
    const lines = linesOf(rows, keyOf, grouping, new Set(['b']));
    expect(lines.map(({ key }) => key)).toEqual(['b', 'a', '2']);
  });
});

describe('moveTo', () => {
  it('moves by one, by a page and to the ends, never beyond them', () => {
    expect(moveTo('ArrowDown', 3, 10, 5)).toBe(4);
    expect(moveTo('ArrowUp', 0, 10, 5)).toBe(0);
    expect(moveTo('PageDown', 7, 10, 5)).toBe(9);
    expect(moveTo('PageUp', 7, 10, 5)).toBe(2);
    expect(moveTo('Home', 7, 10, 5)).toBe(0);
    expect(moveTo('End', 7, 10, 5)).toBe(9);
  });

  it('begins at the first line, and leaves other keys and empty tables alone', () => {
    expect(moveTo('ArrowDown', -1, 10, 5)).toBe(0);
    expect(moveTo('x', 3, 10, 5)).toBeNull();
    expect(moveTo('ArrowDown', 0, 0, 5)).toBeNull();
  });
});
