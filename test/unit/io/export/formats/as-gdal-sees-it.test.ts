import { describe, expect, it } from 'vitest';
import type { ExportLayer, ExportOptions } from '../../../../../src/io/export/formats/export-layer';
import { gisWriter, type GisFormat } from '../../../../../src/io/export/formats/writers';
import type { SourceFile } from '../../../../../src/io/import/formats/source-layer';
import { exportOptions, parcelLayer, schoolLayer } from '../../../../builders/export-layers';
import { gdalHere } from '../../../../builders/gdal';
import { HAS_OGR, ogr } from '../../../../builders/ogr';

async function written(
  format: GisFormat,
  layers: readonly ExportLayer[],
  options: ExportOptions,
): Promise<readonly SourceFile[]> {
  const files = await (await gisWriter(format, gdalHere))(layers, options);
  if (!files.ok) throw new Error(JSON.stringify(files.error));
  return files.value.files;
}

/** The sum of the parcels' planar areas, by GDAL from the file that they were made from. */
function areaOf(path: string, layer: string, files: readonly SourceFile[]): number {
  const sql = `SELECT SUM(ST_Area(geometry)) AS area FROM "${layer}"`;
  return Number(
    /area[^=]*= ([\d.]+)/u.exec(
      ogr('ogrinfo', ['-ro', '-q', '-dialect', 'SQLITE', '-sql', sql, path], files),
    )?.[1],
  );
}

/** The sum of the parcels' planar areas, by GDAL from the file that they were made from. */
const TRUE_AREA_M2 = 2_676_083;

describe.skipIf(!HAS_OGR)('exports as ogrinfo sees them (skipped without gdal-bin)', () => {
  it.each(['gb18030', 'utf-8'] as const)('shapefiles in %s', async (encoding) => {
    const files = await written('shapefile', [parcelLayer(4544)], exportOptions(4544, encoding));
    const seen = ogr('ogrinfo', ['-al', '-so', '地块.shp'], files);
    expect(seen).toContain('Layer name: 地块');
    expect(seen).toContain('Feature Count: 1000');
    expect(seen).toContain('ID["EPSG",4544]');
    expect(seen).toMatch(encoding === 'utf-8' ? /^地块编: String/mu : /^地块编号: String/mu);
    expect(ogr('ogrinfo', ['-al', '-q', '地块.shp'], files)).toContain('(String) = 堃安花园1\n');
    expect(areaOf('地块.shp', '地块', files)).toBeCloseTo(TRUE_AREA_M2, 0);
  });

  it('a GeoPackage with several layers and their looks', async () => {
    const layers = [parcelLayer(4490), schoolLayer()];
    const files = await written('geopackage', layers, exportOptions(4490));
    const seen = ogr('ogrinfo', ['-al', '-so', '导出.gpkg'], files);
    for (const part of ['地块', '学校 schools', 'layer_styles'])
      expect(seen).toContain(`Layer name: ${part}`);
    expect(seen).toContain('Geometry: Multi Polygon');
    expect(seen.match(/ID\["EPSG",4490\]/gu)).toHaveLength(2);
    expect(seen).toContain('isPlanned: Integer(Boolean)');
    const styles = ogr('ogrinfo', ['-q', '导出.gpkg', 'layer_styles'], files);
    expect(styles).toContain('f_geometry_column (String) = geom');
    expect(styles).toContain('useAsDefault (Integer(Boolean)) = 1');
    expect(styles).toContain('<category render="true" symbol="0" value="0701"');
  });

  it('KML', async () => {
    const files = await written('kml', [parcelLayer(4490), schoolLayer()], exportOptions(4490));
    const seen = ogr('ogrinfo', ['-al', '-so', '导出.kml'], files);
    expect(seen).toContain('Layer name: 地块');
    expect(seen).toContain('Layer name: 学校 schools');
    expect(seen).toContain('Feature Count: 1000');
  });

  it('a drawing', async () => {
    const files = await written('dxf', [parcelLayer(4544)], exportOptions(4544));
    const seen = ogr('ogrinfo', ['-al', '-q', '导出.dxf'], files);
    expect(seen).toContain('Layer (String) = 地块_0701 二类居住用地');
    expect(seen).toContain('Text (String) = JB-0001');
    expect(seen.match(/Layer \(String\) = 地块_TEXT/gu)).toHaveLength(1000);
  });
});
