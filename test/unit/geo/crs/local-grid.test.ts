import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { crsLabel, type LocalGrid } from '../../../../src/geo/crs/crs';
import { reprojection } from '../../../../src/geo/crs/reprojection';

const truth = JSON.parse(readFileSync('test/fixtures/geodesy/local-grids.json', 'utf8')) as {
  grid: LocalGrid;
  lon: number;
  lat: number;
  x: number;
  y: number;
}[];

it.each(truth)('an office’s own grid agrees with PROJ: $grid', ({ grid, lon, lat, x, y }) => {
  const system = reprojection({ kind: 'local-grid', grid }, 'unshifted');
  if (!system.ok) throw new Error(system.error);
  const [atX, atY] = system.value.fromLonLat(lon, lat);
  expect(Math.hypot(atX - x, atY - y)).toBeLessThan(1e-4);
  const [atLon, atLat] = system.value.toLonLat(x, y);
  expect(Math.hypot(atLon - lon, atLat - lat) * 111_000).toBeLessThan(1e-4);
});

it('grids that differ in any number are told apart by their names', () => {
  const grid: LocalGrid = {
    datum: 'cgcs2000',
    centralMeridian: 105.9,
    heightM: 400,
    falseEastingM: 500_000,
    falseNorthingM: 0,
  };
  const others: LocalGrid[] = [
    grid,
    { ...grid, datum: 'xian80' },
    { ...grid, heightM: 410 },
    { ...grid, scale: 1.00001 },
    { ...grid, latitudeOfOrigin: 31 },
  ];
  const names = others.map((one) => crsLabel({ kind: 'local-grid', grid: one }));
  expect(new Set(names).size).toBe(others.length);
});
