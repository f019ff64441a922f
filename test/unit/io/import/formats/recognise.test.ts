import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { rawFeatures } from '../../../../../src/io/import/formats/raw-features';
import { readGeojson } from '../../../../../src/io/import/formats/geojson/read-geojson';
import { recognise } from '../../../../../src/io/import/formats/recognise/recognise';
import type { SourceFile } from '../../../../../src/io/import/formats/source-layer';

const utf8 = (text: string) => new TextEncoder().encode(text);
const file = (name: string, content: string | Uint8Array): SourceFile => ({
  name,
  bytes: typeof content === 'string' ? utf8(content) : content,
});

const GEOJSON = '{"type":"FeatureCollection","features":[]}';
const PRJ = 'PROJCS["x",GEOGCS["y"]]';
const TXT = '[属性描述]\n带号=35\n[地块坐标]\n3,0.1,1,甲,面,,,,@\nJ1,1,3495600.1,35592000.1\n';

/** A header of shapes or of their index with one record. */
function shapes(isIndex: boolean): Uint8Array {
  const bytes = new Uint8Array(136);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 9994);
  view.setUint32(28, 1000, true);
  view.setUint32(100, isIndex ? 50 : 1);
  return bytes;
}

/** An empty dBASE table of one field. */
function dbf(): Uint8Array {
  const bytes = new Uint8Array(66);
  bytes.set([3, 125, 11, 25, 0, 0, 0, 0, 65, 0, 11, 0]);
  bytes.set([0x41, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x43, 0, 0, 0, 0, 10], 32);
  bytes[64] = 0x0d;
  return bytes;
}

const found = (files: readonly SourceFile[]) =>
  recognise(files).sets.map(({ format, name, files: parts }) => [
    format,
    name,
    parts.map((part) => part.name).sort(),
  ]);
const refused = (files: readonly SourceFile[]) =>
  recognise(files).refused.map(({ name, reason }) => [name, reason.code]);

