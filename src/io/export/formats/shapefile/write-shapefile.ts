import { message, type Message } from '../../../../domain/message';
import { ok } from '../../../../domain/result';
import type { GdalTool } from '../../../gdal/gdal-tool';
import { ALIAS_COLUMNS, ALIAS_FILE } from '../../../import/formats/shapefile/field-aliases';
import type { SourceFile } from '../../../import/formats/source-layer';
import { csvFile, type Cell } from '../../csv';
import type { ExportLayer, ExportOptions, LayerWriter, WrittenLayer } from '../export-layer';
import { mixedNotes, crsNotes, geometryNotes, hasHeights, renamedNotes, valueNotes } from '../losses';
import {
  gdalLayer,
  isRare,
  lostValues,
  partStyle,
  shapefileParts,
  type ShapefilePart,
} from './shapefile-part';

/** Code page 936 in the byte of a dBASE table that tells the language. */
const LANGUAGE_BYTE = 29;
const CHINESE = 0x4d;

/**
 * Writes shapefiles with .prj and .cpg, a .qml with the looks for QGIS, and `fields.csv` with the full names of fields.
 * A layer of several dimensions becomes several shapefiles.
 */
export function shapefileWriter(gdal: GdalTool): LayerWriter {
  return async (layers, options) => {
    const parts = shapefileParts(layers, options.encoding);
    const written = await gdal.run(
      {
        kind: 'write',
        driver: 'ESRI Shapefile',
        open: 'shapefiles',
        layers: parts.map((part) => gdalLayer(part, options)),
        config: {},
      },
      options.signal,
    );
    if (!written.ok) return written;
    const files: SourceFile[] = [{ name: ALIAS_FILE, bytes: aliasTable(parts) }];
    for (const part of parts) {
      const own = written.value.filter(({ name }) => name.replace(/\.[^.]*$/u, '') === part.name);
      files.push(...own.map((file) => ({ name: file.name, bytes: finished(file, part, options) })));
      const style = partStyle(part);
      if (style !== null) files.push({ name: `${part.name}.qml`, bytes: new TextEncoder().encode(style) });
    }
    return ok({
      files,
      notes: layers.flatMap((layer) => notesOf(layer, parts, options)),
      layers: parts.map(writtenLayer),
    });
  };
}

function writtenLayer({ layer, kind, name, names }: ShapefilePart): WrittenLayer {
  return { layer, kind, file: `${name}.shp`, table: null, nameOf: (field) => names.get(field) ?? field };
}

/**
 * Names the encoding as other programs know it: GB18030 is a larger GBK, and few know it by name. Only where a text
 * has characters that GBK lacks is the larger one named.
 */
function finished(
  { name, bytes }: SourceFile,
  { layer }: ShapefilePart,
  { encoding }: ExportOptions,
): Uint8Array {
  if (encoding === 'utf-8') return bytes;
  if (name.endsWith('.cpg') && !hasRare(layer, encoding)) return new TextEncoder().encode('GBK');
  if (name.endsWith('.dbf')) bytes[LANGUAGE_BYTE] = CHINESE;
  return bytes;
}

function hasRare(layer: ExportLayer, encoding: ExportOptions['encoding']): boolean {
  return valueNotes(layer, { rare: (value) => isRare(value, encoding) }).length > 0;
}

/** In plain words of no language: a table for programs and people alike. */
function aliasTable(parts: readonly ShapefilePart[]): Uint8Array {
  const rows: Cell[][] = parts.flatMap(({ name, layer, names }) =>
    layer.fields.map((field) => [name, names.get(field.name)!, field.name, field.type]),
  );
  return csvFile([[...ALIAS_COLUMNS], ...rows]);
}

function notesOf(
  layer: ExportLayer,
  parts: readonly ShapefilePart[],
  { crs, encoding }: ExportOptions,
): Message[] {
  const own = parts.filter((part) => part.layer === layer);
  const [first] = own;
  if (!first) return [message('export-nothing-to-write', { layer: layer.name })];
  const { names, name } = first;
  const shortened = [...names].filter(([full, short]) => full !== short).length;
  const noted = (code: string, count: number) =>
    count > 0 ? [message(code, { layer: layer.name, count })] : [];
  return [
    ...noted('export-split-by-geometry', own.length > 1 ? own.length : 0),
    ...(own.length > 1 ? [] : renamedNotes(layer, name)),
    ...noted('export-names-shortened', shortened),
    ...valueNotes(layer, lostValues(encoding)),
    ...mixedNotes(layer),
    ...geometryNotes(layer, { 'export-heights-left-out': hasHeights }),
    ...crsNotes(layer, crs),
  ];
}
