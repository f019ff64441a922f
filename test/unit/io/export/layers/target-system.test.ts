import { describe, expect, it } from 'vitest';
import { epsgCrs, LON_LAT, type Crs } from '../../../../../src/geo/crs/crs';
import { reprojection } from '../../../../../src/geo/crs/reprojection';
import { gisWriter } from '../../../../../src/io/export/formats/writers';
import { exportLayerOf } from '../../../../../src/io/export/layers/export-layer-of';
import { targetSystem } from '../../../../../src/io/export/layers/target-system';
import { gdalHere } from '../../../../builders/gdal';
import { HAS_OGR, ogr } from '../../../../builders/ogr';

const GRID = {
  kind: 'local-grid',
  grid: {
    datum: 'cgcs2000',
    centralMeridian: 106,
    heightM: 350,
    falseEastingM: 500_000,
    falseNorthingM: -3_000_000,
  },
} as const;
const at = (lon: number, lat: number) => ({
  id: 'a',
  geometry: { type: 'Point' as const, coordinates: [lon, lat] },
  properties: { id: 'a' },
});

function targetOf(crs: Crs) {
  const target = targetSystem(crs);
  if (!target.ok) throw new Error(target.error);
  return target.value;
}

const OPTIONS = { encoding: 'utf-8', language: 'zh', name: 'a' } as const;

describe('targetSystem', () => {
  it('leaves degrees as they are', () => {
    const { fromLonLat, exportCrs } = targetOf(LON_LAT);
    expect(fromLonLat).toBeNull();
    expect(exportCrs).toEqual({ epsg: 4490, wkt: null, isGeographic: true });
  });

  it('asks for the parameters of an older datum', () => {
    expect(targetSystem(epsgCrs(2370))).toEqual({ ok: false, error: 'needs-parameters' });
    expect(targetSystem(epsgCrs(1))).toEqual({ ok: false, error: 'unknown' });
  });

  it('leaves out what the system does not hold', () => {
    const features = [at(106, 31.6), at(106, Infinity)];
    const { count, leftOut } = exportLayerOf(
      { layer: 'schools', name: 's', features },
      targetOf(epsgCrs(4544)),
    );
    expect([count, leftOut]).toEqual([1, 1]);
  });

  it.each([GRID.grid, { ...GRID.grid, scale: 1.00005, latitudeOfOrigin: 30, falseNorthingM: 0 }])(
    'writes a local grid as text that says the same grid: %o',
    (grid) => {
      const { exportCrs, fromLonLat } = targetOf({ kind: 'local-grid', grid });
      const read = reprojection({ kind: 'definition', text: exportCrs.wkt ?? '' });
      if (!read.ok) throw new Error(read.error);
      const [x, y] = fromLonLat!(106.02, 31.62);
      const [lon, lat] = read.value.toLonLat(x, y);
      expect(lon).toBeCloseTo(106.02, 9);
      expect(lat).toBeCloseTo(31.62, 9);
    },
  );

  it.skipIf(!HAS_OGR)('writes a local grid so that other programs find the place again', async () => {
    const target = targetOf(GRID);
    const { layer } = exportLayerOf({ layer: 'schools', name: 's', features: [at(106.02, 31.6)] }, target);
    const writer = await gisWriter('geopackage', gdalHere);
    const written = await writer([layer], { ...OPTIONS, crs: target.exportCrs });
    if (!written.ok) throw new Error(written.error.code);
    const [file] = written.value.files;
    const said = ogr(
      'ogr2ogr',
      [
        '-f',
        'CSV',
        '/vsistdout/',
        file!.name,
        '-t_srs',
        'EPSG:4490',
        '-lco',
        'GEOMETRY=AS_XY',
        '-lco',
        'SEPARATOR=SPACE',
      ],
      [file!],
    );
    const [x, y] = said.split('\n')[1]!.split(' ').map(Number);
    expect(Math.abs(x! - 106.02) + Math.abs(y! - 31.6)).toBeLessThan(1e-8);
  });
});
