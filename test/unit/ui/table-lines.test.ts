import { describe, expect, it } from 'vitest';
import { atOnce } from '../../../src/store/in-slices';
import { groupsOf, moveTo, TableLines } from '../../../src/ui/table/table-lines';

const rows = [
  { id: '1', rule: 'b' },
  { id: '2', rule: 'a' },
  { id: '3', rule: 'b' },
];
type Row = (typeof rows)[number];
const keyOf = ({ id }: Row) => id;
const grouping = { keyOf: ({ rule }: Row) => rule, titleOf: ({ rule }: Row) => `规则 ${rule}` };
const order = Uint32Array.of(0, 1, 2);

function linesOf(isGrouped: boolean, closed: readonly string[] = [], shown = order): TableLines<Row> {
  const groups = isGrouped ? atOnce(groupsOf(rows, shown, grouping)) : null;
  return new TableLines({ rows, order: shown, groups }, keyOf, new Set(closed));
}

function words(lines: TableLines<Row>): string[] {
  return Array.from({ length: lines.count }, (_, at) => {
    const line = lines.at(at);
    return `${line?.kind} ${line?.key}`;
  });
}

describe('the lines of a table', () => {
  it('keep the order of rows without groups', () => {
    expect(words(linesOf(false, [], Uint32Array.of(2, 0)))).toEqual(['row 3', 'row 1']);
  });

  it('put rows beneath their group, groups in the order of their first row', () => {
    const lines = linesOf(true);
    expect(words(lines)).toEqual(['group b', 'row 1', 'row 3', 'group a', 'row 2']);
    expect(lines.at(0)).toMatchObject({ title: '规则 b', count: 2, open: true });
  });

  it('leave out the rows of a closed group', () => {
    const lines = linesOf(true, ['b']);
    expect(words(lines)).toEqual(['group b', 'group a', 'row 2']);
    expect(lines.at(0)).toMatchObject({ count: 2, open: false });
  });

  it('are found by what they are and their key', () => {
    const lines = linesOf(true, ['b']);
    expect([lines.indexOf('row', '2'), lines.indexOf('group', 'a'), lines.indexOf('row', '1')]).toEqual([
      2, 1, -1,
    ]);
    expect(linesOf(false).indexOf('row', '3')).toBe(2);
    expect(linesOf(false).indexOf('group', 'a')).toBe(-1);
  });

  it('give the rows between two of them, either way', () => {
    expect(linesOf(true).keysBetween(4, 1)).toEqual(['1', '3', '2']);
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
