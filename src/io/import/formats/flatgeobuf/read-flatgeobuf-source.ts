import type { FeatureGeometry } from '../../../../domain/feature';
import type { JsonObject } from '../../../../domain/json';
import { message, type Message } from '../../../../domain/message';
import { err, ok, type Result } from '../../../../domain/result';
import { collectionBytes, fieldsOf, type SourceFeature } from '../source-feature';
import type { CrsHint, SourceFile, SourceLayer, SourceReader } from '../source-layer';

interface Header {
  readonly crs: { readonly code: number; readonly wkt: string | null } | null;
  readonly featuresCount: number;
  readonly title: string | null;
}

/** Reads FlatGeobuf files (https://flatgeobuf.org), each as a layer; the places of features are no ids. */
export const readFlatGeobuf: SourceReader = async (files, { signal }) => {
  const layers: SourceLayer[] = [];
  for (const file of files) {
    const layer = await readOne(file);
    signal?.throwIfAborted();
    if (!layer.ok) return layer;
    layers.push(layer.value);
  }
  return ok(layers);
};

async function readOne({ name: file, bytes }: SourceFile): Promise<Result<SourceLayer, Message>> {
  const { deserialize } = await import('flatgeobuf/lib/mjs/geojson.js');
  let header = null as Header | null;
  const features: SourceFeature[] = [];
  try {
    for await (const feature of deserialize(bytes, { headerMetaFn: (meta) => (header = meta) })) {
      const { geometry, properties } = feature as {
        geometry: FeatureGeometry | null;
        properties: JsonObject;
      };
      features.push({ geometry, properties });
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return err(message('flatgeobuf-broken', { file }));
  }
  // A file that was cut off ends as if it were whole.
  const expected = header?.featuresCount ?? 0;
  if (!header || (expected > 0 && expected !== features.length)) {
    return err(message('flatgeobuf-broken', { file }));
  }
  if (features.length === 0) return err(message('no-features', { file }));
  return ok({
    name: header.title ?? file.replace(/^.*\//u, '').replace(/\.[^.]*$/u, ''),
    format: 'flatgeobuf',
    geojson: collectionBytes(features),
    fields: fieldsOf(features),
    count: features.length,
    crs: crsOf(header),
    encoding: null,
    notes: [],
  });
}

function crsOf({ crs }: Header): CrsHint {
  if (!crs) return { kind: 'none' };
  if (crs.code > 0) return { kind: 'epsg', text: String(crs.code) };
  return crs.wkt === null ? { kind: 'none' } : { kind: 'wkt', text: crs.wkt };
}
