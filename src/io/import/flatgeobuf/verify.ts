import { BrokenBuffer, BufferTable } from './buffer-table';

/** Numbers of the fields that are read, as https://github.com/flatgeobuf/flatgeobuf/tree/master/src/fbs has them. */
const HEADER = { name: 0, envelope: 1, columns: 7, features: 8, indexNode: 9, crs: 10, texts: [11, 12, 13] };
const COLUMN = {
  texts: [0, 2, 3, 10],
  bytes: [[1, 1], ...[4, 5, 6].map((field) => [field, 4] as const)],
} as const;
const CRS = { texts: [0, 2, 3, 4, 5], code: 1 };
const FEATURE = { geometry: 0, properties: 1, columns: 2 };
const GEOMETRY = { ends: 0, xy: 1, z: 2, others: [3, 4, 5], type: 6, parts: 7 };

/** A collection in a collection in a collection: deeper than anybody draws. */
const MOST_DEPTH = 8;

/** Bytes of a box in the index: four doubles and an offset. */
const INDEX_ITEM_BYTES = 40;

/**
 * Looks at a header, without the size before it, and gives how many bytes the index after it takes (a packed Hilbert
 * R-tree: every item, and level by level a node for so many of them). Throws `BrokenBuffer`.
 */
export function verifyHeader(view: DataView): number {
  const header = BufferTable.root(view);
  header.list(HEADER.name, 1);
  header.list(HEADER.envelope, 8);
  for (const field of HEADER.texts) header.list(field, 1);
  verifyColumns(header, HEADER.columns);
  const crs = header.table(HEADER.crs);
  if (crs) {
    for (const field of CRS.texts) crs.list(field, 1);
    crs.value(CRS.code, 4);
  }
  const featuresAt = header.value(HEADER.features, 8);
  const count = featuresAt === null ? 0 : Number(view.getBigUint64(featuresAt, true));
  const nodeAt = header.value(HEADER.indexNode, 2);
  const nodeSize = nodeAt === null ? 16 : view.getUint16(nodeAt, true);
  if (nodeSize === 0) return 0;
  // Of no features there is no tree; the library would look for its root for ever.
  if (nodeSize === 1 || count === 0) throw new BrokenBuffer();
  let items = count;
  for (let level = count; level > 1;) {
    level = Math.ceil(level / nodeSize);
    items += level;
  }
  return INDEX_ITEM_BYTES * (count === 1 ? 2 : items);
}

/** Looks at a feature, without the size before it. Throws `BrokenBuffer`. */
export function verifyFeature(view: DataView): void {
  const feature = BufferTable.root(view);
  feature.list(FEATURE.properties, 1);
  verifyColumns(feature, FEATURE.columns);
  const geometry = feature.table(FEATURE.geometry);
  if (geometry) verifyGeometry(view, geometry, MOST_DEPTH);
}

function verifyColumns(table: BufferTable, field: number): void {
  for (const column of table.tables(field)) {
    for (const text of COLUMN.texts) column.list(text, 1);
    for (const [value, bytes] of COLUMN.bytes) column.value(value, bytes);
  }
}

function verifyGeometry(view: DataView, geometry: BufferTable, depth: number): void {
  if (depth === 0) throw new BrokenBuffer();
  const xy = geometry.list(GEOMETRY.xy, 8);
  const z = geometry.list(GEOMETRY.z, 8);
  for (const field of GEOMETRY.others) geometry.list(field, 8);
  geometry.value(GEOMETRY.type, 1);
  const ends = geometry.list(GEOMETRY.ends, 4);
  const vertices = Math.floor((xy?.count ?? 0) / 2);
  if (z && z.count < vertices) throw new BrokenBuffer();
  for (let i = 0, before = 0; ends && i < ends.count; i++) {
    const end = view.getUint32(ends.at + 4 * i, true);
    if (end < before || end > vertices) throw new BrokenBuffer();
    before = end;
  }
  for (const part of geometry.tables(GEOMETRY.parts)) verifyGeometry(view, part, depth - 1);
}
