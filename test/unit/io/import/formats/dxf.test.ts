import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { encodeGbk } from '../../../../../src/io/export/formats/gbk';
import { dxfReader } from '../../../../../src/io/import/formats/dxf/read-dxf';
import type { SourceLayer } from '../../../../../src/io/import/formats/source-layer';
import { gdalHere } from '../../../../builders/gdal';
import { parcelsOf } from '../../../../builders/interchange';

type Pair = readonly [code: number, value: string | number];

const pairs = (...list: Pair[]) => list.map(([code, value]) => `${code}\n${value}\n`).join('');
const section = (name: string, body: string) =>
  pairs([0, 'SECTION'], [2, name]) + body + pairs([0, 'ENDSEC']);
const corners = (ring: readonly (readonly [number, number])[]) =>
  ring.flatMap(([x, y]): Pair[] => [
    [10, x],
    [20, y],
  ]);
const square = (x: number, y: number, size: number) =>
  [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
  ] as const;
const polyline = (layer: string, ring: readonly (readonly [number, number])[], isClosed = true) =>
  pairs([0, 'LWPOLYLINE'], [8, layer], [90, ring.length], [70, isClosed ? 1 : 0], ...corners(ring));
const text = (layer: string, x: number, y: number, value: string) =>
  pairs([0, 'TEXT'], [8, layer], [10, x], [20, y], [40, 1], [1, value]);
const hatch = (layer: string, ...rings: (readonly (readonly [number, number])[])[]) =>
  pairs(
    [0, 'HATCH'],
    [8, layer],
    [10, 0],
    [20, 0],
    [30, 0],
    [210, 0],
    [220, 0],
    [230, 1],
    [2, 'SOLID'],
    [70, 1],
    [71, 0],
    [91, rings.length],
    ...rings.flatMap((ring): Pair[] => [
      [92, 3],
      [72, 0],
      [73, 1],
      [93, ring.length],
      ...corners(ring),
      [97, 0],
    ]),
    [75, 0],
    [76, 1],
    [98, 0],
  );

interface Header {
  readonly version?: string;
  readonly codePage?: string;
  readonly blocks?: string;
}

function drawing(
  entities: string,
  { version = 'AC1015', codePage = 'ANSI_936', blocks = '' }: Header = {},
): string {
  const variables = pairs([9, '$ACADVER'], [1, version], [9, '$DWGCODEPAGE'], [3, codePage]);
  return (
    section('HEADER', variables) +
    section('BLOCKS', blocks) +
    section('ENTITIES', entities) +
    pairs([0, 'EOF'])
  );
}

const gbk = (dxf: string) => encodeGbk(dxf, () => '?');

async function layersOf(bytes: Uint8Array): Promise<Record<string, SourceLayer>> {
  const read = await dxfReader(gdalHere)([{ name: '图/规划.dxf', bytes }], {});
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return Object.fromEntries(read.value.map((layer) => [layer.name.replace('规划 ', ''), layer]));
}

async function areasOf(bytes: Uint8Array) {
  const { Polygon: areas } = await layersOf(bytes);
  return parcelsOf(areas!.geojson).map(({ geometry, properties }) => ({
    type: geometry!.type,
    ...properties,
  }));
}

