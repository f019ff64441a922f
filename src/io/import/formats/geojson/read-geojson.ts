import type { JsonObject } from '../../../../domain/json';
import { message, type Message } from '../../../../domain/message';
import { err, ok, type Result } from '../../../../domain/result';
import { parseCrsMember } from '../../../../geo/legacy-crs';
import { readCollection } from '../../collection';
import { parseJson } from '../../parse';
import { isSequence, parseSequence } from './json-sequence';
import { isObject } from '../../raw';
import { decodeText } from '../decode-text';
import { fieldsOf } from '../source-feature';
import type { CrsHint, ReadSourceOptions, SourceFile, SourceLayer, SourceReader } from '../source-layer';

/**
 * Reads GeoJSON (RFC 7946, and the `crs` member of 2008) and sequences of it, a feature a line (RFC 8142), each file as
 * a layer; ids of features are kept.
 */
export const readGeojson: SourceReader = (files, options) => {
  const layers: SourceLayer[] = [];
  for (const file of files) {
    const layer = readOne(file, options);
    if (!layer.ok) return Promise.resolve(layer);
    layers.push(layer.value);
  }
  return Promise.resolve(ok(layers));
};

/** More bytes than this are not sure to fit into a text. */
const MOST_BYTES = 0x1fff_ffe8;

function readOne(
  { name: file, bytes }: SourceFile,
  options: ReadSourceOptions,
): Result<SourceLayer, Message> {
  if (bytes.length > MOST_BYTES) return err(message('file-too-long', { file }));
  const { text, encoding } = decodeText(bytes, options.encoding);
  const json = isSequence(text) ? parseSequence(text, file) : parseJson(text, file);
  if (!json.ok) return json;
  const collection = readCollection(json.value, file, false);
  if (!collection.ok) return collection;
  const { features, crs, members } = collection.value;
  const lines = features.map((feature) => JSON.stringify(feature));
  return ok({
    name: typeof members.name === 'string' ? members.name : file.replace(/^.*\//, '').replace(/\.[^.]*$/, ''),
    format: 'geojson',
    geojson: new TextEncoder().encode(`{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`),
    fields: fieldsOf(features.map((feature) => ({ properties: propertiesOf(feature) }))),
    count: features.length,
    crs: hintOf(crs),
    encoding,
    notes: [],
  });
}

function propertiesOf(feature: unknown): JsonObject {
  const properties = isObject(feature) ? feature.properties : null;
  return isObject(properties) ? (properties as JsonObject) : {};
}

function hintOf(member: unknown): CrsHint {
  const crs = parseCrsMember(member);
  if (crs.kind === 'epsg') return { kind: 'epsg', text: String(crs.epsg) };
  return crs.kind === 'unknown' ? { kind: 'wkt', text: crs.name } : { kind: 'none' };
}
