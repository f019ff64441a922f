import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SevenParameters } from '../../../../src/geo/crs/bursa-wolf';
import { crsLabel, epsgCrs, isInDegrees, type Crs } from '../../../../src/geo/crs/crs';
import { crsOfDefinition } from '../../../../src/geo/crs/definition';
import { gaussKrugerZone } from '../../../../src/geo/crs/gauss-kruger-zones';
import { parseCrs } from '../../../../src/geo/crs/parse-crs';
import { reprojection, type DatumShift } from '../../../../src/geo/crs/reprojection';
import { transformFlat, type Reprojection } from '../../../../src/geo/crs/transform';

const truth = JSON.parse(readFileSync('test/fixtures/geodesy/crs.json', 'utf8')) as {
  codes: { epsg: number; lon: number; lat: number; x: number; y: number }[];
  shifts: {
    datum: 'xian80' | 'beijing54';
    shift: SevenParameters;
    lon: number;
    lat: number;
    toLon: number;
    toLat: number;
  }[];
  definitions: { epsg: number; dialect: string; text: string }[];
};
const offset = JSON.parse(readFileSync('test/fixtures/geodesy/offset-systems.json', 'utf8')) as {
  places: Record<'wgs84' | 'gcj02' | 'bd09', [number, number]>[];
};

function systemOf(crs: Crs, shift?: DatumShift): Reprojection {
  const system = reprojection(crs, shift);
  if (!system.ok) throw new Error(`${crsLabel(crs)}: ${system.error}`);
  return system.value;
}

const METRES_PER_DEGREE = 111_000;

describe('EPSG codes against PROJ', () => {
  it.each(truth.codes)('EPSG:$epsg', ({ epsg, lon, lat, x, y }) => {
    const { toLonLat, fromLonLat } = systemOf(epsgCrs(epsg), 'unshifted');
    const [atX, atY] = fromLonLat(lon, lat);
    expect(Math.hypot(atX - x, atY - y)).toBeLessThan(1e-5);
    const [atLon, atLat] = toLonLat(x, y);
    expect(Math.hypot(atLon - lon, atLat - lat) * METRES_PER_DEGREE).toBeLessThan(1e-5);
  });

  it('knows every Gauss-Krüger code of China and no other', () => {
    const known = Array.from({ length: 25_000 }, (_, epsg) => epsg).filter((epsg) => gaussKrugerZone(epsg));
    expect(known).toEqual(
      truth.codes
        .map(({ epsg }) => epsg)
        .filter((epsg) => epsg !== 3857 && epsg < 25_000)
        .sort((a, b) => a - b),
    );
  });

  it('asks for the parameters of an older datum, and moves nothing without them', () => {
    for (const epsg of [2380, 2432, 4610, 4214]) {
      expect(reprojection(epsgCrs(epsg))).toEqual({ ok: false, error: 'needs-parameters' });
      expect(systemOf(epsgCrs(epsg), 'unshifted').isExact).toBe(false);
    }
    expect(reprojection(epsgCrs(27_700))).toEqual({ ok: false, error: 'unknown' });
  });
});

describe('seven parameters against PROJ', () => {
  it.each(truth.shifts)('$datum, $shift.convention, at $lon, $lat', (one) => {
    const system = systemOf(epsgCrs(one.datum === 'xian80' ? 4610 : 4214), one.shift);
    expect(system.isExact).toBe(true);
    const [lon, lat] = system.toLonLat(one.lon, one.lat);
    expect(Math.hypot(lon - one.toLon, lat - one.toLat) * METRES_PER_DEGREE).toBeLessThan(1e-4);
  });
});

