import type { Dimension } from '../../../../domain/layer';
import type { GdalWriteLayer } from '../../../gdal/gdal-job';
import { crsArguments } from '../export-crs';
import type { ExportLayer, ExportOptions } from '../export-layer';
import { fileNames } from '../file-name';
import { encodedLength, isGbk } from '../gbk';
import { kindsOf, type GeometryKind } from '../geometry-kind';
import { isEmptyText, isBoolean, type ValueTest } from '../losses';
import { collectionOf, type FieldValue } from '../layer-collection';
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
    const shared = { layer, names: shortNames(fields, encoding) };
    return kinds.map((kind) => {
      const ending = kinds.length > 1 ? ENDINGS[kind.dimension] : '';
      return { ...shared, kind, name: layer.name + ending };
    });
  });
  const unique = fileNames(parts.map(({ name }) => name));
  return parts.map((part, index) => ({ ...part, name: unique[index]! }));
}

/** What a table of dBASE does not hold, by the code of the note that tells of it. */
export function lostValues(encoding: ExportOptions['encoding']): Readonly<Record<string, ValueTest>> {
  return {
    'export-texts-cut': (value) =>
      typeof value === 'string' && encodedLength(value, encoding) > MOST_TEXT_BYTES,
    'export-rare-characters': (value) => isRare(value, encoding),
    'export-empty-texts': isEmptyText,
    'export-blanks-trimmed': (value) => typeof value === 'string' && /^ | $/u.test(value),
    'export-booleans-as-numbers': isBoolean,
    'export-numbers-rounded': (value) => typeof value === 'number' && !isTooLarge(value) && isRounded(value),
    'export-numbers-too-large': isTooLarge,
  };
}

/** Whether a text has characters beyond the encoding that is named to other programs. */
export function isRare(value: FieldValue, encoding: ExportOptions['encoding']): boolean {
  return encoding === 'gb18030' && typeof value === 'string' && !isGbk(value);
}

/** A number with a fraction has room for so many characters, so many of them behind the point. */
const NUMBER_WIDTH = 24;
const NUMBER_DECIMALS = 15;
/** Beyond it, digits before the point would be cut off. */
const MOST = 1e21;

function isTooLarge(value: FieldValue): boolean {
  return typeof value === 'number' && Math.abs(value) >= MOST;
}

function isRounded(value: number): boolean {
  return Number(value.toFixed(NUMBER_DECIMALS).slice(0, NUMBER_WIDTH)) !== value;
}

export function gdalLayer(
  { layer, name, kind, names }: ShapefilePart,
  { crs, encoding }: ExportOptions,
): GdalWriteLayer {
  return {
    name,
    geojson: collectionOf(layer, {
      dimension: kind.dimension,
      nameOf: (field) => names.get(field)!,
      held: (value) => (isTooLarge(value) ? null : value),
    }),
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
