import type { Dimension } from '../../../domain/layer';
import { FeatureLines } from '../../feature-lines';
import { joinedBytes } from '../../joined-bytes';
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
  const mixed = mixedFields({ features, fields });
  const keys = fields.map(({ name }) => ({
    name,
    key: JSON.stringify(nameOf(name)),
    isMixed: mixed.has(name),
  }));
  const lines = new FeatureLines();
  for (const feature of features) {
    if (dimension !== null && kindOf(feature.geometry.type) !== dimension) continue;
    const members = keys.map(({ name, key, isMixed }) => {
      const value = held(fieldValue(feature, name));
      return `${key}:${isMixed && value !== null ? JSON.stringify(String(value)) : literal(value)}`;
    });
    lines.add(
      `{"type":"Feature","properties":{${members.join(',')}},"geometry":${JSON.stringify(feature.geometry)}}`,
    );
  }
  return joinedBytes(lines.finish());
}

/** The fields that have values of more than one of text, number and truth value; features are gone through once. */
export function mixedFields({ features, fields }: Pick<ExportLayer, 'features' | 'fields'>): Set<string> {
  const types = new Map<string, string>();
  const mixed = new Set<string>();
  for (const feature of features) {
    for (const { name } of fields) {
      const value = fieldValue(feature, name);
      if (value === null) continue;
      const type = types.get(name);
      if (type === undefined) types.set(name, typeof value);
      else if (typeof value !== type) mixed.add(name);
    }
  }
  return mixed;
}

/** GDAL reads an integer that has more digits than 64 bits hold as another number: with an exponent it is none. */
function literal(value: FieldValue): string {
  const isLong = typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER;
  return isLong ? value.toExponential() : JSON.stringify(value);
}
