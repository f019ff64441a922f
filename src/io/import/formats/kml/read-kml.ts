import { message, type Message } from '../../../../domain/message';
import { err, ok, type Result } from '../../../../domain/result';
import { collectionBytes, fieldsOf } from '../source-feature';
import type { SourceFile, SourceLayer, SourceReader } from '../source-layer';
import { KmlBuilder, type KmlFolder } from './kml-builder';
import { decoded, xmlEncoding } from './kml-text';

/**
 * Reads KML (OGC 07-147r2), the placemarks of each folder as a layer; of a KMZ, its files unpacked: all of its documents
 * are read, for the main one may only link to the others. Links to files elsewhere are not followed, ground overlays and
 * models are left out.
 */
export const readKml: SourceReader = async (files, { encoding, signal }) => {
  const layers: SourceLayer[] = [];
  const documents = files.filter(({ name }) => /\.kml$/iu.test(name));
  for (const file of documents.length > 0 ? documents : files) {
    const read = await readDocument(file, encoding);
    signal?.throwIfAborted();
    if (!read.ok) return read;
    layers.push(...read.value);
  }
  if (layers.length === 0) return err(message('no-features', { file: files[0]?.name ?? '' }));
  return ok(layers);
};

async function readDocument(
  { name: file, bytes }: SourceFile,
  wanted: string | undefined,
): Promise<Result<readonly SourceLayer[], Message>> {
  const encoding = wanted ?? xmlEncoding(bytes);
  const text = decoded(bytes, encoding);
  if (text === null) return err(message('kml-encoding', { file, encoding }));
  const { SaxesParser } = await import('saxes');
  const parser = new SaxesParser();
  const builder = new KmlBuilder();
  parser.on('opentag', ({ name, attributes }) => builder.startElement(name, attributes));
  parser.on('text', (part) => builder.addText(part));
  parser.on('cdata', (part) => builder.addText(part));
  parser.on('closetag', () => builder.endElement());
  try {
    parser.write(text).close();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return err(message('kml-broken', { file, detail: error.message }));
  }
  return ok(builder.folders.map((folder) => layerOf(folder, file, encoding)));
}

function layerOf({ name, features }: KmlFolder, file: string, encoding: string): SourceLayer {
  return {
    name: name ?? file.replace(/^.*\//u, '').replace(/\.[^.]*$/u, ''),
    format: 'kml',
    geojson: collectionBytes(features),
    fields: fieldsOf(features),
    count: features.length,
    crs: { kind: 'epsg', text: '4326' },
    encoding: { name: encoding, sure: true },
    notes: [],
  };
}