describe('definitions', () => {
  it.each(truth.definitions)('EPSG:$epsg as $dialect', ({ epsg, text }) => {
    // 6° by meridian 105° is the very plane of 3° by meridian 105°.
    expect(crsOfDefinition(text)).toEqual(epsgCrs(epsg === 4507 ? 4544 : epsg));
  });

  it('keeps one that has no code, and works by it', () => {
    const text = '+proj=tmerc +lat_0=0 +lon_0=106 +k=1 +x_0=50000 +y_0=-3000000 +ellps=GRS80 +units=m';
    const crs = crsOfDefinition(text)!;
    expect(crs).toEqual({ kind: 'definition', text });
    const local = systemOf({
      kind: 'local-grid',
      grid: {
        datum: 'cgcs2000',
        centralMeridian: 106,
        heightM: 0,
        falseEastingM: 50_000,
        falseNorthingM: -3_000_000,
      },
    });
    const [x, y] = systemOf(crs).fromLonLat(105.97, 31.58);
    expect(local.toLonLat(x, y)[0]).toBeCloseTo(105.97, 9);
    expect(local.toLonLat(x, y)[1]).toBeCloseTo(31.58, 9);
  });

  it('does not take parameters from a name: those of the user are wanted', () => {
    const beijing = truth.definitions.find((one) => one.epsg === 2411 && one.dialect === 'WKT2_2019')!;
    const odd = beijing.text.replaceAll('105', '106').replace(/,\s*ID\["EPSG",2411\]/, '');
    const crs = crsOfDefinition(odd)!;
    expect(crs.kind).toBe('definition');
    expect(reprojection(crs)).toEqual({ ok: false, error: 'needs-parameters' });
  });

  it('uses the parameters that a definition says itself', () => {
    const text = '+proj=longlat +ellps=krass +towgs84=15.8,-154.4,-82.3,0,0,0,0 +no_defs';
    const own = systemOf(crsOfDefinition(text)!);
    const given = systemOf(epsgCrs(4214), {
      convention: 'position-vector',
      ...{ dxM: 15.8, dyM: -154.4, dzM: -82.3, rxSec: 0, rySec: 0, rzSec: 0, scalePpm: 0 },
    });
    const [lon, lat] = own.toLonLat(105.97, 31.58);
    expect(lon).toBeCloseTo(given.toLonLat(105.97, 31.58)[0], 9);
    expect(lat).toBeCloseTo(given.toLonLat(105.97, 31.58)[1], 8);
  });

  it.each([
    '',
    '+',
    'GEOGCS[',
    'PROJCS["x"]',
    '+proj=nonsense',
    '+proj=tmerc +lon_0=abc',
    'hello',
    '+proj=longlat +nadgrids=a.gsb',
  ])('refuses %j', (text) => {
    expect(crsOfDefinition(text)).toBeNull();
  });

  it.each<[string, Crs | null]>([
    ['EPSG:4523', epsgCrs(4523)],
    ['4523', epsgCrs(4523)],
    ['WGS84', epsgCrs(4326)],
    ['CGCS2000', epsgCrs(4490)],
    ['gcj02', { kind: 'gcj02' }],
    ['GCJ-02', { kind: 'gcj02' }],
    ['BD-09', { kind: 'bd09' }],
    ['西安80', null],
  ])('the name %s', (name, crs) => {
    expect(parseCrs(name)).toEqual(crs);
  });
});

describe('GCJ-02 and BD-09 against a published implementation', () => {
  it.each(['gcj02', 'bd09'] as const)('%s', (kind) => {
    const { fromLonLat, toLonLat, isExact } = systemOf({ kind });
    expect(isExact).toBe(false);
    for (const place of offset.places) {
      const [lon, lat] = fromLonLat(...place.wgs84);
      expect(Math.hypot(lon - place[kind][0], lat - place[kind][1]) * METRES_PER_DEGREE).toBeLessThan(0.01);
      const [backLon, backLat] = toLonLat(...place[kind]);
      expect(Math.hypot(backLon - place.wgs84[0], backLat - place.wgs84[1]) * METRES_PER_DEGREE).toBeLessThan(
        0.01,
      );
    }
  });

  it('lie some 430 m off in the city, and nowhere outside China', () => {
    const { fromLonLat } = systemOf({ kind: 'gcj02' });
    const [lon, lat] = fromLonLat(105.97, 31.58);
    expect((lon - 105.97) * 94_900).toBeCloseTo(353, -1);
    expect((lat - 31.58) * 110_870).toBeCloseTo(-250, -1);
    expect(fromLonLat(2.35, 48.86)).toEqual([2.35, 48.86]);
  });
});

