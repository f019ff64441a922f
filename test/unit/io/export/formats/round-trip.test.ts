import { describe, expect, it } from 'vitest';
import type {
  ExportedFiles,
  ExportLayer,
  ExportOptions,
} from '../../../../../src/io/export/formats/export-layer';
import { dxfReader } from '../../../../../src/io/import/formats/dxf/read-dxf';
import { geopackageReader } from '../../../../../src/io/import/formats/geopackage/read-geopackage';
import { readKml } from '../../../../../src/io/import/formats/kml/read-kml';
import { shapefileReader } from '../../../../../src/io/import/formats/shapefile/read-shapefile';
import type {
  SourceFile,
  SourceLayer,
  SourceReader,
} from '../../../../../src/io/import/formats/source-layer';
import { gisWriter, type GisFormat } from '../../../../../src/io/export/formats/writers';
import { exportOptions, parcelLayer, schoolLayer, toLonLat } from '../../../../builders/export-layers';
import { gdalHere } from '../../../../builders/gdal';
import { differenceFromTruth, parcelsOf } from '../../../../builders/interchange';

const FIELDS = ['地块编号', '用地代码', '用地性质', '地块名称', '容积率', '户数'];
const SAME = { unmatched: [], attributes: [] };

async function written(
  format: GisFormat,
  layers: readonly ExportLayer[],
  options: ExportOptions,
): Promise<ExportedFiles> {
  const files = await (await gisWriter(format, gdalHere))(layers, options);
  if (!files.ok) throw new Error(JSON.stringify(files.error));
  return files.value;
}

async function read(reader: SourceReader, files: readonly SourceFile[]): Promise<readonly SourceLayer[]> {
  const layers = await reader(files, {});
  if (!layers.ok) throw new Error(JSON.stringify(layers.error));
  return layers.value;
}

describe('what is written and read again', () => {
  it.each(['gb18030', 'utf-8'] as const)('is the same through shapefiles in %s', async (encoding) => {
    const { files } = await written('shapefile', [parcelLayer(4544)], exportOptions(4544, encoding));
    const [layer] = await read(shapefileReader(gdalHere), files);
    expect(layer).toMatchObject({ name: '地块', count: 1000, encoding: { name: encoding, sure: true } });
    expect(layer?.crs).toMatchObject({ kind: 'wkt', text: expect.stringContaining('CGCS2000') });
    const { metres, ...rest } = differenceFromTruth(layer!, toLonLat(4544), { fields: FIELDS });
    expect(rest).toEqual(SAME);
    expect(metres).toBeLessThan(0.001);
  });

  it('is the same through a GeoPackage, with all layers in one file', async () => {
    const layers = [parcelLayer(4490), schoolLayer()];
    const { files, notes } = await written('geopackage', layers, exportOptions(4490));
    expect(notes).toEqual([{ code: 'export-values-as-json', params: { layer: '学校 schools', count: 1 } }]);
    const [parcels, schools, ...others] = await read(geopackageReader(gdalHere), files);
    expect(others).toEqual([]);
    expect(parcels).toMatchObject({ name: '地块', crs: { kind: 'epsg', text: '4490' } });
    const { metres, ...rest } = differenceFromTruth(parcels!, (x, y) => [x, y], { fields: FIELDS });
    expect(rest).toEqual(SAME);
    expect(metres).toBeLessThan(0.001);
    expect(parcelsOf(schools!.geojson).map(({ properties }) => properties)).toEqual([
      {
        id: 's1',
        name: '江北小学 "A" & <B>',
        isPlanned: true,
        constructionStartYear: 2026,
        constructionFinishYear: null,
        sections: [{ stage: 'primary' }],
      },
      {
        id: 's2',
        name: '𠮷'.repeat(70),
        isPlanned: false,
        constructionStartYear: null,
        constructionFinishYear: 2027,
        sections: null,
      },
    ]);
  });

  it('is the same through KML', async () => {
    const { files } = await written('kml', [parcelLayer(4490), schoolLayer()], exportOptions(4490));
    const [parcels, ...schools] = await read(readKml, files);
    const { metres, ...rest } = differenceFromTruth(parcels!, (x, y) => [x, y], { fields: FIELDS });
    expect(rest).toEqual(SAME);
    expect(metres).toBeLessThan(0.001);
    expect(schools.map(({ name, count }) => ({ name, count }))).toEqual([{ name: '学校 schools', count: 2 }]);
    expect(parcelsOf(schools[0]!.geojson)[0]!.properties).toMatchObject({
      name: '江北小学 "A" & <B>',
      isPlanned: true,
    });
  });

  it('refuses to write metres as KML', async () => {
    expect(await (await gisWriter('kml', gdalHere))([parcelLayer(4544)], exportOptions(4544))).toMatchObject({
      ok: false,
      error: { code: 'kml-wants-degrees' },
    });
  });

  it('keeps shapes, classes and labels in a drawing', async () => {
    const { files, notes } = await written('dxf', [parcelLayer(4544)], exportOptions(4544));
    expect(notes.map(({ code }) => code)).toEqual(['export-attributes-left-out', 'dxf-without-crs']);
    const [areas, texts, ...others] = await read(dxfReader(gdalHere), files);
    expect(others).toEqual([]);
    expect(areas).toMatchObject({ count: 1000, encoding: { name: 'gb18030', sure: true } });
    expect(texts).toMatchObject({ count: 1000 });
    const { metres, ...rest } = differenceFromTruth(areas!, toLonLat(4544), {
      names: { Text: '地块编号' },
      fields: ['地块编号'],
    });
    expect(rest).toEqual(SAME);
    expect(metres).toBeLessThan(0.001);
    const layers = new Set(parcelsOf(areas!.geojson).map(({ properties }) => properties.Layer));
    expect(layers).toEqual(new Set(['地块_0701 二类居住用地', '地块_其他']));
  });

  it('tells what shapefiles cannot hold', async () => {
    const { files, notes } = await written('shapefile', [schoolLayer()], exportOptions(4490, 'gb18030'));
    expect(files.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['学校 schools_point.shp', '学校 schools_polygon.dbf', 'fields.csv']),
    );
    expect(notes).toEqual([
      { code: 'export-split-by-geometry', params: { layer: '学校 schools', count: 2 } },
      { code: 'export-names-shortened', params: { layer: '学校 schools', count: 2 } },
      { code: 'export-texts-cut', params: { layer: '学校 schools', count: 1 } },
      { code: 'export-rare-characters', params: { layer: '学校 schools', count: 1 } },
      { code: 'export-booleans-as-numbers', params: { layer: '学校 schools', count: 2 } },
    ]);
    const aliases = files.find(({ name }) => name === 'fields.csv');
    expect(new TextDecoder().decode(aliases!.bytes)).toContain(
      '学校 schools_point,construc_1,constructionFinishYear,number',
    );
    const [points, areas] = await read(shapefileReader(gdalHere), files);
    expect(parcelsOf(points!.geojson)[0]!.properties).toMatchObject({
      id: 's1',
      name: '江北小学 "A" & <B>',
      constructionStartYear: 2026,
      constructionFinishYear: null,
    });
    expect(points!.fields.map(({ name }) => name)).toContain('constructionFinishYear');
    expect(parcelsOf(areas!.geojson)[0]!.properties.name).toBe('𠮷'.repeat(63));
  });
});
