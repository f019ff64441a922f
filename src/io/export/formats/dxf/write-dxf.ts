import { message, type Message } from '../../../../domain/message';
import { ok } from '../../../../domain/result';
import type { ExportFeature } from '../../geojson-file';
import { crsName } from '../export-crs';
import type { ExportLayer, LayerStyle, LayerWriter, StyleClass } from '../export-layer';
import { fileName } from '../file-name';
import { encodeGbk } from '../gbk';
import { fieldValue } from '../layer-collection';
import { geometryNotes, hasHeights } from '../losses';
import { Drawing } from './drawing';

/** Text is 2.5 m high on the ground: 5 mm at 1:500. In degrees, about as much. */
const TEXT_METRES = 2.5;
const METRES_PER_DEGREE = 111_320;

const BLACK = '#000000';

/**
 * Writes all layers into one drawing: a CAD layer for each class, beside it one for the texts. It is a drawing of
 * AutoCAD 2004 in code page 936 whatever the encoding asked for: that of 2007, in UTF-8, some programs read as if it
 * were not. Attributes other than the class and the label are left out.
 */
export const writeDxf: LayerWriter = async (layers, options) => {
  const library = await import('@tarikjabiri/dxf');
  const drawing = new Drawing(library, TEXT_METRES / (options.crs.isGeographic ? METRES_PER_DEGREE : 1));
  for (const layer of layers) draw(layer, drawing);
  if (options.remark !== undefined) drawing.addRemark(options.remark);
  drawing.writer.setVariable('$ACADVER', { 1: 'AC1018' });
  drawing.writer.setVariable('$DWGCODEPAGE', { 3: 'ANSI_936' });
  const bytes = encodeGbk(drawing.writer.stringify(), unicodeEscape);
  const notes = [...layers.flatMap(notesOf), message('dxf-without-crs', { crs: crsName(options.crs) })];
  return ok({ files: [{ name: `${fileName(options.name)}.dxf`, bytes }], notes });
};

function draw(layer: ExportLayer, drawing: Drawing): void {
  const { labelField, style } = layer;
  for (const feature of layer.features) {
    const looks = style && classOf(style, feature);
    const name = drawing.addLayer(
      looks ? `${layer.name}_${looks.label}` : layer.name,
      looks?.stroke ?? BLACK,
    );
    drawing.addFeature(feature, name);
    const label = labelField === null ? null : fieldValue(feature, labelField);
    if (label !== null && label !== '') {
      drawing.addLabel(feature, String(label), drawing.addLayer(`${layer.name}_TEXT`, BLACK));
    }
  }
}

function classOf({ field, classes }: LayerStyle, feature: ExportFeature): StyleClass | undefined {
  const value = field === null ? null : String(fieldValue(feature, field));
  return classes.find((one) => one.value === null || one.value === value);
}

/** How AutoCAD writes a character that the code page lacks; beyond the basic plane it knows two halves only. */
function unicodeEscape(character: string): string {
  const halves = Array.from({ length: character.length }, (_, at) => character.charCodeAt(at));
  return halves.map((half) => `\\U+${half.toString(16).toUpperCase().padStart(4, '0')}`).join('');
}

function notesOf(layer: ExportLayer): Message[] {
  const { name, fields, labelField, style } = layer;
  const left = fields.filter((field) => field.name !== labelField && field.name !== style?.field).length;
  return [
    ...(left > 0 ? [message('export-attributes-left-out', { layer: name, count: left })] : []),
    ...geometryNotes(layer, {
      'dxf-parts-separate': ({ type }) => type === 'MultiPoint' || type === 'MultiLineString',
      'export-heights-left-out': hasHeights,
    }),
  ];
}
