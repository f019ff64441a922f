import { describe, expect, it } from 'vitest';
import { csvFile, csvLines } from '../../../../../src/io/export/csv';
import { writeCsv } from '../../../../../src/io/export/formats/csv/write-csv';
import type {
  ExportLayer,
  ExportOptions,
  LayerWriter,
} from '../../../../../src/io/export/formats/export-layer';
import { encodeGbk } from '../../../../../src/io/export/formats/gbk';
import { writeGeojson } from '../../../../../src/io/export/formats/geojson/write-geojson';
import { writeKml } from '../../../../../src/io/export/formats/kml/write-kml';
import { collectionOf } from '../../../../../src/io/export/formats/layer-collection';
import { layerRows } from '../../../../../src/io/export/formats/table/layer-rows';
import { exportOptions, parcelLayer } from '../../../../builders/export-layers';

const parcels = parcelLayer(4490);
/** With names that GBK can hold. */
const few: ExportLayer = {
  ...parcels,
  features: Array.from(parcels.features, (feature) => {
    const name = String(feature.properties['地块名称']).replaceAll('𠮷', '吉');
    return { ...feature, properties: { ...feature.properties, 地块名称: name } };
  }),
};
/** Longer than one piece of text. */
const many: ExportLayer = { ...few, features: Array.from({ length: 6 }, () => [...few.features]).flat() };
const LONG = 1 << 20;

async function written(
  writer: LayerWriter,
  layer: ExportLayer,
  encoding: ExportOptions['encoding'] = 'utf-8',
): Promise<Uint8Array> {
  const files = await writer([layer], exportOptions(4490, encoding));
  if (!files.ok) throw new Error(files.error.code);
  return files.value.files[0]!.bytes;
}

/** Compared as buffers: arrays of so many numbers take long to look at. */
const isSame = (bytes: Uint8Array, expected: Uint8Array) => Buffer.from(bytes).equals(Buffer.from(expected));

describe('a layer that is written in several pieces has the bytes of one', () => {
  it('as GeoJSON', async () => {
    const bytes = await written(writeGeojson, many);
    expect(bytes.length).toBeGreaterThan(LONG);
    const lines = Array.from(many.features, ({ properties, geometry }) =>
      JSON.stringify({ type: 'Feature', properties, geometry }),
    );
    const head = new TextDecoder().decode(bytes).split('"features"')[0]!;
    expect(isSame(bytes, utf8(`${head}"features":[\n${lines.join(',\n')}\n]}\n`))).toBe(true);
  });

  it('as what GDAL is given', () => {
    const bytes = collectionOf(many, { dimension: null, nameOf: (field) => field });
    const text = new TextDecoder().decode(bytes);
    const once = new TextDecoder().decode(collectionOf(few, { dimension: null, nameOf: (field) => field }));
    const head = '{"type":"FeatureCollection","features":[\n';
    const lines = once.slice(head.length, -'\n]}\n'.length);
    expect(text === `${head}${Array.from({ length: 6 }, () => lines).join(',\n')}\n]}\n`).toBe(true);
  });

  it.each(['utf-8', 'gb18030'] as const)('as CSV in %s', async (encoding) => {
    const bytes = await written(writeCsv, many, encoding);
    const rows = [...layerRows(many, exportOptions(4490))];
    const text = csvLines(rows);
    expect(text.length).toBeGreaterThan(LONG);
    expect(isSame(bytes, encoding === 'utf-8' ? csvFile(rows) : encodeGbk(text, () => '?'))).toBe(true);
  });

  it('as CSV of which only the last line is more than GBK', async () => {
    const [first] = few.features;
    const wide = { ...first!, properties: { 地块名称: '𠮷' } };
    const layer = { ...many, features: [...many.features, wide] };
    const bytes = await written(writeCsv, layer, 'gb18030');
    expect(isSame(bytes, csvFile([...layerRows(layer, exportOptions(4490))]))).toBe(true);
  });

  it('as KML', async () => {
    const texts = [many, few, { ...few, features: [] }].map(async (layer) =>
      new TextDecoder().decode(await written(writeKml, layer)),
    );
    const [all, once, none] = (await Promise.all(texts)) as [string, string, string];
    const end = none.indexOf('</Folder>');
    const placemarks = once.slice(end, once.indexOf('</Folder>'));
    expect(all.length).toBeGreaterThan(LONG);
    expect(all === none.slice(0, end) + placemarks.repeat(6) + none.slice(end)).toBe(true);
  });
});

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
