import type { Dimension } from '../../../domain/layer';
import type { LayerStyle, StyleClass } from './export-layer';
import type { GeometryKind } from './geometry-kind';
import { xmlText } from './xml';

/** What the files of QGIS 3 begin with. */
export const QGIS_DOCTYPE = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>";
/** The version that the files say they are of: any QGIS from there on reads them. */
export const QGIS_VERSION = '3.22.0';

/**
 * The looks of a layer as a style of QGIS 3 (.qml): a symbol for each class, and labels. A layer of several dimensions
 * is styled for the largest.
 */
export function qmlStyle(
  style: LayerStyle,
  labelField: string | null,
  kinds: readonly GeometryKind[],
): string {
  const dimension = largest(kinds);
  const looks = renderer(style, dimension) + labelling(labelField, dimension);
  return `${QGIS_DOCTYPE}\n<qgis version="${QGIS_VERSION}" ${labelsEnabled(labelField)} styleCategories="Symbology|Labeling">${looks}</qgis>\n`;
}

/** The element that draws a layer: one symbol, or one for each class. */
export function renderer({ field, classes }: LayerStyle, dimension: Dimension): string {
  const symbols = classes.map((looks, index) => symbol(looks, index, dimension)).join('');
  if (field === null) return `<renderer-v2 type="singleSymbol"><symbols>${symbols}</symbols></renderer-v2>`;
  const categories = classes.map(category).join('');
  return `<renderer-v2 type="categorizedSymbol" attr="${xmlText(field)}"><categories>${categories}</categories><symbols>${symbols}</symbols></renderer-v2>`;
}

/** The attribute, of whatever holds the looks, that says whether there are labels. */
export function labelsEnabled(labelField: string | null): string {
  return `labelsEnabled="${labelField === null ? 0 : 1}"`;
}

function largest(kinds: readonly GeometryKind[]): Dimension {
  const dimensions = kinds.map(({ dimension }) => dimension);
  return (['polygon', 'line', 'point'] as const).find((one) => dimensions.includes(one)) ?? 'polygon';
}

/** The category of all other values has an empty value in QGIS. */
function category({ value, label }: StyleClass, index: number): string {
  return `<category render="true" symbol="${index}" value="${xmlText(value ?? '')}" label="${xmlText(label)}"/>`;
}

const SYMBOL_KINDS: Readonly<Record<Dimension, readonly [type: string, layer: string]>> = {
  point: ['marker', 'SimpleMarker'],
  line: ['line', 'SimpleLine'],
  polygon: ['fill', 'SimpleFill'],
};

function symbol(looks: StyleClass, index: number, dimension: Dimension): string {
  const [type, layer] = SYMBOL_KINDS[dimension];
  const stroke = colour(looks.stroke, 1);
  const fill = colour(looks.fill ?? looks.stroke, looks.fill === null ? 0 : looks.fillOpacity);
  const width = String(looks.strokeMm);
  const properties: Readonly<Record<string, string>> =
    dimension === 'line'
      ? { line_color: stroke, line_style: 'solid', line_width: width, line_width_unit: 'MM' }
      : {
          color: fill,
          outline_color: stroke,
          outline_style: 'solid',
          outline_width: width,
          outline_width_unit: 'MM',
          style: looks.fill === null ? 'no' : 'solid',
          ...(dimension === 'point' ? { name: 'circle', size: '2', size_unit: 'MM' } : {}),
        };
  const list = Object.entries(properties).map(([k, v]) => `<prop k="${k}" v="${v}"/>`);
  return `<symbol type="${type}" name="${index}" alpha="1"><layer class="${layer}" enabled="1" pass="0" locked="0">${list.join('')}</layer></symbol>`;
}

/** `#rrggbb` as QGIS writes a colour. */
function colour(hex: string, opacity: number): string {
  const channels = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  return [...channels, Math.round(opacity * 255)].join(',');
}

/** Areas and lines shorter than this on the map, mm, have no label: parcels of a whole city would cover it. */
const LEAST_LABELLED_MM = 6;

/**
 * The element of the labels; nothing where there are none. No layer keeps the labels of others away: areas that cover
 * the map, as districts do, would leave none.
 */
export function labelling(field: string | null, dimension: Dimension): string {
  if (field === null) return '';
  return `<labeling type="simple"><settings><text-style fieldName="${xmlText(field)}" isExpression="0" fontSize="9" fontSizeUnit="Point" textColor="0,0,0,255"><text-buffer bufferDraw="1" bufferSize="0.7" bufferSizeUnits="MM" bufferColor="255,255,255,255"/></text-style><rendering obstacle="0" minFeatureSize="${dimension === 'point' ? 0 : LEAST_LABELLED_MM}"/></settings></labeling>`;
}
