import { message, type Message } from '../../../../domain/message';
import { err, ok } from '../../../../domain/result';
import type { SourceField } from '../../../import/formats/source-layer';
import type { ExportFeature } from '../../geojson-file';
import { TextBytes } from '../../../text-bytes';
import { tidyGeometry } from '../../../../geo/tidy-geometry';
import { isWgs84 } from '../export-crs';
import type { ExportLayer, LayerWriter, StyleClass } from '../export-layer';
import { fileName } from '../file-name';
import { fieldValue } from '../layer-collection';
import { mixedNotes, geometryNotes, hasHeights, isStructured, valueNotes } from '../losses';
import { isForbidden, xmlText } from '../xml';
import { kmlGeometry } from './kml-geometry';

const TYPES: Readonly<Record<SourceField['type'], string>> = {
  text: 'string',
  date: 'string',
  number: 'double',
  boolean: 'bool',
};

const PIXELS_PER_MM = 96 / 25.4;

/**
 * Writes all layers into one KML 2.2 file, a folder for each, with classes as shared styles and attributes as typed
 * data. KML knows longitude and latitude only.
 */
export const writeKml: LayerWriter = (layers, { crs, name }) => {
  // Degrees without a code may be meant so, as those of GCJ-02 are; those of an older datum lie elsewhere.
  if (!crs.isGeographic || !(isWgs84(crs) || crs.epsg === null)) {
    return Promise.resolve(err(message('kml-wants-degrees')));
  }
  const file = new TextBytes();
  for (const text of kmlTexts(layers, name)) file.add(text);
  return Promise.resolve(
    ok({
      files: [{ name: `${fileName(name)}.kml`, bytes: file.joined() }],
      notes: [...(isWgs84(crs) ? [] : [message('kml-claims-wgs84')]), ...layers.flatMap(notesOf)],
    }),
  );
};

/** The file's text in parts, none longer than one feature's. */
function* kmlTexts(layers: readonly ExportLayer[], name: string): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2">\n<Document>\n<name>${xmlText(name)}</name>\n`;
  yield* layers.map(schema);
  for (const [at, { style }] of layers.entries()) {
    yield* style?.classes.map((looks, index) => sharedStyle(looks, at, index)) ?? [];
  }
  for (const [at, layer] of layers.entries()) {
    yield `<Folder><name>${xmlText(layer.name)}</name>\n`;
    for (const feature of layer.features) yield placemark(feature, layer, at);
    yield '</Folder>\n';
  }
  yield '</Document>\n</kml>\n';
}

function notesOf(layer: ExportLayer): Message[] {
  return [
    ...valueNotes(layer, {
      'export-values-as-json': isStructured,
      'export-characters-left-out': isForbidden,
    }),
    ...mixedNotes(layer),
    ...geometryNotes(layer, { 'export-heights-left-out': hasHeights }),
  ];
}

function schema({ name, fields }: ExportLayer, at: number): string {
  const list = fields.map(
    (field) => `<SimpleField name="${xmlText(field.name)}" type="${TYPES[field.type]}"/>`,
  );
  return `<Schema name="${xmlText(name)}" id="schema${at}">${list.join('')}</Schema>\n`;
}

function sharedStyle(looks: StyleClass, at: number, index: number): string {
  const line = `<LineStyle><color>${colour(looks.stroke, 1)}</color><width>${(looks.strokeMm * PIXELS_PER_MM).toFixed(1)}</width></LineStyle>`;
  const area =
    looks.fill === null
      ? '<PolyStyle><fill>0</fill></PolyStyle>'
      : `<PolyStyle><color>${colour(looks.fill, looks.fillOpacity)}</color></PolyStyle>`;
  return `<Style id="style${at}-${index}">${line}${area}</Style>\n`;
}

/** `#rrggbb` as KML writes a colour: aabbggrr. */
function colour(hex: string, opacity: number): string {
  const alpha = Math.round(opacity * 255)
    .toString(16)
    .padStart(2, '0');
  return alpha + hex.slice(5, 7) + hex.slice(3, 5) + hex.slice(1, 3);
}

function placemark(feature: ExportFeature, { fields, labelField, style }: ExportLayer, at: number): string {
  const label = labelField === null ? null : fieldValue(feature, labelField);
  const value = style?.field == null ? null : String(fieldValue(feature, style.field));
  const looks = style?.classes.findIndex((one) => one.value === null || one.value === value) ?? -1;
  const data = fields.flatMap(({ name }) => {
    const given = fieldValue(feature, name);
    return given === null
      ? []
      : [`<SimpleData name="${xmlText(name)}">${xmlText(String(given))}</SimpleData>`];
  });
  return [
    '<Placemark>',
    label === null ? '' : `<name>${xmlText(String(label))}</name>`,
    looks < 0 ? '' : `<styleUrl>#style${at}-${looks}</styleUrl>`,
    `<ExtendedData><SchemaData schemaUrl="#schema${at}">${data.join('')}</SchemaData></ExtendedData>`,
    kmlGeometry(tidyGeometry(feature.geometry)),
    '</Placemark>\n',
  ].join('');
}
