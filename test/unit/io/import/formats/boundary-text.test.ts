import { describe, expect, it } from 'vitest';
import type { GeoFeature } from '../../../../../src/domain/feature';
import { readBoundaryText } from '../../../../../src/io/import/formats/boundary-text/read-boundary-text';
import { nestRings } from '../../../../../src/io/import/formats/boundary-text/nest-rings';
import type { SourceLayer } from '../../../../../src/io/import/formats/source-layer';

async function read(text: string | Uint8Array): Promise<SourceLayer & { features: GeoFeature[] }> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const layers = await readBoundaryText([{ name: 'folder/勘测.txt', bytes }], {});
  if (!layers.ok) throw new Error(layers.error.code);
  const [layer] = layers.value;
  const { features } = JSON.parse(new TextDecoder().decode(layer!.geojson)) as { features: GeoFeature[] };
  return { ...layer!, features };
}

const codes = ({ notes }: SourceLayer) => notes.map(({ code }) => code);

const HEADER = `[属性描述]
格式版本号=1.01
坐标系=2000国家大地坐标系
几度分带=3
投影类型=高斯克吕格
计量单位=米
带号=35
精度=0.001
转换参数=,,,,,,
[地块坐标]
`;

/** A square of 100 m with a hole of 20 m, north first, zone before the easting. */
const PLOT = `10,0.96,1,区块一,面,H48,教育用地,0804,@
J1,1,3495600.000,35592000.000
J2,1,3495700.000,35592000.000
J3,1,3495700.000,35592100.000
J4,1,3495600.000,35592100.000
J1,1,3495600.000,35592000.000
J5,2,3495640.000,35592040.000
J6,2,3495660.000,35592040.000
J7,2,3495660.000,35592060.000
J8,2,3495640.000,35592060.000
J5,2,3495640.000,35592040.000
`;

const SQUARE = [
  [35_592_000, 3_495_600],
  [35_592_000, 3_495_700],
  [35_592_100, 3_495_700],
  [35_592_100, 3_495_600],
  [35_592_000, 3_495_600],
];

