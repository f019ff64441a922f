import { describe, expect, it } from 'vitest';
import type { GeoFeature } from '../../../../../src/domain/feature';
import { readCsv } from '../../../../../src/io/import/formats/csv/read-csv';
import type { SourceLayer } from '../../../../../src/io/import/formats/source-layer';
import { readXlsx } from '../../../../../src/io/import/formats/xlsx/read-xlsx';
import { smallWorkbook, textCell, workbook } from '../../../../builders/workbook';

const utf8 = (text: string) => new TextEncoder().encode(text);

async function csv(text: string | Uint8Array, encoding?: string) {
  const bytes = typeof text === 'string' ? utf8(text) : text;
  return readCsv([{ name: 'schools.csv', bytes }], encoding === undefined ? {} : { encoding });
}

function featuresOf(layer: SourceLayer | undefined): GeoFeature[] {
  return (JSON.parse(new TextDecoder().decode(layer?.geojson)) as { features: GeoFeature[] }).features;
}

async function only(text: string | Uint8Array): Promise<SourceLayer> {
  const layers = await csv(text);
  if (!layers.ok) throw new Error(layers.error.code);
  return layers.value[0]!;
}

describe('CSV', () => {
  it('is read by longitude and latitude', async () => {
    const layer = await only(
      '\u{feff}学校名称,班数,用地代码,经度,纬度\r\n一小,24,0804,105.97,31.58\r\n"二小, 南校区",,0804,105.98,31.59\r\n',
    );
    expect(layer).toMatchObject({
      name: 'schools',
      format: 'csv',
      count: 2,
      crs: { kind: 'none' },
      notes: [],
    });
    expect(layer.fields).toEqual([
      { name: '学校名称', type: 'text' },
      { name: '班数', type: 'number' },
      { name: '用地代码', type: 'text' },
      { name: '经度', type: 'number' },
      { name: '纬度', type: 'number' },
    ]);
    const [first, second] = featuresOf(layer);
    expect(first?.geometry).toEqual({ type: 'Point', coordinates: [105.97, 31.58] });
    expect(first?.properties).toMatchObject({ 学校名称: '一小', 班数: 24, 用地代码: '0804' });
    expect(second?.properties).toMatchObject({ 学校名称: '二小, 南校区', 班数: null });
  });

  it.each([
    ['X,Y', '3495689.704,592075.7', true],
    ['X,Y', '592075.7,3495689.704', false],
    ['X坐标（米）,Y坐标（米）', '3495689.704,35592075.7', true],
    ['纵坐标,横坐标', '3495689.704,592075.7', false],
    ['北坐标,东坐标', '3495689.704,592075.7', false],
    ['lat,lng', '31.58,105.97', false],
    ['x,y', '31.58,105.97', true],
  ])('%s of %s is east, then north', async (names, numbers, isExchanged) => {
    const layer = await only(`id,${names}\n1,${numbers}\n2,${numbers}\n`);
    const geometry = featuresOf(layer)[0]?.geometry;
    const [x, y] = geometry?.type === 'Point' ? geometry.coordinates : [];
    expect([31.58, 3_495_689.704]).toContain(y);
    expect([105.97, 592_075.7, 35_592_075.7]).toContain(x);
    expect(layer.notes.map(({ code }) => code)).toEqual(isExchanged ? ['table-north-first'] : []);
  });

  it('is read by well-known text, with the code that stands before it', async () => {
    const layer = await only(
      'id,geom\n1,"SRID=4544;POLYGON((592000 3495600,592100 3495600,592100 3495700,592000 3495600))"\n2,SRID=4544;POINT EMPTY\n',
    );
    expect(layer.crs).toEqual({ kind: 'epsg', text: '4544' });
    expect(layer.fields).toEqual([{ name: 'id', type: 'number' }]);
    expect(layer.notes).toEqual([{ code: 'table-no-place', params: { count: 1 } }]);
    const [first] = featuresOf(layer);
    expect(first?.geometry.type).toBe('Polygon');
  });

  it('may have titles above its header, tabs, and names that repeat', async () => {
    const layer = await only(
      '某市学校一览表\t\t\t\n单位：个\t\t\t\n名称\t经度\t纬度\t名称\n一小\t105.97\t31.58\tx\n',
    );
    expect(layer.notes).toEqual([{ code: 'table-rows-above', params: { count: 2 } }]);
    expect(layer.fields.map(({ name }) => name)).toEqual(['名称', '经度', '纬度', '名称_2']);
    expect(featuresOf(layer)).toHaveLength(1);
  });

  it('is read in GB18030', async () => {
    // 名称 / 坐标 in GB18030.
    const bytes = Uint8Array.of(
      ...[0xc3, 0xfb, 0xb3, 0xc6],
      ...utf8(',lon,lat\n'),
      ...[0xd7, 0xf8, 0xb1, 0xea],
      ...utf8(',105.97,31.58\n'),
    );
    const layer = await only(bytes);
    expect(layer.encoding?.name).toBe('gb18030');
    expect(featuresOf(layer)[0]?.properties).toMatchObject({ 名称: '坐标' });
    const wrong = await csv(bytes, 'big5');
    expect(wrong.ok && wrong.value[0]?.encoding).toEqual({ name: 'big5', sure: true });
  });

  it('is refused where nothing says where its rows are', async () => {
    expect(await csv('a,b\n1,2\n')).toEqual({
      ok: false,
      error: { code: 'table-no-geometry', params: { file: 'schools.csv', columns: 'a、b' } },
    });
    expect((await csv('')).ok).toBe(false);
    expect((await csv('经度,纬度\n')).ok).toBe(false);
  });

  it('keeps quick on hostile text', async () => {
    const deep = `id,wkt\n1,"${'GEOMETRYCOLLECTION('.repeat(50_000)}"\n2,"POINT(1 2)"\n3,"POINT(1 2)"\n4,"POINT(1 2)"\n5,"POINT(1 2)"\n`;
    expect(featuresOf(await only(deep))[0]?.geometry).toBeNull();
    const brackets = deep.replaceAll('GEOMETRYCOLLECTION', 'MULTIPOLYGON');
    expect(featuresOf(await only(brackets))[0]?.geometry).toBeNull();
  });
});

