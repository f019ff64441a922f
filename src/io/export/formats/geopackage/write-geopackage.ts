import type { Message } from '../../../../domain/message';
import { ok } from '../../../../domain/result';
import type { GdalWriteLayer } from '../../../gdal/gdal-job';
import type { GdalTool } from '../../../gdal/gdal-tool';
import { crsArguments } from '../export-crs';
import type { ExportLayer, ExportOptions, LayerWriter } from '../export-layer';
import { fileName } from '../file-name';
import { kindsOf, type GeometryKind } from '../geometry-kind';
import { collectionOf } from '../layer-collection';
import {
  mixedNotes,
  crsNotes,
  geometryNotes,
  hasHeights,
  isStructured,
  renamedNotes,
  valueNotes,
} from '../losses';
import { freeColumn, geometryColumn, layerStyles } from './layer-styles';

/** The time that stands in the file, so that equal layers give equal bytes. */
const NO_TIME = '1980-01-01T00:00:00.000Z';

/** Writes all layers into one GeoPackage, with their looks for QGIS. */
export function geopackageWriter(gdal: GdalTool): LayerWriter {
  return async (layers, options) => {
    const names = tableNames(layers);
    const tables = layers.map((layer, index) => featureTable(layer, names[index]!, options));
    const styles = layerStyles(layers, names, NO_TIME);
    if (styles) {
      const given = ['-nlt', 'NONE', '-lco', 'FID=id'];
      tables.push({ name: 'layer_styles', geojson: styles, options: given });
    }
    const written = await gdal.run(
      {
        kind: 'write',
        driver: 'GPKG',
        open: `${fileName(options.name)}.gpkg`,
        layers: tables,
        config: { OGR_CURRENT_DATE: NO_TIME },
      },
      options.signal,
    );
    if (!written.ok) return written;
    return ok({
      files: written.value,
      notes: layers.flatMap((layer, index) => notesOf(layer, names[index]!, options)),
      layers: layers.flatMap((layer, index) =>
        kindsOf(layer.features).map((kind) => ({
          layer,
          kind,
          file: `${fileName(options.name)}.gpkg`,
          table: names[index]!,
          nameOf: (field: string) => field,
        })),
      ),
    });
  };
}

/**
 * Names of tables are the same in upper and lower case; some are the format's own. QGIS takes `|` for the end of a
 * name, and GDAL `%` for a place to fill.
 */
function tableNames(layers: readonly ExportLayer[]): string[] {
  const taken = new Set(['layer_styles']);
  return layers.map((layer) => {
    const name = layer.name.replaceAll(/[\p{Cc}|%]/gu, '_').trim();
    const plain = /^(?:$|gpkg_|sqlite_|rtree_)/iu.test(name) ? `_${name}` : name;
    let free = plain;
    for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${plain}_${number}`;
    taken.add(free.toLowerCase());
    return free;
  });
}

function featureTable(layer: ExportLayer, name: string, { crs }: ExportOptions): GdalWriteLayer {
  return {
    name,
    geojson: collectionOf(layer, { dimension: null, nameOf: (field) => field }),
    options: [
      ...crsArguments(crs),
      ...['-nlt', geometryType(kindsOf(layer.features))],
      ...['-lco', `GEOMETRY_NAME=${geometryColumn(layer)}`, '-lco', `FID=${freeColumn(layer, 'fid')}`],
    ],
  };
}

const GEOMETRY_TYPES = { point: 'POINT', line: 'LINESTRING', polygon: 'POLYGON' } as const;

function geometryType(kinds: readonly GeometryKind[]): string {
  const [kind] = kinds;
  if (kind === undefined || kinds.length > 1) return 'GEOMETRY';
  return `${kind.hasMulti ? 'MULTI' : ''}${GEOMETRY_TYPES[kind.dimension]}`;
}

function notesOf(layer: ExportLayer, table: string, { crs }: ExportOptions): Message[] {
  return [
    ...renamedNotes(layer, table),
    ...valueNotes(layer, { 'export-values-as-json': isStructured }),
    ...mixedNotes(layer),
    ...geometryNotes(layer, { 'export-heights-left-out': hasHeights }),
    ...crsNotes(layer, crs),
  ];
}
