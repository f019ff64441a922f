import type { ExportLayer } from '../export-layer';
import { kindsOf } from '../geometry-kind';
import { qmlStyle } from '../qml-style';

/** A name for a column of a layer's table that none of its fields has: the wanted one, or it with lines after it. */
export function freeColumn({ fields }: Pick<ExportLayer, 'fields'>, wanted: string): string {
  const isTaken = fields.some(({ name }) => name.toLowerCase() === wanted);
  return isTaken ? freeColumn({ fields }, `${wanted}_`) : wanted;
}

/** The column of a layer's geometries. */
export function geometryColumn(layer: Pick<ExportLayer, 'fields'>): string {
  return freeColumn(layer, 'geom');
}

/**
 * The rows of the table `layer_styles`, in which QGIS keeps looks within a GeoPackage, as features without geometry;
 * null where no layer has any.
 */
export function layerStyles(
  layers: readonly ExportLayer[],
  tableNames: readonly string[],
  at: string,
): Uint8Array<ArrayBuffer> | null {
  const rows = layers.flatMap((layer, index) => {
    const { style, labelField, features } = layer;
    if (!style) return [];
    const name = tableNames[index]!;
    return [
      {
        f_table_catalog: '',
        f_table_schema: '',
        f_table_name: name,
        f_geometry_column: geometryColumn(layer),
        styleName: name,
        styleQML: qmlStyle(style, labelField, kindsOf(features)),
        styleSLD: '',
        useAsDefault: true,
        description: '',
        owner: '',
        ui: '',
        update_time: at,
      },
    ];
  });
  if (rows.length === 0) return null;
  const features = rows.map((properties) => ({ type: 'Feature', properties, geometry: null }));
  return new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features }));
}
