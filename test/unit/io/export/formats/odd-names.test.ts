import { describe, expect, it } from 'vitest';
import type { ExportLayer } from '../../../../../src/io/export/formats/export-layer';
import { fileName } from '../../../../../src/io/export/formats/file-name';
import { withQgisProject } from '../../../../../src/io/export/qgis/with-qgis-project';
import { exported, readAgain } from '../../../../builders/exported';
import { exportOptions } from '../../../../builders/export-layers';
import { HAS_OGR, ogr } from '../../../../builders/ogr';

const NAMES = [
  'a/b\\c:d*e?f"g<h>i|j',
  `单'引号"双`,
  '有.点.的',
  '地块',
  '地块',
  '一'.repeat(31),
  '一'.repeat(90),
  'gpkg_a',
  'A;B[c],d',
  ' 两端空 ',
  '%20#é %s',
  'con',
  '',
];
const OPTIONS = { ...exportOptions(4490), name: '导出 “一”/二 𠮷' };
const ENDINGS = ['shp', 'gpkg', 'kml', 'geojson', 'csv', 'xlsx', 'txt', 'dxf'] as const;

/** A square, in a place of its own by its number. */
function square(number: number): ExportLayer['features'] {
  const west = 105.9 + number / 1000;
  const ring = [
    [west, 31.5],
    [west + 0.0005, 31.5],
    [west + 0.0005, 31.5005],
    [west, 31.5005],
    [west, 31.5],
  ];
  return [{ geometry: { type: 'Polygon', coordinates: [ring] }, properties: { 地块编号: `D${number}` } }];
}

const LAYERS = NAMES.map((name, number): ExportLayer => ({
  name,
  fields: [{ name: '地块编号', type: 'text' }],
  features: square(number),
  labelField: '地块编号',
  style: null,
}));

describe('layers with names that are hard to write', () => {
  it.each(ENDINGS)('are all written as %s, and read again', async (ending) => {
    const { files } = await exported(ending, LAYERS, OPTIONS);
    for (const { name } of files) {
      expect(name).not.toMatch(/[\\/:*?"<>|]/u);
      expect(new TextEncoder().encode(name).length).toBeLessThan(255);
    }
    expect(new Set(files.map(({ name }) => name.toLowerCase())).size).toBe(files.length);
    const read = await readAgain(files);
    const count = read
      .filter(({ geojson }) => new TextDecoder().decode(geojson).includes('"Polygon"'))
      .reduce((sum, layer) => sum + layer.count, 0);
    expect(count).toBe(NAMES.length);
  });

  it.skipIf(!HAS_OGR).each<[ending: string, open: string[], layers: number]>([
    ['shp', ['.'], NAMES.length],
    ['gpkg', ['导出 “一”_二 𠮷.gpkg'], NAMES.length],
    ['kml', ['导出 “一”_二 𠮷.kml'], NAMES.length],
    ['xlsx', ['导出 “一”_二 𠮷.xlsx'], NAMES.length],
    ['dxf', ['导出 “一”_二 𠮷.dxf'], NAMES.length],
    ['geojson', ['a_b_c_d_e_f_g_h_i_j.geojson'], 1],
    ['csv', ['a_b_c_d_e_f_g_h_i_j.csv'], 1],
  ])('are opened by GDAL as %s (skipped without gdal-bin)', async (ending, open, layers) => {
    const { files } = await exported(ending, LAYERS, OPTIONS);
    // A folder is one data set only where all in it is of one format.
    const alone = files.filter(({ name }) => name !== 'fields.csv');
    const seen = ogr('ogrinfo', ['-ro', '-al', ...open], alone);
    for (let number = 0; number < layers; number++) expect(seen).toContain(`= D${number}\n`);
  });

  it('have files that Windows takes', () => {
    expect(['con', 'COM1.a', 'con_', 'console', 'a/b', '..', '𠮷'.repeat(100)].map(fileName)).toEqual([
      ...['_con', '_COM1.a', 'con_', 'console', 'a_b', '_', '𠮷'.repeat(50)],
    ]);
  });

  it('have projects of QGIS whose sources are those files and tables', async () => {
    for (const ending of ['gpkg', 'shp', 'geojson']) {
      const written = await exported(ending, LAYERS, OPTIONS);
      const names = written.files.map(({ name }) => name);
      for (const { file, table } of written.layers!) {
        expect(names).toContain(file);
        // QGIS takes it for the end of a name.
        expect(`${file}${table}`).not.toContain('|');
      }
      expect(withQgisProject(written, OPTIONS).files).toHaveLength(names.length + 1);
    }
  });
});
