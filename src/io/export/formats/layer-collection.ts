import type { Dimension } from '../../../domain/layer';
import type { ExportFeature } from '../geojson-file';
import type { ExportLayer } from './export-layer';
import { kindOf } from './geometry-kind';

/** What a property becomes where only texts, numbers and truth values can be held. */
export type FieldValue = string | number | boolean | null;

/** A property's value; lists and objects become JSON, an `id` that is not among the properties is the feature's. */
export function fieldValue({ id, properties }: ExportFeature, field: string): FieldValue {
  const value = properties[field] ?? (field === 'id' ? id : null);
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  return value === null || value === undefined ? null : JSON.stringify(value);
}

/** Features in one piece of text: few pieces, none too long for a text. */
const PIECE = 1000;

/**
 * The features of one dimension, or all, as a FeatureCollection in UTF-8 with the layer's fields under other names.
 * Coordinates are written as they are, values as `held` gives them; a field whose values are of several types becomes
 * one of texts.
 */
export function collectionOf(
  { features, fields }: Pick<ExportLayer, 'features' | 'fields'>,
  {
    dimension,
    nameOf,
    held = (value) => value,
  }: {
    dimension: Dimension | null;
    nameOf: (field: string) => string;
    held?: (value: FieldValue) => FieldValue;
  },
): Uint8Array<ArrayBuffer> {
  const keys = fields.map(({ name }) => ({
    name,
    key: JSON.stringify(nameOf(name)),
    isMixed: isMixed(name, features),
  }));
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  let lines: string[] = [];
  let isFirst = true;
  const flush = () => {
    if (lines.length === 0) return;
    pieces.push(encoder.encode((isFirst ? '' : ',\n') + lines.join(',\n')));
    isFirst = false;
    lines = [];
  };
  pieces.push(encoder.encode('{"type":"FeatureCollection","features":[\n'));
  for (const feature of features) {
    if (dimension !== null && kindOf(feature.geometry.type) !== dimension) continue;
    const members = keys.map(({ name, key, isMixed }) => {
      const value = held(fieldValue(feature, name));
      return `${key}:${isMixed && value !== null ? JSON.stringify(String(value)) : literal(value)}`;
    });
    lines.push(
      `{"type":"Feature","properties":{${members.join(',')}},"geometry":${JSON.stringify(feature.geometry)}}`,
    );
    if (lines.length === PIECE) flush();
  }
  flush();
  pieces.push(encoder.encode('\n]}\n'));
  return concatenated(pieces);
}

/** Whether a field has values of more than one of text, number and truth value. */
export function isMixed(field: string, features: Iterable<ExportFeature>): boolean {
  let type: string | null = null;
  for (const feature of features) {
    const value = fieldValue(feature, field);
    if (value === null) continue;
    type ??= typeof value;
    if (typeof value !== type) return true;
  }
  return false;
}

/** GDAL reads an integer that has more digits than 64 bits hold as another number: with an exponent it is none. */
function literal(value: FieldValue): string {
  const isLong = typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER;
  return isLong ? value.toExponential() : JSON.stringify(value);
}

function concatenated(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
