import type { AttributeTable, Column } from '../../../src/domain/feature-table';
import type { TextColumn } from '../../../src/domain/text-column';

/** Bytes of the ids and properties of a table's features; the distinct values of a column of codes are few. */
export function attributeBytes({ ids, ownIds, columns }: AttributeTable): number {
  let sum = textBytes(ids) + (ownIds?.byteLength ?? 0);
  for (const column of columns.values()) sum += columnBytes(column);
  return sum;
}

function columnBytes(column: Column): number {
  switch (column.kind) {
    case 'codes':
      return column.codes.byteLength;
    case 'numbers':
      return column.numbers.byteLength;
    case 'texts':
    case 'json':
      return textBytes(column.texts) + (column.present?.byteLength ?? 0);
  }
}

function textBytes({ bytes, ends }: TextColumn): number {
  return bytes.byteLength + ends.byteLength;
}