describe('files told by their content', () => {
  it.each([
    ['geojson', GEOJSON],
    ['geojson', `\u{feff}\n ${GEOJSON}`],
    ['kml', '<?xml version="1.0"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"></kml>'],
    ['dxf', '  0\r\nSECTION\r\n  2\r\nHEADER\r\n'],
    ['dxf', '999\nmade by a program\n0\nSECTION\n'],
    ['boundary-text', TXT],
    ['boundary-text', 'J1,1,3495600.1,592000.1\nJ2,1,3495700.1,592000.1\nJ3,1,3495700.1,592100.1\n'],
    ['csv', 'id,x,y\n1,592000.1,3495600.1\n2,592000.1,3495600.1\n3,592000.1,3495600.1\n'],
    ['csv', '名称\t经度\t纬度\n一小\t105.97\t31.58\n'],
    ['flatgeobuf', Uint8Array.of(0x66, 0x67, 0x62, 0x03, 0x66, 0x67, 0x62, 0x00)],
    ['geopackage', 'SQLite format 3\0 and more'],
  ])('%s', (format, content) => {
    expect(found([file('misnamed.dat', content)])).toEqual([[format, 'misnamed.dat', ['misnamed.dat']]]);
  });

  it('takes the table of full names for part of the shapefiles beside it', () => {
    const table = file('fields.csv', '\u{feff}shapefile,field,name,type\r\na,n,名称,text\r\n');
    expect(found([file('a.shp', shapes(false)), file('b.shp', shapes(false)), table])).toEqual([
      ['shapefile', 'a.shp', ['a.shp', 'fields.csv']],
      ['shapefile', 'b.shp', ['b.shp', 'fields.csv']],
    ]);
    const other = file('fields.csv', 'id,x,y\n1,592000.1,3495600.1\n');
    expect(found([file('a.shp', shapes(false)), other]).map(([format]) => format)).toEqual([
      'csv',
      'shapefile',
    ]);
  });

  it('brings the parts of shapefiles together', () => {
    const parts = [
      file('a.shp', shapes(false)),
      file('a.shx', shapes(true)),
      file('A.DBF', dbf()),
      file('a.prj', PRJ),
      file('a.cpg', 'GBK'),
      file('a.shp.xml', '<metadata/>'),
      file('a.sbn', 'x'),
    ];
    expect(found(parts)).toEqual([['shapefile', 'a.shp', ['a.cpg', 'a.dbf', 'a.prj', 'a.shp', 'a.shx']]]);
    expect(refused(parts)).toEqual([]);
    expect(found([file('b', shapes(false)), file('c.bin', dbf())])).toEqual([
      ['shapefile', 'b.shp', ['b.dbf', 'b.shp']],
    ]);
    expect(found([...parts, file('b.shp', shapes(false)), file('b.dbf', dbf())])).toHaveLength(2);
    expect(refused([file('t.dbf', dbf())])).toEqual([['t.dbf', 'format-dbf-alone']]);
  });

  it('looks into zips, and calls what is there by its place', () => {
    const inner = zipSync({ 'deep/roads.geojson': utf8(GEOJSON), 'x.txt': utf8(TXT) });
    const zip = zipSync({
      '甲/a.shp': shapes(false),
      '甲/a.dbf': dbf(),
      '乙/b.zip': inner,
      '.DS_Store': utf8('x'),
    });
    expect(found([file('all.zip', zip)])).toEqual([
      ['geojson', 'all.zip/乙/b.zip/deep/roads.geojson', ['all.zip/乙/b.zip/deep/roads.geojson']],
      ['boundary-text', 'all.zip/乙/b.zip/x.txt', ['all.zip/乙/b.zip/x.txt']],
      ['shapefile', 'all.zip/甲/a.shp', ['all.zip/甲/a.dbf', 'all.zip/甲/a.shp']],
    ]);
    const kmz = zipSync({
      'doc.kml': utf8('<kml></kml>'),
      'files/icon.png': Uint8Array.of(0x89, 0x50, 0x4e, 0x47),
    });
    expect(found([file('a.kmz', kmz)])).toEqual([
      ['kml', 'a.kmz', ['a.kmz/doc.kml', 'a.kmz/files/icon.png']],
    ]);
    const xlsx = zipSync({ '[Content_Types].xml': utf8('<Types/>'), 'xl/workbook.xml': utf8('<workbook/>') });
    expect(found([file('a.xlsx', xlsx)])).toEqual([['xlsx', 'a.xlsx', ['a.xlsx']]]);
  });

  it('refuses the rest with a reason', () => {
    const escaping = zipSync({ '../../etc/passwd': utf8('x') });
    const bomb = zipSync({ 'zeros.geojson': new Uint8Array(40 * 1024 ** 2) });
    const nested = zipSync({ 'a.zip': zipSync({ 'b.zip': zipSync({ 'c.geojson': utf8(GEOJSON) }) }) });
    expect(
      refused([
        file('empty.txt', ''),
        file('blank.txt', ' \r\n '),
        file('plan.dwg', 'AC1027 and more'),
        file('table.xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0)),
        file('locked.xlsx', lockedOffice()),
        file('locked.zip', locked(zipSync({ 'a.geojson': utf8(GEOJSON) }))),
        file('paper.pdf', '%PDF-1.7'),
        file('page.htm', '<!doctype html><html></html>'),
        file(
          'noise.bin',
          Uint8Array.from({ length: 999 }, (_, i) => (i * 7919) % 256),
        ),
        file('words.txt', 'hello\nworld'),
        file('escape.zip', escaping),
        file('bomb.zip', bomb),
        file('nested.zip', nested),
        file('broken.zip', 'PK\u0003\u0004 broken'),
        file('project.zip', zipSync({ 'project.json': utf8('{}') })),
        file(
          'text.docx',
          zipSync({ '[Content_Types].xml': utf8('<Types/>'), 'word/document.xml': utf8('<x/>') }),
        ),
        file('sidecars.zip', zipSync({ 'a.sbn': utf8('x') })),
      ]),
    ).toEqual([
      ['empty.txt', 'file-empty'],
      ['blank.txt', 'file-empty'],
      ['plan.dwg', 'format-dwg'],
      ['table.xls', 'format-xls'],
      ['locked.xlsx', 'file-locked'],
      ['locked.zip', 'file-locked'],
      ['paper.pdf', 'format-unreadable'],
      ['page.htm', 'format-unreadable'],
      ['noise.bin', 'format-unknown'],
      ['words.txt', 'format-unknown'],
      ['escape.zip', 'zip-unsafe-path'],
      ['bomb.zip', 'zip-too-large'],
      ['nested.zip/a.zip/b.zip', 'zip-too-deep'],
      ['broken.zip', 'zip-broken'],
      ['project.zip', 'zip-is-project'],
      ['text.docx', 'format-unreadable'],
      ['sidecars.zip', 'zip-without-data'],
    ]);
  });

  it('takes all that lies in a folder with a catalogue for a geodatabase, and nothing beside it', () => {
    const inside = [
      'a.gdb/a00000001.gdbtable',
      'a.gdb/gdb',
      'a.gdb/a00000009.gdbtable',
      'b.gdb/A00000001.GDBTABLE',
    ];
    const beside = ['a.gdb/parcels.geojson', 'a.gdbtable/x.geojson', 'x.geojson'];
    const files = [...inside, ...beside].map((name) => file(name, GEOJSON));
    const sets = recognise(files).sets.map(({ format, name, files }) => [format, name, files.length]);
    expect(sets).toEqual([
      ['geodatabase', 'a.gdb', 3],
      ['geodatabase', 'b.gdb', 1],
      ['geojson', 'a.gdb/parcels.geojson', 1],
      ['geojson', 'a.gdbtable/x.geojson', 1],
      ['geojson', 'x.geojson', 1],
    ]);
  });

  it('leaves files that were picked together with those of a geodatabase to themselves', () => {
    const picked = ['a00000001.gdbtable', 'timestamps', '_gdb.PC.1.lock', '地块.geojson'];
    const { sets, refused } = recognise(picked.map((name) => file(name, GEOJSON)));
    expect(sets.map(({ format, files }) => [format, files.length])).toEqual([
      ['geodatabase', 3],
      ['geojson', 1],
    ]);
    expect(refused).toEqual([]);
  });

  it('refuses a zip that claims 2 GB', () => {
    const zip = zipSync({ 'a.geojson': utf8(GEOJSON) }, { level: 0 });
    const view = new DataView(zip.buffer);
    const directory = zip.findIndex(
      (_, i) => view.byteLength >= i + 4 && view.getUint32(i, true) === 0x02014b50,
    );
    view.setUint32(directory + 24, 0x80000001, true);
    expect(refused([file('claim.zip', zip)])).toEqual([['claim.zip', 'zip-too-large']]);
  });
});

describe('GeoJSON as a source layer', () => {
  const member = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4544' } };
  const feature = {
    type: 'Feature',
    id: 7,
    properties: { 名称: '甲', n: 1 },
    geometry: { type: 'Point', coordinates: [1, 2] },
  };

  it('keeps features as they are, and says what its crs member says', async () => {
    const text = JSON.stringify({ type: 'FeatureCollection', crs: member, features: [feature] });
    const layers = await readGeojson([file('a.geojson', text)], {});
    if (!layers.ok) throw new Error(layers.error.code);
    const [layer] = layers.value;
    expect(layer).toMatchObject({ name: 'a', count: 1, crs: { kind: 'epsg', text: '4544' } });
    expect(layer?.fields).toEqual([
      { name: '名称', type: 'text' },
      { name: 'n', type: 'number' },
    ]);
    expect([...rawFeatures(layer!.geojson)]).toEqual([feature]);
  });

  it('may be a sequence of features, with record separators or without', async () => {
    const line = JSON.stringify(feature);
    for (const text of [`${line}\n${line}\n`, `\u{1e}${line}\r\n\n\u{1e}${line}`]) {
      expect(recognise([file('a.txt', text)]).sets.map(({ format }) => format)).toEqual(['geojson']);
      const layers = await readGeojson([file('a.geojsonl', text)], {});
      if (!layers.ok) throw new Error(layers.error.code);
      expect([...rawFeatures(layers.value[0]!.geojson)]).toEqual([feature, feature]);
    }
    const broken = await readGeojson([file('a.geojsonl', `${line}\n${line}\n{"type":}\n`)], {});
    expect(broken).toMatchObject({
      ok: false,
      error: { code: 'json-unexpected', params: { line: 3, column: 9 } },
    });
  });

  it('is not a sequence where other things follow one another, nor where Esri wrote it', async () => {
    for (const [text, code] of [
      ['{"type":"FeatureCollection"\n"features":[]}', 'json-unexpected'],
      ['{"a":"Feature"}\n{"a":1}', 'json-unexpected'],
      ['{"geometryType":"esriGeometryPolygon","features":[]}', 'file-wrong-format'],
    ] as const) {
      expect(await readGeojson([file('a.json', text)], {})).toMatchObject({ ok: false, error: { code } });
    }
  });

  it('is walked feature by feature, whatever stands around them', () => {
    const text = JSON.stringify({
      name: 'a "features": [',
      bbox: [1, 2],
      type: 'FeatureCollection',
      features: [feature, feature],
      z: 1,
    });
    expect([...rawFeatures(utf8(text))]).toEqual([feature, feature]);
    expect([...rawFeatures(utf8(GEOJSON))]).toEqual([]);
    for (const broken of ['', '[]', '{"type":1}', '{"features":{}}', '{"features":[{]}', '{"features":[{}']) {
      expect(() => [...rawFeatures(utf8(broken))]).toThrow(SyntaxError);
    }
  });
});

/** A zip as if its entries were behind a password: the first bit of the flags, here and in the directory. */
function locked(zip: Uint8Array): Uint8Array {
  const bytes = zip.slice();
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + 46 < bytes.length; at++) {
    const signature = view.getUint32(at, true);
    if (signature === 0x04034b50) bytes[at + 6]! |= 1;
    if (signature === 0x02014b50) bytes[at + 8]! |= 1;
  }
  return bytes;
}

/** The beginning of a compound file in which Office keeps a document with a password. */
function lockedOffice(): Uint8Array {
  const name = Array.from('EncryptedPackage', (letter) => [letter.charCodeAt(0), 0]).flat();
  return Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, ...new Array<number>(508).fill(0), ...name);
}
