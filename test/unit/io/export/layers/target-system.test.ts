import { expect, it } from 'vitest';
import type { LocalGrid } from '../../../../../src/geo/crs/crs';
import { reprojection } from '../../../../../src/geo/crs/reprojection';
import { targetSystem } from '../../../../../src/io/export/layers/target-system';

const GRID: LocalGrid = {
  datum: 'cgcs2000',
  centralMeridian: 105.9,
  heightM: 400,
  falseEastingM: 50_000,
  falseNorthingM: -3_000_000,
};

it.each([GRID, { ...GRID, scale: 1.00005, latitudeOfOrigin: 30, falseNorthingM: 0 }])(
  'a local grid is written as text that says the same grid: %o',
  (grid) => {
    const target = targetSystem({ kind: 'local-grid', grid });
    if (!target.ok) throw new Error(target.error);
    const { exportCrs, fromLonLat } = target.value;
    const read = reprojection({ kind: 'definition', text: exportCrs.wkt ?? '' });
    if (!read.ok) throw new Error(read.error);
    const [x, y] = fromLonLat!(106.02, 31.62);
    const [lon, lat] = read.value.toLonLat(x, y);
    expect(lon).toBeCloseTo(106.02, 9);
    expect(lat).toBeCloseTo(31.62, 9);
  },
);
