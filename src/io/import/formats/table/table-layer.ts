import type { JsonObject } from '../../../../domain/json';
import { message, type Message } from '../../../../domain/message';
import { err, ok, type Result } from '../../../../domain/result';
import { collectionBytes, type SourceFeature } from '../source-feature';
import type { CrsHint, FieldType, SourceField, SourceLayer } from '../source-layer';
import { geometryColumns, type GeometryColumns } from './geometry-columns';
import { parseWkt } from './parse-wkt';
import { headed, isPlainNumber, numberOfCell, type SourceTable, type TableCell } from './source-table';

type About = Pick<SourceLayer, 'name' | 'format' | 'encoding'>;

/** A table as a layer: each row a feature, by its columns of well-known text or of coordinates. */
export function tableLayer(file: string, about: About, table: SourceTable): Result<SourceLayer, Message> {
  const { names, rows, skipped } = headed(table);
  if (rows.length === 0) return err(message('no-features', { file }));
  const columns = geometryColumns({ names, rows, skipped });
  if (!columns) return err(message('table-no-geometry', { file, columns: names.slice(0, 8).join('、') }));
  const isGeometry = new Set(columns.kind === 'wkt' ? [columns.column] : []);
  const fields = names.flatMap((name, column) =>
    isGeometry.has(column) ? [] : [{ name, column, type: typeOf(table, rows, column) }],
  );
  const srids = new Set<number>();
  const features = rows.map((row): SourceFeature => {
    const properties: JsonObject = {};
    for (const { name, column, type } of fields) properties[name] = valueOf(row[column] ?? null, type);
    return { geometry: geometryOf(row, columns, srids), properties };
  });
  const unread = features.filter(({ geometry }) => !geometry).length;
  return ok({
    ...about,
    geojson: collectionBytes(features),
    fields: fields.map(({ name, type }): SourceField => ({ name, type })),
    count: features.length,
    crs: hintOf(srids),
    notes: [
      ...(skipped > 0 ? [message('table-rows-above', { count: skipped })] : []),
      ...(columns.kind === 'point' && columns.isExchanged
        ? [message('table-north-first', { north: names[columns.y] ?? '', east: names[columns.x] ?? '' })]
        : []),
      ...(unread > 0 ? [message('table-no-place', { count: unread })] : []),
    ],
  });
}

function geometryOf(
  row: readonly TableCell[],
  columns: GeometryColumns,
  srids: Set<number>,
): SourceFeature['geometry'] {
  if (columns.kind === 'wkt') {
    const { geometry, srid } = parseWkt(String(row[columns.column] ?? ''));
    if (srid !== null) srids.add(srid);
    return geometry;
  }
  const x = numberOfCell(row[columns.x]);
  const y = numberOfCell(row[columns.y]);
  return Number.isFinite(x) && Number.isFinite(y) ? { type: 'Point', coordinates: [x, y] } : null;
}

function hintOf(srids: ReadonlySet<number>): CrsHint {
  const [srid] = srids;
  return srids.size === 1 && srid ? { kind: 'epsg', text: String(srid) } : { kind: 'none' };
}

/**
 * Numbers are a column's type only where they say all: with `0804` among them, or more digits than a number holds, it
 * is text.
 */
function typeOf(table: SourceTable, rows: HeadedRows, column: number): FieldType {
  if (table.dateColumns?.has(column)) return 'date';
  let type: FieldType | null = null;
  for (const row of rows) {
    const cell = row[column] ?? null;
    if (cell === null || cell === '') continue;
    const own: FieldType =
      typeof cell === 'boolean'
        ? 'boolean'
        : typeof cell === 'number' || isPlainNumber(cell)
          ? 'number'
          : 'text';
    if (type !== null && type !== own) return 'text';
    type = own;
  }
  return type ?? 'text';
}

type HeadedRows = readonly (readonly TableCell[])[];

function valueOf(cell: TableCell, type: FieldType): JsonObject[string] {
  if (cell === null || cell === '') return null;
  if (type === 'number') return typeof cell === 'number' ? cell : Number(cell);
  return type === 'boolean' ? cell : String(cell);
}
