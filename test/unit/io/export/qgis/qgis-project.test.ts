import type { Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import type {
  ExportedFiles,
  ExportLayer,
  ExportOptions,
  WrittenLayer,
} from '../../../../../src/io/export/formats/export-layer';
import { kindsOf } from '../../../../../src/io/export/formats/geometry-kind';
import { qmlStyle } from '../../../../../src/io/export/formats/qml-style';
import { writeGeojson } from '../../../../../src/io/export/formats/geojson/write-geojson';
import { gisWriter } from '../../../../../src/io/export/formats/writers';
import { qgisProject } from '../../../../../src/io/export/qgis/qgis-project';
import { withQgisProject } from '../../../../../src/io/export/qgis/with-qgis-project';
import { unpack } from '../../../../../src/io/project/zip-source';
import { exportOptions, parcelLayer, schoolLayer } from '../../../../builders/export-layers';
import { gdalHere } from '../../../../builders/gdal';
import { elementsAt, textsAt, xmlTree, type XmlElement } from '../../../../builders/xml-tree';

const WEST_SOUTH = [105.9, 31.5];
const EAST_NORTH = [106, 31.6];
const SHAPES = {
  Point: { type: 'Point', coordinates: [105.97, 31.58] },
  LineString: { type: 'LineString', coordinates: [WEST_SOUTH, EAST_NORTH] },
  MultiPolygon: { type: 'MultiPolygon', coordinates: [[[WEST_SOUTH, [106, 31.5], EAST_NORTH, WEST_SOUTH]]] },
} as const satisfies Record<string, Geometry>;

function layerOf(name: string, ...types: (keyof typeof SHAPES)[]): ExportLayer {
  return {
    name,
    fields: [{ name: 'name', type: 'text' }],
    features: types.map((type) => ({ geometry: SHAPES[type], properties: { name: 'x' } })),
    labelField: null,
    style: null,
  };
}

/** As a writer of one file with a table for each layer tells it. */
function inTables(layers: readonly ExportLayer[]): WrittenLayer[] {
  return layers.flatMap((layer) =>
    kindsOf(layer.features).map((kind) => ({
      layer,
      kind,
      file: '导出.gpkg',
      table: layer.name,
      nameOf: (field: string) => field,
    })),
  );
}

function opened(bytes: Uint8Array): XmlElement {
  const files = unpack(bytes, 'x.qgz');
  if (!files.ok) throw new Error(files.error.code);
  expect([...files.value.keys()]).toEqual([expect.stringMatching(/\.qgs$/u)]);
  return xmlTree(new TextDecoder().decode([...files.value.values()][0]));
}

function project(layers: readonly WrittenLayer[], options: ExportOptions = exportOptions(4490)): XmlElement {
  return opened(qgisProject(layers, options));
}

function named(root: XmlElement, path: string, attribute: string): (string | undefined)[] {
  return elementsAt(root, path).map(({ attributes }) => attributes[attribute]);
}

describe('a project for QGIS', () => {
  it('has what QGIS looks for, with each layer of the tree among its layers', () => {
    const root = project(inTables([parcelLayer(4490), schoolLayer()]));
    expect(root.name).toBe('qgis');
    expect(textsAt(root, 'title')).toEqual(['导出']);
    expect(textsAt(root, 'properties/Paths/Absolute')).toEqual(['false']);
    expect(textsAt(root, 'properties/SpatialRefSys/ProjectionsEnabled')).toEqual(['1']);
    expect(textsAt(root, 'properties/Measure/Ellipsoid')).toEqual(['EPSG:1024']);
    const ids = named(root, 'layer-tree-group/layer-tree-layer', 'id');
    expect(textsAt(root, 'projectlayers/maplayer/id')).toEqual(ids);
    expect(new Set(ids).size).toBe(3);
    // Shorter ones QGIS replaces by its own.
    for (const id of ids) expect(id!.length).toBeGreaterThan(10);
    expect(textsAt(root, 'projectlayers/maplayer/datasource')).toEqual(
      named(root, 'layer-tree-group/layer-tree-layer', 'source'),
    );
  });

  it('draws points over lines over areas, and what is given later over what comes before', () => {
    const layers = ['甲', '乙'].map((name) => layerOf(name, 'MultiPolygon', 'Point', 'LineString'));
    const root = project(inTables([...layers, layerOf('丙', 'Point'), layerOf('丁', 'MultiPolygon')]));
    expect(named(root, 'layer-tree-group/layer-tree-layer', 'name')).toEqual([
      ...['丙', '乙 点', '甲 点'],
      ...['乙 线', '甲 线'],
      ...['丁', '乙 面', '甲 面'],
    ]);
  });

  it('finds tables in the file beside it, and tells apart the kinds of geometry in one', () => {
    const root = project(inTables([layerOf('单', 'Point'), layerOf('混', 'Point', 'MultiPolygon')]));
    expect(textsAt(root, 'projectlayers/maplayer/datasource')).toEqual([
      './导出.gpkg|layername=混|geometrytype=Point',
      './导出.gpkg|layername=单',
      './导出.gpkg|layername=混|geometrytype=Polygon',
    ]);
    expect(named(root, 'projectlayers/maplayer', 'geometry')).toEqual(['Point', 'Point', 'Polygon']);
  });

  it('says the kinds in English, too', () => {
    const options = { ...exportOptions(4490), language: 'en' as const };
    const root = project(inTables([layerOf('a', 'Point', 'MultiPolygon')]), options);
    expect(named(root, 'layer-tree-group/layer-tree-layer', 'name')).toEqual(['a points', 'a areas']);
  });

  it('draws as the style does that is written elsewhere', () => {
    const layer = parcelLayer(4490);
    const written = inTables([layer]);
    const own = xmlTree(qmlStyle(layer.style!, layer.labelField, kindsOf(layer.features)));
    const [drawn] = elementsAt(project(written), 'projectlayers/maplayer');
    for (const part of ['renderer-v2', 'labeling'])
      expect(elementsAt(drawn!, part)).toEqual(elementsAt(own, part));
    expect(named(drawn!, 'renderer-v2/categories/category', 'value')).toEqual(['0701', '']);
    expect(drawn!.attributes.labelsEnabled).toBe('1');
  });

  it('keeps no label away by what other layers cover, and labels no area too small for it', () => {
    const layers = ['Point', 'MultiPolygon'] as const;
    const labelled = layers.map((type) => ({ ...layerOf(type, type), labelField: 'name' }));
    const root = project(inTables(labelled));
    const path = 'projectlayers/maplayer/labeling/settings/rendering';
    expect(named(root, path, 'obstacle')).toEqual(['0', '0']);
    expect(named(root, path, 'minFeatureSize')).toEqual(['0', '6']);
  });

  it('draws a layer that has no looks of its own, without labels where there are none', () => {
    const [drawn] = elementsAt(project(inTables([layerOf('甲', 'Point')])), 'projectlayers/maplayer');
    expect(named(drawn!, 'renderer-v2', 'type')).toEqual(['singleSymbol']);
    expect(elementsAt(drawn!, 'labeling')).toEqual([]);
    expect(drawn!.attributes.labelsEnabled).toBe('0');
    expect(elementsAt(drawn!, 'aliases')).toEqual([]);
  });

  it('goes by the written names of fields, and shows the full ones or words', () => {
    const layer = { ...parcelLayer(4490), aliases: { 户数: '居民户数' } };
    const short: Record<string, string> = { 用地代码: '用地代', 地块编号: '地块编' };
    const written = inTables([layer]).map((one) => ({
      ...one,
      table: null,
      nameOf: (field: string) => short[field] ?? field,
    }));
    const [drawn] = elementsAt(project(written), 'projectlayers/maplayer');
    expect(named(drawn!, 'renderer-v2', 'attr')).toEqual(['用地代']);
    expect(named(drawn!, 'labeling/settings/text-style', 'fieldName')).toEqual(['地块编']);
    expect(named(drawn!, 'aliases/alias', 'field')).toEqual(['地块编', '用地代', '户数']);
    expect(named(drawn!, 'aliases/alias', 'name')).toEqual(['地块编号', '用地代码', '居民户数']);
  });

  it('bears names with signs of XML', () => {
    const root = project(inTables([layerOf(`<"甲" & 'B'>`, 'Point')]), {
      ...exportOptions(4490),
      name: '<a> & "b"',
    });
    expect(textsAt(root, 'title')).toEqual(['<a> & "b"']);
    expect(textsAt(root, 'projectlayers/maplayer/layername')).toEqual([`<"甲" & 'B'>`]);
  });

  it('is the same bytes for the same layers', () => {
    const make = () => qgisProject(inTables([schoolLayer()]), exportOptions(4490));
    expect(make()).toEqual(make());
  });
});

describe('the reference system of a project', () => {
  const one = inTables([layerOf('甲', 'Point')]);
  const system = (crs: ExportOptions['crs'], member: string) => {
    const root = project(one, { ...exportOptions(4490), crs });
    const said = textsAt(root, `projectCrs/spatialrefsys/${member}`);
    expect(textsAt(root, `mapcanvas/destinationsrs/spatialrefsys/${member}`)).toEqual(said);
    expect(textsAt(root, `projectlayers/maplayer/srs/spatialrefsys/${member}`)).toEqual(said);
    return said[0];
  };

  it('is that of the export, by its code', () => {
    const crs = { epsg: 4544, wkt: null, isGeographic: false };
    expect(system(crs, 'authid')).toBe('EPSG:4544');
    expect(system(crs, 'geographicflag')).toBe('false');
    // QGIS looks at the code only where this is a number of its own list: above 0 and below 100000.
    expect(Number(system(crs, 'srsid'))).toBeGreaterThan(0);
    expect(textsAt(project(one, { ...exportOptions(4544), crs }), 'mapcanvas/units')).toEqual(['meters']);
  });

  it('is its definition where it has no code', () => {
    const wkt = 'PROJCS["本地",GEOGCS["a"]]';
    expect(system({ epsg: null, wkt, isGeographic: false }, 'wkt')).toBe(wkt);
    expect(system({ epsg: null, wkt, isGeographic: false }, 'srsid')).toBe('0');
    const proj = '+proj=tmerc +lon_0=105.5';
    expect(system({ epsg: null, wkt: proj, isGeographic: false }, 'proj4')).toBe(proj);
    expect(system({ epsg: null, wkt: proj, isGeographic: false }, 'wkt')).toBe('');
  });

  it('is left open where neither is known', () => {
    const crs = { epsg: null, wkt: null, isGeographic: false };
    expect([system(crs, 'authid'), system(crs, 'wkt'), system(crs, 'proj4')]).toEqual(['', '', '']);
  });
});

describe('the first picture of a project', () => {
  const box = (layers: readonly ExportLayer[]) => {
    const root = project(inTables(layers));
    return ['xmin', 'ymin', 'xmax', 'ymax'].map((side) =>
      Number(textsAt(root, `mapcanvas/extent/${side}`)[0]),
    );
  };

  it('has all layers in it', () => {
    const [west, south, east, north] = box([layerOf('甲', 'LineString'), layerOf('乙', 'Point')]);
    expect(west).toBeCloseTo(105.895, 9);
    expect(south).toBeCloseTo(31.495, 9);
    expect(east).toBeCloseTo(106.005, 9);
    expect(north).toBeCloseTo(31.605, 9);
  });

  it('is not a mere point', () => {
    const [west = 0, , east = 0] = box([layerOf('甲', 'Point')]);
    expect(east - west).toBeGreaterThan(1e-5);
    expect(east - west).toBeLessThan(0.01);
  });
});

describe('files with a project beside them', () => {
  const options = exportOptions(4490);
  const written = async (format: 'shapefile' | 'geopackage' | 'kml'): Promise<ExportedFiles> => {
    const files = await (await gisWriter(format, gdalHere))([parcelLayer(4490), schoolLayer()], options);
    if (!files.ok) throw new Error(files.error.code);
    return files.value;
  };
  const names = ({ files }: Pick<ExportedFiles, 'files'>) => files.map(({ name }) => name);

  it('is beside a GeoPackage', async () => {
    const { files } = withQgisProject(await written('geopackage'), options);
    expect(names({ files })).toEqual(['导出.gpkg', '导出.qgz']);
    expect(textsAt(opened(files[1]!.bytes), 'projectlayers/maplayer/datasource')).toEqual([
      './导出.gpkg|layername=学校 schools|geometrytype=Point',
      './导出.gpkg|layername=学校 schools|geometrytype=Polygon',
      './导出.gpkg|layername=地块',
    ]);
  });

  it('is beside shapefiles, with their names', async () => {
    const { files } = withQgisProject(await written('shapefile'), options);
    const root = opened(files.find(({ name }) => name === '导出.qgz')!.bytes);
    const sources = textsAt(root, 'projectlayers/maplayer/datasource');
    expect(sources).toEqual(['./学校 schools_point.shp', './学校 schools_polygon.shp', './地块.shp']);
    for (const source of sources) expect(names({ files })).toContain(source.slice(2));
  });

  it('is beside GeoJSON with a style for each file that has looks', async () => {
    const geojson = await writeGeojson([parcelLayer(4490), schoolLayer()], options);
    if (!geojson.ok) throw new Error(geojson.error.code);
    const { files } = withQgisProject(geojson.value, options);
    expect(names({ files })).toEqual(['地块.geojson', '学校 schools.geojson', '地块.qml', '导出.qgz']);
    const style = xmlTree(new TextDecoder().decode(files[2]!.bytes));
    expect(named(style, 'renderer-v2', 'attr')).toEqual(['用地代码']);
  });

  it('is not made for formats that QGIS does not open as they are', async () => {
    expect(names(withQgisProject(await written('kml'), options))).toEqual(['导出.kml']);
  });
});