describe('boundary-point text', () => {
  it('is read with its attributes, hole and system', async () => {
    const layer = await read(HEADER + PLOT);
    expect(layer).toMatchObject({
      name: '勘测',
      format: 'boundary-text',
      count: 1,
      crs: { kind: 'epsg', text: '4523' },
      encoding: { name: 'utf-8', sure: true },
      notes: [],
    });
    expect(layer.features[0]?.properties).toEqual({
      地块编号: '1',
      地块名称: '区块一',
      图幅号: 'H48',
      地块用途: '教育用地',
      地类编码: '0804',
      地块面积: 0.96,
      areaDocM2: 9600,
    });
    expect(layer.features[0]?.geometry).toMatchObject({ type: 'Polygon' });
    expect(layer.features[0]?.geometry.coordinates).toHaveLength(2);
    expect(layer.features[0]?.geometry.coordinates[0]).toEqual(SQUARE);
    expect(layer.fields.map(({ name, type }) => `${name}:${type}`)).toEqual([
      '地块编号:text',
      '地块名称:text',
      '图幅号:text',
      '地块用途:text',
      '地类编码:text',
      '地块面积:number',
      'areaDocM2:number',
    ]);
  });

  it.each([
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['Chinese commas', (text: string) => text.replaceAll(',', '，')],
    [
      'no repeated first points',
      (text: string) => text.replace(/(J1,1.*\n)(?=J5)/, '').replace(/J5,2.*\n$/, ''),
    ],
    ['no names of points', (text: string) => text.replace(/^J\d+/gm, '')],
    ['plain numbers as names', (text: string) => text.replace(/^J(\d+)/gm, '$1')],
    ['heights behind', (text: string) => text.replace(/^(J.*)$/gm, '$1,402.5')],
    ['all rings numbered 1', (text: string) => text.replace(/^(J\d+),2/gm, '$1,1')],
    ['no header', (text: string) => text.replace(HEADER, '')],
    ['no section names', (text: string) => text.replace(/^\[.*\]\n/gm, '')],
    ['east first', (text: string) => text.replace(/(\d+\.000),(\d+\.000)/g, '$2,$1')],
    ['area in square metres', (text: string) => text.replace('0.96', '9600')],
    ['area with its unit', (text: string) => text.replace('0.96', '0.96公顷')],
    ['six tokens behind the kind', (text: string) => text.replace('0804,@', '0804,水田,一等,,@')],
  ])('may have %s', async (_name, change) => {
    const layer = await read(change(HEADER + PLOT));
    const [feature] = layer.features;
    expect(layer.crs).toEqual({ kind: 'epsg', text: '4523' });
    expect(layer.features).toHaveLength(1);
    expect(feature?.geometry.coordinates).toHaveLength(2);
    expect(feature?.geometry.coordinates[0]).toEqual(SQUARE);
    expect(feature?.properties?.areaDocM2).toBe(9600);
    expect(feature?.properties).toMatchObject({ 地块编号: '1', 地块名称: '区块一', 地类编码: '0804' });
  });

  it('says what is unusual', async () => {
    const eastFirst = (HEADER + PLOT).replace(/(\d+\.000),(\d+\.000)/g, '$2,$1');
    expect(codes(await read(eastFirst))).toEqual(['txt-east-first']);
    expect(codes(await read((HEADER + PLOT).replace('0.96', '9600')))).toEqual(['txt-area-in-m2']);
    expect(codes(await read((HEADER + PLOT).replace('0.96', '1.96')))).toEqual(['txt-area-differs']);
    expect(codes(await read((HEADER + PLOT).replace('10,0.96', '12,0.96')))).toEqual(['txt-point-count']);
    expect(codes(await read((HEADER + PLOT).replace('带号=35', '带号=36')))).toEqual(['txt-zone-differs']);
    expect(codes(await read(`${HEADER}[扩展信息]\n项目名称=某某\n[地块坐标]\n${PLOT}`))).toEqual([
      'txt-extension',
    ]);
    expect(codes(await read(`${HEADER}${PLOT}\n乱写一行\n`))).toEqual(['txt-stray-lines']);
  });

  it('takes a Chinese comma in a name for part of it', async () => {
    const layer = await read((HEADER + PLOT).replace('区块一', '东，西'));
    expect(layer.features[0]?.properties).toMatchObject({ 地块名称: '东，西', 图幅号: 'H48' });
  });

  it('reconciles the zone of the header with eastings without it', async () => {
    const plain = PLOT.replaceAll('35592', '592');
    expect((await read(HEADER + plain)).crs).toEqual({ kind: 'epsg', text: '4544' });
    expect((await read(HEADER.replace('带号=35', '带号=105') + plain)).crs).toEqual({
      kind: 'epsg',
      text: '4544',
    });
    expect((await read(HEADER.replace('带号=35', '带号=') + plain)).crs).toEqual({ kind: 'none' });
    const xian = HEADER.replace('2000国家大地坐标系', '1980西安坐标系');
    expect((await read(xian + PLOT)).crs).toEqual({ kind: 'epsg', text: '2359' });
    expect((await read(xian.replace('1980西安', '北京54') + PLOT)).crs).toEqual({
      kind: 'epsg',
      text: '2411',
    });
  });

  it('takes degrees, latitude first', async () => {
    const layer = await read(`3,0.1,A1,点位,面,,,,@
J1,1,31.580000,105.970000
J2,1,31.581000,105.970000
J3,1,31.581000,105.971000
`);
    expect(layer.crs).toEqual({ kind: 'epsg', text: '4490' });
    expect(layer.features[0]?.geometry.coordinates[0]).toEqual([
      [105.97, 31.58],
      [105.97, 31.581],
      [105.971, 31.581],
      [105.97, 31.58],
    ]);
  });

  it('takes points and lines, and keeps a plot without points by its name', async () => {
    const layer = await read(`${HEADER}1,0,P,水准点,点,,,,@
J1,1,3495600.000,35592000.000
2,0,L,界线,线,,,,@
J1,1,3495600.000,35592000.000
J2,1,3495700.000,35592000.000
0,1.5,E,空,面,,,,@
`);
    expect(layer.features.map(({ geometry }) => (geometry as GeoFeature['geometry'] | null)?.type)).toEqual([
      'Point',
      'LineString',
      undefined,
    ]);
    expect(codes(layer)).toEqual(['txt-plot-empty']);
  });

  it('reads GB18030', async () => {
    // 坐标 in GB18030, as a plot's name.
    const head = new TextEncoder().encode(`${PLOT.split('\n')[0]!.replace(/[^ -~]+/g, '')}\n`);
    const name = Uint8Array.of(0xd7, 0xf8, 0xb1, 0xea);
    const at = head.indexOf(0x2c, 7) + 1;
    const points = new TextEncoder().encode(PLOT.split('\n').slice(1).join('\n'));
    const layer = await read(
      Uint8Array.of(...head.subarray(0, at), ...name, ...head.subarray(at), ...points),
    );
    expect(layer.encoding?.name).toBe('gb18030');
    expect(layer.features[0]?.properties).toMatchObject({ 地块编号: '坐标1' });
  });

  it('refuses what has no points', async () => {
    for (const text of ['', HEADER, 'hello\nworld', '{"type":"FeatureCollection"}']) {
      const layers = await readBoundaryText([{ name: 'a.txt', bytes: new TextEncoder().encode(text) }], {});
      expect(layers).toEqual({ ok: false, error: { code: 'txt-no-plots', params: { file: 'a.txt' } } });
    }
  });
});

describe('rings by containment', () => {
  const square = (x: number, y: number, size: number) => [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
  ];

  it('are shells and holes whatever their order', () => {
    const rings = [square(40, 40, 20), square(0, 0, 100), square(200, 0, 50), square(45, 45, 5)];
    const sizes = nestRings(rings).map((polygon) => polygon.map((ring) => ring[1]![0]! - ring[0]![0]!));
    expect(sizes).toEqual([[100, 20], [50], [5]]);
  });

  it('that touch are beside or within one another', () => {
    expect(
      nestRings([square(0, 0, 100), square(0, 0, 20), square(100, 0, 10)]).map(({ length }) => length),
    ).toEqual([2, 1]);
  });
});
