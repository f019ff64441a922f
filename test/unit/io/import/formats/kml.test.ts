import { describe, expect, it } from 'vitest';
import { encodeGbk } from '../../../../../src/io/export/formats/gbk';
import { readKml } from '../../../../../src/io/import/formats/kml/read-kml';
import type { SourceFile, SourceLayer } from '../../../../../src/io/import/formats/source-layer';
import { parcelsOf, type Parcel } from '../../../../builders/interchange';
import { kml, POLYGON } from '../../../../builders/kml';

async function layersOf(...files: SourceFile[]): Promise<readonly SourceLayer[]> {
  const read = await readKml(files, {});
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

async function featuresOf(body: string): Promise<Parcel[]> {
  const layers = await layersOf(kml(body));
  return layers.flatMap(({ geojson }) => parcelsOf(geojson));
}

describe('readKml', () => {
  it('makes a layer of each folder, and one of what lies in none', async () => {
    const placemark = (name: string) => `<Placemark><name>${name}</name>${POLYGON}</Placemark>`;
    const layers = await layersOf(
      kml(
        `<name>x</name>${placemark('a')}<Folder><name>学校</name>${placemark('b')}<Folder><name>小学</name>${placemark('c')}</Folder></Folder>${placemark('d')}`,
      ),
    );
    expect(layers.map(({ name, count }) => [name, count])).toEqual([
      ['记录', 2],
      ['学校', 1],
      ['学校 / 小学', 1],
    ]);
  });

  it('reads all documents of an archive, of which the main one may only link to the others', async () => {
    const main = kml('<NetworkLink><Link><href>layers/a.kml</href></Link></NetworkLink>');
    const other = kml(`<Placemark><name>a</name>${POLYGON}</Placemark>`);
    const layers = await layersOf(main, { ...other, name: 'x.kmz/layers/a.kml' });
    expect(layers.map(({ name, count }) => [name, count])).toEqual([['a', 1]]);
    expect(await readKml([main, main], {})).toMatchObject({ ok: false, error: { code: 'no-features' } });
  });

  it('reads data typed by their schema, and others as text', async () => {
    const [feature] = await featuresOf(
      '<Schema id="s"><SimpleField name="n" type="int"/><SimpleField name="b" type="bool"/><SimpleField name="bad" type="double"/></Schema>' +
        '<Schema id="t"><SimpleField name="n" type="string"/></Schema>' +
        '<Placemark><name>甲</name><description><![CDATA[<b>乙</b>]]></description><ExtendedData><SchemaData schemaUrl="#s">' +
        '<SimpleData name="n">5</SimpleData><SimpleData name="b">0</SimpleData><SimpleData name="bad">五</SimpleData></SchemaData>' +
        '<Data name="m"><displayName>x</displayName><value>7</value></Data></ExtendedData><Point><coordinates>1,2,3</coordinates></Point></Placemark>',
    );
    expect(feature).toEqual({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [1, 2] },
      properties: { name: '甲', description: '<b>乙</b>', n: 5, b: false, bad: '五', m: '7' },
    });
  });

  it('reads every kind of shape, mixtures as one feature for each kind', async () => {
    const line = '<LineString><coordinates>0,0\n 1 , 1</coordinates></LineString>';
    const features = await featuresOf(
      `<Placemark><MultiGeometry>${POLYGON}${line}${POLYGON}<Point><coordinates>5,5</coordinates></Point></MultiGeometry></Placemark>` +
        '<Placemark><gx:Track><when>2026</when><gx:coord>0 0 9</gx:coord><gx:coord>1 1 9</gx:coord></gx:Track></Placemark>' +
        '<Placemark><LinearRing><coordinates>0,0 1,0 0,0</coordinates></LinearRing></Placemark>' +
        '<Placemark><name>nowhere</name></Placemark>',
    );
    expect(features.map(({ geometry }) => geometry?.type ?? null)).toEqual([
      'MultiPolygon',
      'LineString',
      'Point',
      'LineString',
      'LineString',
      null,
    ]);
    expect(features[1]!.geometry).toEqual({
      type: 'LineString',
      coordinates: [
        [0, 0],
        [1, 1],
      ],
    });
  });

  it('reads GBK where the file says so, and refuses what is not in the encoding that it names', async () => {
    const head = '<?xml version="1.0" encoding="GBK"?>';
    const text = new TextDecoder().decode(kml('<Placemark><name>堃</name></Placemark>', head).bytes);
    const bytes = encodeGbk(text, () => '?');
    const [layer] = await layersOf({ name: 'a.kml', bytes });
    expect(layer!.encoding).toEqual({ name: 'gbk', sure: true });
    expect(parcelsOf(layer!.geojson)[0]!.properties).toEqual({ name: '堃' });
    const wrong = new TextDecoder('windows-1252').decode(bytes).replace('GBK', 'UTF-8');
    const mixed = Uint8Array.from(wrong, (character) => character.charCodeAt(0));
    expect(await readKml([{ name: 'a.kml', bytes: mixed }], {})).toMatchObject({
      error: { code: 'kml-encoding' },
    });
  });

  it.each([
    ['text that is no XML', '<kml><Document>'],
    ['an entity that is not defined', '<kml><Placemark><name>&lol;</name></Placemark></kml>'],
  ])('refuses %s', async (_, text) => {
    const read = await readKml([{ name: 'a.kml', bytes: new TextEncoder().encode(text) }], {});
    expect(read).toMatchObject({ ok: false, error: { code: 'kml-broken' } });
  });

  it('does not expand entities, and does not mind depth', async () => {
    const bomb =
      '<!DOCTYPE kml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><kml><Placemark><name>&b;</name></Placemark></kml>';
    expect(await readKml([{ name: 'a.kml', bytes: new TextEncoder().encode(bomb) }], {})).toMatchObject({
      error: { code: 'kml-broken' },
    });
    const depth = 100_000;
    const features = await featuresOf(
      `${'<Folder>'.repeat(depth)}<Placemark>${POLYGON}</Placemark>${'</Folder>'.repeat(depth)}`,
    );
    expect(features).toHaveLength(1);
  });

  it('refuses a document without placemarks', async () => {
    expect(await readKml([kml('<name>x</name>')], {})).toMatchObject({ error: { code: 'no-features' } });
  });
});
