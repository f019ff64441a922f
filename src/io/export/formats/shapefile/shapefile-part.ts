import type { Dimension } from '../../../../domain/layer';
import type { GdalWriteLayer } from '../../../gdal/gdal-job';
import { crsArguments } from '../crs-arguments';
import type { ExportLayer, ExportOptions } from '../export-layer';
import { fileNames } from '../file-name';
import { encodedLength, isGbk } from '../gbk';
import { kindsOf, type GeometryKind } from '../geometry-kind';
import { collectionOf, fieldValue } from '../layer-collection';
import { qmlStyle } from '../qml-style';
import { shortNames } from './short-names';

/** One shapefile: a layer's features of one dimension. */
export interface ShapefilePart {
  readonly layer: ExportLayer;
  /** Of its files, without endings. */
  readonly name: string;
  readonly kind: GeometryKind;
  /** The short name of each field. */
  readonly names: ReadonlyMap<string, string>;
  readonly faults: TextFaults;
}

/** How many texts are too long for a field, and how many have characters that GBK lacks. */
export interface TextFaults {
  readonly cut: number;
  readonly rare: number;
}

/** A text field has room for so many bytes. */
const MOST_TEXT_BYTES = 254;

/** What tells apart the shapefiles of a layer that has features of several dimensions. */
const ENDINGS: Readonly<Record<Dimension, string>> = { point: '_point', line: '_line', polygon: '_polygon' };

const GEOMETRY_TYPES: Readonly<Record<Dimension, readonly [single: string, multi: string]>> = {
  point: ['POINT', 'MULTIPOINT'],
  line: ['LINESTRING', 'MULTILINESTRING'],
  polygon: ['POLYGON', 'MULTIPOLYGON'],
};

/** The shapefiles that layers become. */
export function shapefileParts(
  layers: readonly ExportLayer[],
  encoding: ExportOptions['encoding'],
): readonly ShapefilePart[] {
  const parts = layers.flatMap((layer) => {
    const kinds = kindsOf(layer.features);
    const fields = layer.fields.map(({ name }) => name);
    const shared = { layer, names: shortNames(fields, encoding), faults: textFaults(layer, encoding) };
    return kinds.map((kind) => {
      const ending = kinds.length > 1 ? ENDINGS[kind.dimension] : '';
      return { ...shared, kind, name: layer.name + ending };
    });
  });
  const unique = fileNames(parts.map(({ name }) => name));
  return parts.map((part, index) => ({ ...part, name: unique[index]! }));
}

function textFaults({ features, fields }: ExportLayer, encoding: ExportOptions['encoding']): TextFaults {
  let cut = 0;
  let rare = 0;
  for (const feature of features) {
    for (const { name } of fields) {
      const value = fieldValue(feature, name);
      if (typeof value !== 'string') continue;
      if (encodedLength(value, encoding) > MOST_TEXT_BYTES) cut++;
      if (encoding === 'gb18030' && !isGbk(value)) rare++;
    }
  }
  return { cut, rare };
}

export function gdalLayer(
  { layer, name, kind, names }: ShapefilePart,
  { crs, encoding }: ExportOptions,
): GdalWriteLayer {
  return {
    name,
    geojson: collectionOf(layer, { dimension: kind.dimension, nameOf: (field) => names.get(field)! }),
    options: [
      ...crsArguments(crs),
      ...['-nlt', GEOMETRY_TYPES[kind.dimension][kind.hasMulti ? 1 : 0]],
      ...['-lco', `ENCODING=${encoding.toUpperCase()}`],
    ],
  };
}

/** The looks of a shapefile for QGIS, by the short names of fields; null where the layer has none. */
export function partStyle({ layer, kind, names }: ShapefilePart): string | null {
  const { style, labelField } = layer;
  const short = (field: string | null) => (field === null ? null : (names.get(field) ?? null));
  return style && qmlStyle({ ...style, field: short(style.field) }, short(labelField), [kind]);
}