describe('XLSX', () => {
  it('is read as the same table, with dates', async () => {
    const bytes = smallWorkbook();
    const layers = await readXlsx([{ name: '表.xlsx', bytes }], {});
    if (!layers.ok) throw new Error(layers.error.code);
    const [layer] = layers.value;
    expect(layer).toMatchObject({ name: '表', format: 'xlsx', count: 1 });
    expect(layer?.fields.at(-1)).toEqual({ name: '批准日期', type: 'date' });
    expect(featuresOf(layer)[0]).toMatchObject({
      geometry: { coordinates: [105.97, 31.58] },
      properties: { 名称: '一小', 批准日期: '2025-01-01' },
    });
  });

  it('is refused where a cell at the far corner would fill the memory, and where it is broken', async () => {
    const far = workbook(
      `<row r="1">${textCell('A1', '名称')}</row><row r="1048576">${textCell('XFD1048576', 'x')}</row>`,
    );
    expect(await readXlsx([{ name: 'a.xlsx', bytes: far }], {})).toMatchObject({
      error: { code: 'xlsx-too-sparse' },
    });
    for (const address of ['Z<Z1', 'A9999999', 'AAAAA1', '&#65;1048576', 'A1e9']) {
      const odd = workbook(`<row r="1">${textCell('A1', '名称 r="')}${textCell(address, 'x')}</row>`);
      expect(await readXlsx([{ name: 'a.xlsx', bytes: odd }], {})).toMatchObject({
        error: { code: 'xlsx-too-sparse' },
      });
    }
    const broken = workbook('<row r="1"><c r="A1"');
    expect((await readXlsx([{ name: 'a.xlsx', bytes: broken }], {})).ok).toBe(false);
    expect((await readXlsx([{ name: 'a.xlsx', bytes: utf8('PK') }], {})).ok).toBe(false);
  });
});
