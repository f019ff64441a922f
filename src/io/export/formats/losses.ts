import type { Geometry } from 'geojson';
import { message, type Message } from '../../../domain/message';
import { eachPosition } from '../../import/raw';
import { simpleParts } from '../../import/formats/source-feature';
import type { ExportCrs, ExportLayer } from './export-layer';
import { fieldValue, mixedFields, type FieldValue } from './layer-collection';

/** Whether a value is one that a format cannot hold as it is; `raw` is the value before a list became text. */
export type ValueTest = (value: FieldValue, raw: unknown) => boolean;

type Counted = Readonly<Record<string, number>>;

function notesOf(layer: Pick<ExportLayer, 'name'>, counts: Counted): Message[] {
  return Object.entries(counts).flatMap(([code, count]) =>
    count === 0 ? [] : [message(code, { layer: layer.name, count })],
  );
}

/** A note for each code whose test some of a layer's values pass, with their number. */
export function valueNotes(layer: ExportLayer, tests: Readonly<Record<string, ValueTest>>): Message[] {
  const counts = Object.fromEntries(Object.keys(tests).map((code) => [code, 0]));
  for (const feature of layer.features) {
    for (const { name } of layer.fields) {
      const value = fieldValue(feature, name);
      if (value === null) continue;
      for (const [code, test] of Object.entries(tests)) {
        if (test(value, feature.properties[name])) counts[code]!++;
      }
    }
  }
  return notesOf(layer, counts);
}

/** A note for each code whose test some of a layer's geometries pass, with their number. */
export function geometryNotes(
  layer: ExportLayer,
  tests: Readonly<Record<string, (geometry: Geometry) => boolean>>,
): Message[] {
  const counts = Object.fromEntries(Object.keys(tests).map((code) => [code, 0]));
  for (const { geometry } of layer.features) {
    for (const [code, test] of Object.entries(tests)) if (test(geometry)) counts[code]!++;
  }
  return notesOf(layer, counts);
}

/** A note for a code whose test some of a layer's fields pass by all their values but null, with their number. */
export function fieldNotes(
  layer: ExportLayer,
  code: string,
  test: (values: readonly FieldValue[]) => boolean,
): Message[] {
  const count = layer.fields.filter(({ name }) =>
    test(
      Array.from(layer.features, (feature) => fieldValue(feature, name)).filter((value) => value !== null),
    ),
  ).length;
  return notesOf(layer, { [code]: count });
}

/** That fields have values of several types, of which a column of a table holds one. */
export function mixedNotes(layer: ExportLayer): Message[] {
  return notesOf(layer, { 'export-types-mixed': mixedFields(layer).size });
}

export const isStructured: ValueTest = (_, raw) => typeof raw === 'object' && raw !== null;
export const isEmptyText: ValueTest = (value) => value === '';
export const isBoolean: ValueTest = (value) => typeof value === 'boolean';

/** Whether a geometry has heights. */
export function hasHeights(geometry: Geometry): boolean {
  return somePosition(geometry, (position) => position.length > 2);
}

export function somePosition(geometry: Geometry, test: (position: readonly unknown[]) => boolean): boolean {
  return simpleParts(geometry).some(({ coordinates }) => {
    let found = false;
    eachPosition(coordinates, (position) => {
      found ||= test(position);
    });
    return found;
  });
}

/** That a file does not tell its system, where that has neither a code nor a definition. */
export function crsNotes({ name }: ExportLayer, { epsg, wkt }: ExportCrs): Message[] {
  return epsg === null && wkt === null ? [message('export-without-crs', { layer: name })] : [];
}

/** That a layer is called otherwise in the file. */
export function renamedNotes({ name }: ExportLayer, written: string): Message[] {
  return name === written ? [] : [message('export-layer-renamed', { layer: name, name: written })];
}
