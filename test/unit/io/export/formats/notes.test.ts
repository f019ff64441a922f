import type { Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../../../../src/domain/message';
import type { ExportLayer, ExportOptions } from '../../../../../src/io/export/formats/export-layer';
import { hasWords } from '../../../../../src/i18n/translate';
import { fieldsOf } from '../../../../../src/io/import/formats/source-feature';
import { exported } from '../../../../builders/exported';
import { exportOptions } from '../../../../builders/export-layers';

type Values = Readonly<Record<string, string | number | boolean | null | number[]>>;

const AREA: Geometry = {
  type: 'Polygon',
  coordinates: [
    [
      [105.9, 31.5],
      [105.91, 31.5],
      [105.91, 31.51],
      [105.9, 31.5],
    ],
  ],
};
const LINES: Geometry = {
  type: 'MultiLineString',
  coordinates: [
    [
      [105.9, 31.5],
      [105.91, 31.5],
    ],
  ],
};
const HIGH: Geometry = { type: 'Point', coordinates: [105.9, 31.5, 320] };
const FINE: Geometry = { type: 'Point', coordinates: [592075.12345, 3495689.7] };

function layerOf(rows: readonly Values[], geometry: Geometry, name = '地块'): ExportLayer {
  const features = rows.map((properties) => ({ geometry, properties }));
  return { name, fields: fieldsOf(features), features, labelField: null, style: null };
}

async function notesOf(ending: string, layer: ExportLayer, options: Partial<ExportOptions> = {}) {
  const { notes } = await exported(ending, [layer], { ...exportOptions(4490), ...options });
  for (const { code } of notes) {
    for (const language of ['zh', 'en'] as const)
      expect([code, hasWords(language, code)]).toEqual([code, true]);
  }
  return notes;
}

function counted(notes: readonly Message[]): Record<string, unknown> {
  return Object.fromEntries(notes.map(({ code, params }) => [code, params?.count ?? true]));
}

/** What every format holds, but those that hold few attributes. */
const PLAIN: readonly Values[] = [
  { id: 'a', name: '江北小学', far: 2.5, landUse: '0804', households: null },
  { id: 'b', name: null, far: 1, landUse: '0701', households: 12 },
];

describe('what is told of a layer that the format holds', () => {
  it.each(['shp', 'gpkg', 'kml', 'geojson', 'csv', 'xlsx'])('is nothing, of %s', async (ending) => {
    expect(await notesOf(ending, layerOf(PLAIN, AREA))).toEqual([]);
  });

  it('is nothing, of boundary-point text with no other attributes', async () => {
    const texts = PLAIN.map(({ id, name, landUse }) => ({ id, name, landUse }) as Values);
    expect(await notesOf('txt', layerOf(texts, AREA))).toEqual([]);
  });
});

describe('what a format cannot hold is told with its number', () => {
  it.each<[ending: string, rows: Values[], told: Record<string, number>]>([
    ['shp', [{ a: 'x'.repeat(254) }, { a: '多'.repeat(85) }], { 'export-texts-cut': 1 }],
    ['shp', [{ constructionStartYear: 1, name: 'x' }], { 'export-names-shortened': 1 }],
    ['shp', [{ a: '' }, { a: ' x' }, { a: 'x y' }], { 'export-empty-texts': 1, 'export-blanks-trimmed': 1 }],
    ['shp', [{ a: true }, { a: false }, { a: null }], { 'export-booleans-as-numbers': 2 }],
    ['shp', [{ a: 1 / 3 }, { a: 0.1 }, { a: 123456.789 }], { 'export-numbers-rounded': 1 }],
    ['shp', [{ a: 1e21 }, { a: 1e20 }], { 'export-numbers-too-large': 1 }],
    [
      'shp',
      [
        { a: 'x', b: 1 },
        { a: 1, b: 2 },
      ],
      { 'export-types-mixed': 1 },
    ],
    [
      'gpkg',
      [
        { a: 'x', b: 1 },
        { a: true, b: 2 },
      ],
      { 'export-types-mixed': 1 },
    ],
    ['gpkg', [{ a: [1, 2], b: '' }], { 'export-values-as-json': 1 }],
    ['kml', [{ a: [1, 2], b: '' }], { 'export-values-as-json': 1 }],
    ['kml', [{ a: 'x\u0007' }, { a: 'x\ny' }], { 'export-characters-left-out': 1 }],
    ['csv', [{ a: true, b: '12', c: 'x', d: '0804', e: 1.5 }], { 'export-types-lost': 2 }],
    ['csv', [{ a: 1234567890123456 }, { a: 0.1234567890123456 }], { 'export-types-lost': 1 }],
    ['csv', [{ a: '', b: [1] }], { 'export-empty-texts': 1, 'export-values-as-json': 1 }],
    ['xlsx', [{ a: true, b: '12', c: 1234567890123456 }], { 'export-types-lost': 2 }],
    ['xlsx', [{ a: 'x\u0007', b: '' }], { 'export-characters-left-out': 1, 'export-empty-texts': 1 }],
    ['xlsx', [{ a: 'x'.repeat(32_768) }, { a: 'x'.repeat(32_767) }], { 'xlsx-texts-too-long': 1 }],
    ['txt', [{ id: 'a,b' }, { id: 'a b' }, { id: '' }], { 'export-empty-texts': 1, 'txt-texts-changed': 1 }],
    ['txt', [{ id: 5, name: '甲' }], { 'txt-values-as-texts': 1 }],
    ['txt', [{ areaDocM2: 1234.567 }, { areaDocM2: 1234.56 }], { 'export-numbers-rounded': 1 }],
  ])('%s: %j', async (ending, rows, told) => {
    expect(counted(await notesOf(ending, layerOf(rows, AREA)))).toEqual(told);
  });

  it.each([
    ['gb18030', { 'export-rare-characters': 1 }],
    ['utf-8', {}],
  ] as const)('rare characters in %s', async (encoding, told) => {
    const layer = layerOf([{ a: '𠮷' }, { a: '堃' }], AREA);
    expect(counted(await notesOf('shp', layer, { encoding }))).toEqual(told);
  });

  it('fields that have no place in boundary-point text, or that another has taken', async () => {
    const rows = [
      { 地块编号: 'A1', id: 'a', 容积率: 2, 用地性质: '住宅' },
      { 地块编号: null, id: 'b', 容积率: 1, 用地性质: '商业' },
    ];
    const [left, ...others] = await notesOf('txt', layerOf(rows, AREA));
    expect(others).toEqual([]);
    expect(left).toEqual({ code: 'export-fields-left-out', params: { layer: '地块', fields: 'id、容积率' } });
    // Where none is taken twice, both are held.
    const apart = rows.map((row) => (row.地块编号 === null ? row : { ...row, id: null }));
    expect((await notesOf('txt', layerOf(apart, AREA)))[0]?.params?.fields).toBe('容积率');
  });

  it('attributes of a drawing but class and label', async () => {
    const layer = { ...layerOf(PLAIN, AREA), labelField: 'name' };
    expect(counted(await notesOf('dxf', layer))).toEqual({
      'export-attributes-left-out': 4,
      'dxf-without-crs': true,
    });
  });
});

describe('what is told of geometries', () => {
  it.each(['shp', 'gpkg', 'kml', 'dxf', 'txt'])('heights, of %s', async (ending) => {
    expect(counted(await notesOf(ending, layerOf([{ id: 'a' }], HIGH)))).toHaveProperty(
      'export-heights-left-out',
      1,
    );
    expect(counted(await notesOf(ending, layerOf([{ id: 'a' }], AREA)))).not.toHaveProperty(
      'export-heights-left-out',
    );
  });

  it('that lines of one feature stand alone in a drawing', async () => {
    expect(counted(await notesOf('dxf', layerOf([{}], LINES)))).toHaveProperty('dxf-parts-separate', 1);
    expect(counted(await notesOf('dxf', layerOf([{}], AREA)))).not.toHaveProperty('dxf-parts-separate');
  });

  it('that boundary-point text is for areas, and rounds to millimetres', async () => {
    const metres = { crs: { epsg: 4544, wkt: null, isGeographic: false } };
    expect(counted(await notesOf('txt', layerOf([{ id: 'a' }], FINE), metres))).toEqual({
      'txt-not-areas': 1,
      'txt-coordinates-rounded': 1,
    });
    expect(await notesOf('txt', layerOf([{ id: 'a' }], AREA), metres)).toEqual([]);
  });
});

describe('what is told of reference systems', () => {
  const grid = { crs: { epsg: 4544, wkt: null, isGeographic: false } };
  const shifted = { crs: { epsg: null, wkt: null, isGeographic: true } };
  const defined = { crs: { epsg: null, wkt: '+proj=longlat +ellps=GRS80', isGeographic: true } };
  const layer = { ...layerOf([{ id: 'a' }], AREA), labelField: 'id' };

  it.each<[ending: string, options: Partial<ExportOptions>, code: string]>([
    ['geojson', grid, 'geojson-legacy-crs'],
    ['geojson', shifted, 'geojson-claims-wgs84'],
    ['kml', shifted, 'kml-claims-wgs84'],
    ['csv', grid, 'table-without-crs'],
    ['xlsx', shifted, 'table-without-crs'],
    ['dxf', grid, 'dxf-without-crs'],
    ['shp', shifted, 'export-without-crs'],
    ['gpkg', shifted, 'export-without-crs'],
    ['txt', shifted, 'export-without-crs'],
  ])('of %s in %j: %s', async (ending, options, code) => {
    expect((await notesOf(ending, layer, options)).map((note) => note.code)).toEqual([code]);
  });

  it.each(['shp', 'gpkg'])('is nothing where %s has the definition', async (ending) => {
    expect(await notesOf(ending, layer, defined)).toEqual([]);
  });

  it('is told once of a drawing with several layers', async () => {
    const { notes } = await exported('dxf', [layer, { ...layer, name: '道路' }], exportOptions(4490));
    expect(notes.map(({ code }) => code)).toEqual(['dxf-without-crs']);
  });
});

describe('a layer whose name the format does not hold', () => {
  it.each([
    ['gpkg', 'a|b', 'a_b'],
    ['shp', 'a/b', 'a_b'],
    ['xlsx', '一'.repeat(32), '一'.repeat(31)],
  ])('is told of %s', async (ending, name, written) => {
    expect(await notesOf(ending, layerOf([{ id: 'a' }], AREA, name))).toEqual([
      { code: 'export-layer-renamed', params: { layer: name, name: written } },
    ]);
  });
});
