import type { FeatureTable } from '../domain/feature-table';

/** The memory that a table's arrays lie in, each once, to be transferred with it. */
export function buffersOf({ geometry, ids, ownIds, columns }: FeatureTable): ArrayBuffer[] {
  const { types, xy, partEnds, holes, featureEnds } = geometry;
  const arrays: (Uint8Array | Uint16Array | Uint32Array | Float64Array | null)[] = [];
  arrays.push(types, xy, partEnds, holes, featureEnds, ids.bytes, ids.ends, ownIds);
  for (const column of columns.values()) {
    if (column.kind === 'codes') arrays.push(column.codes);
    else if (column.kind === 'numbers') arrays.push(column.numbers);
    else arrays.push(column.texts.bytes, column.texts.ends, column.present);
  }
  const buffers = arrays.flatMap((array) => (array?.buffer instanceof ArrayBuffer ? [array.buffer] : []));
  return [...new Set(buffers)];
}
