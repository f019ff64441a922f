import { describe, expect, it } from 'vitest';
import { encodeGbk } from '../../../../../src/io/export/formats/gbk';
import { shapefileReader } from '../../../../../src/io/import/formats/shapefile/read-shapefile';
import type { SourceFile } from '../../../../../src/io/import/formats/source-layer';
import { gdalHere } from '../../../../builders/gdal';
import { interchangeZip, parcelsOf } from '../../../../builders/interchange';

const read = (files: readonly SourceFile[], encoding?: string) =>
  shapefileReader(gdalHere)(files, encoding === undefined ? {} : { encoding });

async function layerOf(files: readonly SourceFile[], encoding?: string) {
  const layers = await read(files, encoding);
  if (!layers.ok) throw new Error(JSON.stringify(layers.error));
  return layers.value[0]!;
}

const gbkFiles = () => interchangeZip('gbk-4523.zip');
const without = (ending: string) => gbkFiles().filter(({ name }) => !name.endsWith(ending));
const renamed = (pattern: RegExp, to: string) =>
  gbkFiles().map(({ name, bytes }) => ({ name: name.replace(pattern, to), bytes }));

/** The files with one of them changed in place. */
function changed(ending: string, change: (bytes: Uint8Array) => Uint8Array): SourceFile[] {
  return gbkFiles().map(({ name, bytes }) => ({
    name,
    bytes: name.endsWith(ending) ? change(bytes.slice()) : bytes,
  }));
}

describe('shapefileReader', () => {
  it('takes the system from the .prj as it stands, and none where there is none', async () => {
    expect((await layerOf(gbkFiles())).crs).toMatchObject({
      kind: 'wkt',
      text: expect.stringMatching(/^PROJCS\[/u),
    });
    expect((await layerOf(without('.prj'))).crs).toEqual({ kind: 'none' });
  });

  it('does without .shx and .dbf', async () => {
    expect(await layerOf(without('.shx'))).toMatchObject({ count: 1000, notes: [] });
    const bare = await layerOf(without('.dbf'));
    expect(bare).toMatchObject({ count: 1000, notes: [{ code: 'shapefile-without-dbf' }] });
    expect(parcelsOf(bare.geojson)[0]!.geometry?.type).toBe('Polygon');
  });

  it('finds the parts whatever the case of their names', async () => {
    expect((await layerOf(renamed(/\.(\w+)$/u, '.SHP'.slice(0, 1) + '$1'))).name).toBe('地块');
    const upper = gbkFiles().map(({ name, bytes }) => ({ name: `夹/${name.toUpperCase()}`, bytes }));
    expect(await layerOf(upper)).toMatchObject({ name: '地块', count: 1000 });
  });

  it('refuses parts without shapes', async () => {
    expect(await read(without('.shp'))).toMatchObject({
      ok: false,
      error: { code: 'shapefile-without-shp' },
    });
  });

  it('keeps a record without a shape as a feature without geometry', async () => {
    // The type of the first record's shape, after the header of the file (100 bytes) and of the record (8).
    const files = changed('.shp', (shp) => shp.fill(0, 108, 112));
    const [first, second] = parcelsOf((await layerOf(files)).geojson);
    expect(first).toMatchObject({ geometry: null, properties: { 地块编号: 'JB-0001' } });
    expect(second!.geometry).not.toBeNull();
  });

  it('believes a .cpg, then the language id, unless what comes out is rubbish', async () => {
    const cpg = (text: string) => [
      ...gbkFiles(),
      { name: '地块.cpg', bytes: new TextEncoder().encode(text) },
    ];
    expect(await layerOf(cpg('936\r\n'))).toMatchObject({
      encoding: { name: 'gb18030', sure: true },
      notes: [],
    });
    expect(await layerOf(cpg('System'))).toMatchObject({
      encoding: { name: 'gb18030', sure: true },
      notes: [],
    });
    expect(await layerOf(cpg('UTF-8'))).toMatchObject({
      encoding: { name: 'gb18030', sure: false },
      notes: [{ code: 'encoding-claim-doubted', params: { claimed: 'utf-8', taken: 'gb18030' } }],
    });
    const language = changed('.dbf', (dbf) => dbf.fill(0x4f, 29, 30));
    expect(await layerOf(language)).toMatchObject({ encoding: { name: 'gb18030', sure: false } });
  });

  it('reads in the encoding that the user names', async () => {
    const layer = await layerOf(gbkFiles(), 'big5');
    expect(layer.encoding).toEqual({ name: 'big5', sure: true });
    expect(layer.fields[0]!.name).not.toBe('地块编号');
  });

  it('drops what is left of a character that was cut at the end of its field', async () => {
    const files = changed('.dbf', (dbf) => {
      // The text 用地性质 of the first record, at the end of its field of 80 bytes.
      const header = dbf[8]! + 256 * dbf[9]!;
      const text = encodeGbk('地'.repeat(39), () => '?');
      const at = header + 1 + 80 + 80;
      dbf.fill(0x61, at, at + 1);
      dbf.set(text, at + 1);
      dbf[at + 79] = 0xd3;
      return dbf;
    });
    const [first] = parcelsOf((await layerOf(files)).geojson);
    expect(first!.properties.用地性质).toBe(`a${'地'.repeat(39)}`);
  });

  it('reads what is left of a file that was cut off, and says so', async () => {
    const layer = await layerOf(changed('.shp', (shp) => shp.slice(0, 50_000)));
    expect(layer.count).toBe(1000);
    expect(layer.notes[0]).toMatchObject({ code: 'format-warning' });
    const shapes = parcelsOf(layer.geojson).filter(({ geometry }) => geometry !== null);
    expect(shapes.length).toBeGreaterThan(300);
    expect(shapes.length).toBeLessThan(400);
  });
});
