import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { epsgCrs } from '../../../src/geo/crs/crs';
import { reprojection } from '../../../src/geo/crs/reprojection';
import type { Reprojection } from '../../../src/geo/crs/transform';
import { fromGaussKruger, toGaussKruger } from '../../../src/geo/gauss-kruger';
import { parseCrsMember, parseCrsName } from '../../../src/geo/legacy-crs';

interface GridCase {
  lon: number;
  lat: number;
  zoneWidth: 3 | 6;
  prefix: boolean;
  epsg: number;
  centralMeridian: number;
  eastM: number;
  northM: number;
}

const truth = JSON.parse(readFileSync('test/fixtures/geo/grid.json', 'utf8')) as {
  grid: GridCase[];
  other: { lon: number; lat: number; epsg: number; x: number; y: number }[];
};

function systemOf(epsg: number): Reprojection {
  const system = reprojection(epsgCrs(epsg));
  if (!system.ok) throw new Error(system.error);
  return system.value;
}

describe('official grid values against PROJ', () => {
  it('has the surveyed test point of EPSG:4544', () => {
    const point = toGaussKruger(105.97, 31.58, { zoneWidth: 3, prefix: false });
    expect(point.epsg).toBe(4544);
    expect(point.eastM).toBeCloseTo(592_075.7, 3);
    expect(point.northM).toBeCloseTo(3_495_689.704, 3);
  });

  it.each(truth.grid.map((one) => [`EPSG:${one.epsg} at ${one.lon}, ${one.lat}`, one] as const))(
    '%s',
    (_name, one) => {
      const point = toGaussKruger(one.lon, one.lat, one);
      expect(point.epsg).toBe(one.epsg);
      expect(point.centralMeridian).toBe(one.centralMeridian);
      expect(Math.abs(point.eastM - one.eastM)).toBeLessThan(0.001);
      expect(Math.abs(point.northM - one.northM)).toBeLessThan(0.001);
      const back = fromGaussKruger(point.northM, point.eastM, one.centralMeridian);
      expect(back?.lon).toBeCloseTo(one.lon, 9);
      expect(back?.lat).toBeCloseTo(one.lat, 9);
    },
  );

  it('takes a local meridian, for which EPSG has no code', () => {
    const point = toGaussKruger(105.97, 31.58, { zoneWidth: 3, prefix: false, centralMeridian: 106 });
    expect(point.epsg).toBeNull();
    expect(point.eastM).toBeLessThan(500_000);
  });

  it('cannot place an easting whose zone nobody names', () => {
    expect(fromGaussKruger(3_495_689.704, 592_075.7)).toBeNull();
    expect(fromGaussKruger(3_495_689.704, 99_592_075.7)).toBeNull();
  });
});

describe('reprojection', () => {
  it.each(truth.grid.map((one) => [one.epsg, one] as const))('EPSG:%d to degrees', (epsg, one) => {
    const [lon, lat] = systemOf(epsg).toLonLat(one.eastM, one.northM);
    expect(lon).toBeCloseTo(one.lon, 8);
    expect(lat).toBeCloseTo(one.lat, 8);
  });

  it.each(truth.other.map((one) => [one.epsg, one] as const))('EPSG:%d both ways', (_epsg, one) => {
    const system = systemOf(one.epsg);
    const [x, y] = system.fromLonLat(one.lon, one.lat);
    expect(Math.hypot(x - one.x, y - one.y)).toBeLessThan(0.001);
    const [lon, lat] = system.toLonLat(one.x, one.y);
    expect(lon).toBeCloseTo(one.lon, 8);
    expect(lat).toBeCloseTo(one.lat, 8);
  });

  it('leaves degrees as they are and refuses what it does not know', () => {
    expect(systemOf(4490).toLonLat(105.97, 31.58)).toEqual([105.97, 31.58]);
    expect(reprojection(epsgCrs(27700)).ok).toBe(false);
    expect(reprojection(epsgCrs(4555)).ok).toBe(false);
  });
});

describe('legacy crs members', () => {
  it.each([
    ['EPSG:4544', 4544],
    ['urn:ogc:def:crs:EPSG::4544', 4544],
    ['urn:ogc:def:crs:EPSG:9.0:4523', 4523],
    ['urn:ogc:def:crs:OGC:1.3:CRS84', 4326],
    ['http://www.opengis.net/def/crs/EPSG/0/4490', 4490],
    ['北京54', null],
  ])('%s', (name, epsg) => {
    expect(parseCrsName(name)).toBe(epsg);
  });

  it('reads both old forms, and says what it does not understand', () => {
    expect(parseCrsMember(undefined)).toEqual({ kind: 'none' });
    expect(parseCrsMember({ type: 'EPSG', properties: { code: 4523 } })).toEqual({
      kind: 'epsg',
      epsg: 4523,
    });
    expect(parseCrsMember({ type: 'name', properties: { name: 'Xian80' } })).toEqual({
      kind: 'unknown',
      name: 'Xian80',
    });
    expect(parseCrsMember({ type: 'link', properties: { href: 'x' } }).kind).toBe('unknown');
  });
});