describe('round trips', () => {
  const place = fc.record({
    lon: fc.double({ min: 74, max: 134, noNaN: true }),
    lat: fc.double({ min: 4, max: 53, noNaN: true }),
  });
  const parameters = fc.record<SevenParameters>({
    convention: fc.constantFrom('coordinate-frame', 'position-vector'),
    dxM: fc.double({ min: -300, max: 300, noNaN: true }),
    dyM: fc.double({ min: -300, max: 300, noNaN: true }),
    dzM: fc.double({ min: -300, max: 300, noNaN: true }),
    rxSec: fc.double({ min: -10, max: 10, noNaN: true }),
    rySec: fc.double({ min: -10, max: 10, noNaN: true }),
    rzSec: fc.double({ min: -10, max: 10, noNaN: true }),
    scalePpm: fc.double({ min: -50, max: 50, noNaN: true }),
  });
  const grid = fc.record({
    datum: fc.constantFrom('cgcs2000' as const, 'xian80' as const, 'beijing54' as const),
    centralMeridian: fc.double({ min: 75, max: 135, noNaN: true }),
    heightM: fc.double({ min: -100, max: 5000, noNaN: true }),
    falseEastingM: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    falseNorthingM: fc.double({ min: -5e6, max: 1e6, noNaN: true }),
  });
  const codes = truth.codes.map(({ epsg }) => epsg).concat(4326, 4490, 4610, 4214);
  const crs: fc.Arbitrary<Crs> = fc.oneof(
    fc.constantFrom(...codes).map(epsgCrs),
    grid.map((one): Crs => ({ kind: 'local-grid', grid: one })),
    fc.constantFrom<Crs>({ kind: 'gcj02' }, { kind: 'bd09' }),
  );

  /** A longitude that the plane of a Transverse Mercator is meant for. */
  function within(one: Crs, lon: number): number {
    const meridian =
      one.kind === 'local-grid'
        ? one.grid.centralMeridian
        : one.kind === 'epsg'
          ? (gaussKrugerZone(one.epsg)?.centralMeridian ??
            (one.epsg > 32_600 ? (one.epsg - 32_600) * 6 - 183 : null))
          : null;
    return meridian === null ? lon : meridian + ((lon - 104) / 30) * 4;
  }

  it('come back within a millimetre', () => {
    fc.assert(
      fc.property(crs, parameters, place, (one, shift, { lon, lat }) => {
        const system = systemOf(one, shift);
        const from = [within(one, lon), lat] as const;
        const [backLon, backLat] = system.toLonLat(...system.fromLonLat(...from));
        expect(Math.hypot(backLon - from[0], backLat - from[1]) * METRES_PER_DEGREE).toBeLessThan(1e-3);
        const scale = isInDegrees(one) ? METRES_PER_DEGREE : 1;
        const there = system.fromLonLat(...from);
        const again = system.fromLonLat(...system.toLonLat(...there));
        expect(Math.hypot(again[0] - there[0], again[1] - there[1]) * scale).toBeLessThan(1e-3);
      }),
      { numRuns: 1000 },
    );
  });

  it('of a flat array give the same as one by one, and NaN for what cannot be', () => {
    const { fromLonLat } = systemOf(epsgCrs(4544));
    const xy = Float64Array.of(105.97, 31.58, NaN, 31.58, 106, 31.6);
    const out = transformFlat(xy, fromLonLat);
    expect([...out.subarray(0, 2)]).toEqual(fromLonLat(105.97, 31.58));
    expect(out[2]).toBeNaN();
    expect(transformFlat(xy, fromLonLat, xy)).toBe(xy);
    expect([...xy.subarray(4)]).toEqual(fromLonLat(106, 31.6));
  });
});
