import { describe, expect, it } from 'vitest';
import { epsgCrs } from '../../../../../src/geo/crs/crs';
import { crsOfDefinition } from '../../../../../src/geo/crs/definition';
import { reprojection } from '../../../../../src/geo/crs/reprojection';
import { dxfReader } from '../../../../../src/io/import/formats/dxf/read-dxf';
import { flatgeobufReader } from '../../../../../src/io/import/formats/flatgeobuf/read-flatgeobuf-source';
import { geodatabaseReader } from '../../../../../src/io/import/formats/geodatabase/read-geodatabase';
import { geopackageReader } from '../../../../../src/io/import/formats/geopackage/read-geopackage';
import { readKml } from '../../../../../src/io/import/formats/kml/read-kml';
import { recognise } from '../../../../../src/io/import/formats/recognise/recognise';
import { shapefileReader } from '../../../../../src/io/import/formats/shapefile/read-shapefile';
import type {
  CrsHint,
  SourceFile,
  SourceLayer,
  SourceReader,
} from '../../../../../src/io/import/formats/source-layer';
import { gdalHere } from '../../../../builders/gdal';
import {
  CUT_NAMES,
  differenceFromTruth,
  interchangeFile,
  interchangeZip,
} from '../../../../builders/interchange';

const FIELDS = ['地块编号', '用地代码', '用地性质', '地块名称', '容积率', '户数'];
const CENTIMETRE = 0.01;

async function layersOf(reader: SourceReader, files: readonly SourceFile[]): Promise<readonly SourceLayer[]> {
  const read = await reader(files, {});
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

/** The way to longitude and latitude that the file itself tells. */
function placing(hint: CrsHint) {
  const crs =
    hint.kind === 'wkt' ? crsOfDefinition(hint.text) : hint.kind === 'epsg' && epsgCrs(Number(hint.text));
  const way = crs ? reprojection(crs) : null;
  if (!way?.ok) throw new Error(`no way from ${JSON.stringify(hint)}`);
  return way.value.toLonLat;
}

const SAME = { unmatched: [], attributes: [] };

describe('the interchange set', () => {
  it.each([
    { name: 'gbk-4523.zip', files: () => interchangeZip('gbk-4523.zip'), names: {}, encoding: 'gb18030' },
    {
      name: 'utf8-4544.zip',
      files: () => interchangeZip('utf8-4544.zip'),
      names: CUT_NAMES,
      encoding: 'utf-8',
    },
  ])('comes out of the shapefile $name', async ({ files, names, encoding }) => {
    const [layer] = await layersOf(shapefileReader(gdalHere), files());
    expect(layer).toMatchObject({
      format: 'shapefile',
      count: 1000,
      encoding: { name: encoding, sure: true },
      notes: [],
    });
    const { metres, ...rest } = differenceFromTruth(layer!, placing(layer!.crs), { names, fields: FIELDS });
    expect(rest).toEqual(SAME);
    expect(metres).toBeLessThan(CENTIMETRE);
  });

  it('comes out of the file geodatabase gdb-4523.zip, without the class that is empty', async () => {
    const [set] = recognise([interchangeFile('gdb-4523.zip')]).sets;
    expect(set).toMatchObject({ format: 'geodatabase', name: 'gdb-4523.zip' });
    const [layer, ...others] = await layersOf(geodatabaseReader(gdalHere), set!.files);
    expect(others).toEqual([]);
    expect(layer).toMatchObject({ format: 'geodatabase', name: '地块', count: 1000, notes: [] });
    const { metres, ...rest } = differenceFromTruth(layer!, placing(layer!.crs), { fields: FIELDS });
    expect(rest).toEqual(SAME);
    expect(metres).toBeLessThan(CENTIMETRE);
  });

  it.each([
    { name: '4490.gpkg.gz', reader: geopackageReader(gdalHere), layerName: '地块', epsg: '4490' },
    { name: '4490.fgb.gz', reader: flatgeobufReader(gdalHere), layerName: 'parcels', epsg: '4490' },
    { name: 'parcels.kml.gz', reader: readKml, layerName: 'parcels', epsg: '4326' },
  ])('comes out of $name', async ({ name, reader, layerName, epsg }) => {
    const [layer, ...others] = await layersOf(reader, [interchangeFile(name)]);
    expect(others).toEqual([]);
    expect(layer).toMatchObject({
      name: layerName,
      count: 1000,
      crs: { kind: 'epsg', text: epsg },
      notes: [],
    });
    const { metres, ...rest } = differenceFromTruth(layer!, (x, y) => [x, y], { fields: FIELDS });
    expect(rest).toEqual(SAME);
    expect(metres).toBeLessThan(CENTIMETRE);
  });

  it('comes out of a drawing, with the number of each parcel and its land use from the layer', async () => {
    const [areas, points, ...others] = await layersOf(dxfReader(gdalHere), [
      interchangeFile('gbk-4544.dxf.gz'),
    ]);
    expect(others).toEqual([]);
    expect(areas).toMatchObject({
      count: 1000,
      crs: { kind: 'none' },
      encoding: { name: 'gb18030', sure: true },
    });
    expect(points).toMatchObject({ count: 1000 });
    const { metres, ...rest } = differenceFromTruth(areas!, placing({ kind: 'epsg', text: '4544' }), {
      names: { Text: '地块编号' },
      fields: ['地块编号'],
    });
    expect(rest).toEqual(SAME);
    expect(metres).toBeLessThan(CENTIMETRE);
    expect(new TextDecoder().decode(areas!.geojson)).toContain('"Layer":"0701 二类居住用地"');
  });
});