describe('dxfReader', () => {
  it('takes closed polylines for areas, also those that end where they began, and open ones for lines', async () => {
    const ring = square(0, 0, 10);
    const layers = await layersOf(
      gbk(
        drawing(
          polyline('R2', ring) + polyline('R2', [...ring, ring[0]], false) + polyline('红线', ring, false),
        ),
      ),
    );
    expect(Object.keys(layers)).toEqual(['Polygon', 'LineString']);
    expect(layers.Polygon).toMatchObject({
      count: 2,
      crs: { kind: 'none' },
      fields: [{ name: 'Layer', type: 'text' }],
    });
    expect(parcelsOf(layers.LineString!.geojson)[0]!.properties).toEqual({ Layer: '红线' });
  });

  it('gives the smallest area around a text the text, several from the top down', async () => {
    const dxf = drawing(
      polyline('大', square(0, 0, 100)) +
        polyline('小', square(10, 10, 20)) +
        text('注', 12, 12, '下') +
        text('注', 12, 20, '上') +
        text('注', 80, 80, '外') +
        text('注', 500, 500, '远'),
    );
    expect(await areasOf(gbk(dxf))).toEqual([
      { type: 'Polygon', Layer: '大', Text: '外' },
      { type: 'Polygon', Layer: '小', Text: '上\n下' },
    ]);
  });

  it('takes a hatch and its outlines for one area, with holes and parts as they lie', async () => {
    const [outer, hole, other] = [square(0, 0, 10), square(2, 2, 4), square(20, 0, 5)];
    const dxf = drawing(
      polyline('绿地', outer) +
        polyline('绿地', hole) +
        hatch('绿地', outer, hole, other) +
        polyline('水域', other),
    );
    const { Polygon: areas } = await layersOf(gbk(dxf));
    const [green, water, ...others] = parcelsOf(areas!.geojson);
    expect(others).toEqual([]);
    expect(green!.properties).toEqual({ Layer: '绿地' });
    expect(green!.geometry).toMatchObject({
      type: 'MultiPolygon',
      coordinates: [[{ length: 5 }, { length: 5 }], [{ length: 5 }]],
    });
    expect(water).toMatchObject({ geometry: { type: 'Polygon' }, properties: { Layer: '水域' } });
  });

  it('takes blocks apart, on the layer where they were put', async () => {
    const blocks =
      pairs([0, 'BLOCK'], [8, '0'], [2, '校舍'], [70, 0], [10, 0], [20, 0], [30, 0]) +
      polyline('0', square(0, 0, 10)) +
      text('0', 5, 5, '楼') +
      pairs([0, 'ENDBLK'], [8, '0']);
    const insert = pairs([0, 'INSERT'], [8, '建筑'], [2, '校舍'], [10, 100], [20, 100], [41, 2], [42, 2]);
    const { Polygon: areas } = await layersOf(gbk(drawing(insert, { blocks })));
    const [area] = parcelsOf(areas!.geojson);
    expect(area!.properties).toEqual({ Layer: '建筑', Text: '楼' });
    expect(area!.geometry).toMatchObject({
      coordinates: [
        [
          [100, 100],
          [120, 100],
          [120, 120],
          [100, 120],
          [100, 100],
        ],
      ],
    });
  });

  it('reads Chinese whatever the header says', async () => {
    const dxf = (header: Header) =>
      drawing(polyline('二类居住用地', square(0, 0, 10)) + text('注记', 5, 5, '江北小学'), header);
    const utf8 = (content: string) => new TextEncoder().encode(content);
    const wanted = [{ type: 'Polygon', Layer: '二类居住用地', Text: '江北小学' }];
    expect(await areasOf(gbk(dxf({})))).toEqual(wanted);
    expect(await areasOf(gbk(dxf({ codePage: 'ANSI_1252' })))).toEqual(wanted);
    expect(await areasOf(utf8(dxf({ version: 'AC1027' })))).toEqual(wanted);
    expect(await areasOf(gbk(dxf({ version: 'AC1027' })))).toEqual(wanted);
    expect(await areasOf(utf8(dxf({ codePage: 'ANSI_1252' })))).toEqual(wanted);
    expect(
      await areasOf(utf8(drawing(polyline('R2', square(0, 0, 10)) + text('0', 5, 5, '\\U+6C5F\\U+5317')))),
    ).toEqual([{ type: 'Polygon', Layer: 'R2', Text: '江北' }]);
  });

  it('keeps arcs to the millimetre', async () => {
    const circle = pairs(
      [0, 'LWPOLYLINE'],
      [8, '0'],
      [90, 2],
      [70, 1],
      [10, 0],
      [20, 0],
      [42, 1],
      [10, 100],
      [20, 0],
      [42, 1],
    );
    const { Polygon: areas } = await layersOf(gbk(drawing(circle)));
    const [area] = parcelsOf(areas!.geojson);
    const ring = (area!.geometry as Polygon).coordinates[0]! as [number, number][];
    const middles = ring
      .slice(1)
      .map(([x, y], at) => Math.hypot((x + ring[at]![0]) / 2 - 50, (y + ring[at]![1]) / 2));
    expect(Math.min(...middles)).toBeGreaterThan(49.999);
  });

  it('refuses a binary drawing and one without shapes', async () => {
    const binary = new TextEncoder().encode('AutoCAD Binary DXF\r\n\u001a\u0000');
    expect(await dxfReader(gdalHere)([{ name: 'a.dxf', bytes: binary }], {})).toMatchObject({
      error: { code: 'dxf-binary' },
    });
    expect(await dxfReader(gdalHere)([{ name: 'a.dxf', bytes: gbk(drawing('')) }], {})).toMatchObject({
      error: { code: 'no-features' },
    });
  });
});
