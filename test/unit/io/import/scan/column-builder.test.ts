import { describe, expect, it } from 'vitest';
import { valueAt, type Column } from '../../../../../src/domain/feature-table';
import type { JsonValue } from '../../../../../src/domain/json';
import { ColumnBuilder, tokenOf } from '../../../../../src/io/import/scan/column-builder';
import { Outlook } from '../../../../../src/io/import/scan/growing';

/** Rows enough that a dictionary of different values is given up. */
const MANY = 9000;

function build(size: number, value: (row: number) => JsonValue | undefined): Column {
  const builder = new ColumnBuilder('x', new Outlook());
  for (let row = 0; row < size; row++) {
    const own = value(row);
    if (own !== undefined) builder.put(row, tokenOf(own));
  }
  return builder.finish(size);
}

describe('a column', () => {
  it.each<[string, Column['kind'], (row: number) => JsonValue | undefined]>([
    ['few values', 'codes', (row) => ['a', 1, null, true, { deep: [row % 3] }][row % 5]],
    ['as many values as two bytes name', 'codes', (row) => row % 300],
    ['different numbers', 'numbers', (row) => row / 7],
    ['different numbers, some absent', 'numbers', (row) => (row % 3 === 0 ? undefined : row * 1.5)],
    ['different numbers, absent at the end', 'numbers', (row) => (row < 8000 ? row : undefined)],
    ['different texts', 'texts', (row) => `地块 ${row} "\\`],
    ['different texts, some absent', 'texts', (row) => (row % 4 === 1 ? undefined : `t${row}`)],
    ['different objects', 'json', (row) => ({ row, list: [-0, 1e308] })],
    ['numbers and then a text', 'json', (row) => (row === 8000 ? 'many' : row)],
    [
      'numbers with gaps and then a null',
      'json',
      (row) => (row === 8000 ? null : row % 5 === 0 ? undefined : row),
    ],
    ['texts and then a number', 'json', (row) => (row === 8000 ? -0 : `t${row}`)],
    ['texts and then half a surrogate pair', 'json', (row) => (row === 8000 ? '\ud800' : `t${row}`)],
    ['half surrogate pairs among many', 'json', (row) => `${row}\udc00`],
    ['nothing at first', 'codes', (row) => (row < 5000 ? undefined : 'late')],
    ['nothing at all', 'codes', () => undefined],
  ])('of %s', (_name, kind, value) => {
    const column = build(MANY, value);
    expect(column.kind).toBe(kind);
    const values = Array.from({ length: MANY }, (_, row) => valueAt(column, row));
    expect(values).toEqual(Array.from({ length: MANY }, (_, row) => value(row)));
  });

  it('has one code for two spellings of a value', () => {
    const builder = new ColumnBuilder('x', new Outlook());
    const spelt = ['1', '1.0', '1e0', '"A"', '"\\u0041"', '-0', '0'];
    spelt.forEach((text, row) => {
      const bytes = new TextEncoder().encode(text);
      const isText = text.startsWith('"');
      const number = isText ? NaN : Number(text);
      builder.put(row, {
        bytes,
        start: 0,
        end: bytes.length,
        kind: isText ? 1 : 2,
        number,
        hasEscapes: text.includes('\\'),
      });
    });
    const column = builder.finish(spelt.length);
    expect(column.kind === 'codes' && Array.from(column.codes)).toEqual([1, 1, 1, 2, 2, 3, 4]);
  });
});
