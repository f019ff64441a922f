import type { AttributeTable, Column } from '../../../src/domain/feature-table';
import type { TextColumn } from '../../../src/domain/text-column';

/** Bytes of the ids and properties of a table's features; the distinct values of a column of codes are few. */
export function attributeBytes({ ids, ownIds, columns }: AttributeTable): number {
  const arrays = [...textArrays(ids), ownIds, ...Array.from(columns.values()).flatMap(arraysOf)];
  // The ids may be a property's texts too.
  const buffers = new Set(arrays.flatMap((array) => (array ? [array.buffer] : [])));
  return Array.from(buffers).reduce((sum, { byteLength }) => sum + byteLength, 0);
}

function arraysOf(column: Column): (ArrayBufferView | null)[] {
  switch (column.kind) {
    case 'codes':
      return [column.codes];
    case 'numbers':
      return [column.numbers];
    case 'texts':
    case 'json':
      return [...textArrays(column.texts), column.present];
  }
}

function textArrays({ bytes, ends }: TextColumn): ArrayBufferView[] {
  return [bytes, ends];
}
