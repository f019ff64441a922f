import { valueAt, type Column } from '../../../domain/feature-table';
import { tokenOf, type ColumnBuilder, type Token } from './column-builder';

/**
 * Puts the `size` values of a column into a builder, from row `first` on. The outcome is what putting them one by one
 * gives; where the builder has come to keep its values as the column does, all that are left are copied at once.
 */
export function appendColumn(builder: ColumnBuilder, first: number, column: Column, size: number): void {
  if (column.kind === 'codes') {
    appendCodes(builder, first, column, size);
    return;
  }
  for (let row = 0; row < size; row++) {
    if (column.kind === 'numbers' && builder.state === 'numbers') {
      builder.putNumbers(first + row, column.numbers.subarray(row));
      return;
    }
    if (column.kind !== 'numbers' && builder.state === column.kind) {
      builder.putTexts(first + row, column.texts, column.present, row);
      return;
    }
    const value = valueAt(column, row);
    if (value !== undefined) builder.put(first + row, tokenOf(value));
  }
}

function appendCodes(
  builder: ColumnBuilder,
  first: number,
  { codes, values }: Extract<Column, { kind: 'codes' }>,
  size: number,
): void {
  /** By code of the column: the builder's own; 0 where that is not known. */
  const known = new Uint32Array(values.length + 1);
  const tokens: Token[] = [];
  for (let row = 0; row < size; row++) {
    const code = codes[row]!;
    if (code === 0) continue;
    if (known[code]! > 0 && builder.state === 'codes') {
      builder.putCode(first + row, known[code]!);
      continue;
    }
    builder.put(first + row, (tokens[code] ??= tokenOf(values[code - 1]!)));
    known[code] = builder.codeAt(first + row);
  }
}
