import { describe, expect, it } from 'vitest';
import type { LonLatBox } from '../../../../../src/domain/feature';
import { crsLabel, epsgCrs, type Crs } from '../../../../../src/geo/crs/crs';
import { reprojection } from '../../../../../src/geo/crs/reprojection';
import { ExtentCounter } from '../../../../../src/io/import/coordinates';
import { detectCrs, type CrsDetection } from '../../../../../src/io/import/crs/detect-crs';
import type { CrsHint } from '../../../../../src/io/import/formats/source-layer';

const CITY: LonLatBox = [105.85, 31.45, 106.15, 31.7];
const FRAME = { lon: 106, lat: 31.58 };
const NONE: CrsHint = { kind: 'none' };

interface Given {
  readonly hint?: CrsHint;
  readonly swap?: boolean;
  readonly box?: LonLatBox | null;
  readonly frame?: typeof FRAME | null;
}

/** What is concluded of a layer in the city that is written in a system. */
function detect(
  crs: Crs,
  { hint = NONE, swap = false, box = CITY, frame = FRAME }: Given = {},
): CrsDetection {
  const system = reprojection(crs, 'unshifted');
  if (!system.ok) throw new Error(system.error);
  const counter = new ExtentCounter();
  for (const [lon, lat] of [
    [105.95, 31.55],
    [106.02, 31.6],
    [106, 31.5],
  ] as const) {
    const [x, y] = system.value.fromLonLat(lon, lat);
    if (swap) counter.add(y, x);
    else counter.add(x, y);
  }
  return detectCrs({ hint, extent: counter.extent(), districtsBox: box, frame });
}

const labels = ({ candidates }: CrsDetection) =>
  candidates.map(({ crs, swapAxes }) => crsLabel(crs) + (swapAxes ? ' swapped' : ''));

describe('a system detected by the numbers', () => {
  it.each([
    [4523, 'EPSG:4523'],
    [4496, 'EPSG:4496'],
    [4544, 'EPSG:4544'],
    [4490, 'EPSG:4490'],
    [3857, 'EPSG:3857'],
  ])('EPSG:%d', (epsg, first) => {
    const detection = detect(epsgCrs(epsg));
    expect(labels(detection)[0]).toBe(first);
    expect(detection.isStated).toBe(false);
    expect(detection.candidates[0]?.distanceKm).toBe(0);
    const swapped = detect(epsgCrs(epsg), { swap: true });
    if (epsg !== 3857) expect(labels(swapped)[0]).toBe(`${first} swapped`);
  });

  it('names the zone, and the older grids that the numbers cannot tell from it', () => {
    const detection = detect(epsgCrs(4523));
    expect(detection.candidates[0]?.reason).toEqual({
      code: 'crs-from-prefix',
      params: { zone: 35, width: 3, crs: 'EPSG:4523' },
    });
    expect(labels(detection)).toEqual(['EPSG:4523', 'EPSG:2359', 'EPSG:2411']);
  });

  it('takes the zone of the city where none is named, and tells how far off the neighbours are', () => {
    const detection = detect(epsgCrs(4544));
    expect(labels(detection).slice(0, 3)).toEqual(['EPSG:4544', 'EPSG:2380', 'EPSG:2432']);
    const next = detection.candidates.find(({ crs }) => crsLabel(crs) === 'EPSG:4545');
    expect(next?.distanceKm).toBeGreaterThan(200);
    expect(labels(detect(epsgCrs(4545)))[0]).toBe('EPSG:4545');
    expect(detect(epsgCrs(4544), { box: null, frame: null }).candidates).toEqual([]);
  });

  it.each([
    ['south-west', [100, 25, 100.5, 25.5]],
    ['north-east', [116, 39.5, 116.5, 40]],
  ] as const)(
    'takes no offset for the likelier because it is a little nearer to a city far %s',
    (_name, box) => {
      expect(labels(detect(epsgCrs(4490), { box }))[0]).toBe('EPSG:4490');
      expect(labels(detect(epsgCrs(4523), { box }))[0]).toBe('EPSG:4523');
    },
  );

  it('leaves degrees outside China as they are', () => {
    const counter = new ExtentCounter();
    counter.add(2.35, 48.86);
    const evidence = { extent: counter.extent(), districtsBox: null, frame: null };
    expect(labels(detectCrs({ hint: NONE, ...evidence }))).toEqual(['EPSG:4490']);
    expect(labels(detectCrs({ hint: { kind: 'epsg', text: '4326' }, ...evidence }))).toEqual(['EPSG:4326']);
  });

  it('offers GCJ-02 and BD-09 for degrees, after them as they stand', () => {
    expect(labels(detect(epsgCrs(4490)))).toEqual(['EPSG:4490', 'GCJ-02', 'BD-09', 'EPSG:4610', 'EPSG:4214']);
  });
});

describe('a system that the file states', () => {
  const wkt = (name: string, meridian: number): CrsHint => ({
    kind: 'wkt',
    text: `PROJCS["${name}",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",${meridian}.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`,
  });

  it('is taken where the numbers agree', () => {
    const detection = detect(epsgCrs(4544), { hint: wkt('CGCS2000_3_Degree_GK_CM_105E', 105) });
    expect(detection.isStated).toBe(true);
    expect(detection.candidates[0]).toMatchObject({
      crs: epsgCrs(4544),
      swapAxes: false,
      reason: { code: 'crs-from-file' },
    });
  });

  it('is taken with its axes exchanged where they must be', () => {
    const detection = detect(epsgCrs(4544), { hint: { kind: 'epsg', text: '4544' }, swap: true });
    expect(detection.isStated).toBe(false);
    expect(labels(detection)[0]).toBe('EPSG:4544 swapped');
  });

  it('is doubted where the numbers speak against it', () => {
    const prefixed = detect(epsgCrs(4523), { hint: { kind: 'epsg', text: '4544' } });
    expect(labels(prefixed)[0]).toBe('EPSG:4523');
    expect(prefixed.notes).toEqual([{ code: 'crs-hint-contradicted', params: { crs: 'EPSG:4544' } }]);
    const metres = detect(epsgCrs(4544), { hint: { kind: 'epsg', text: '4490' } });
    expect(labels(metres)[0]).toBe('EPSG:4544');
    const elsewhere = detect(epsgCrs(4544), { hint: { kind: 'epsg', text: '4545' } });
    expect(labels(elsewhere)).toContain('EPSG:4545');
    expect(labels(elsewhere)[0]).toBe('EPSG:4544');
  });

  it('is told of where it cannot be understood', () => {
    const detection = detect(epsgCrs(4523), { hint: { kind: 'wkt', text: 'LOCAL_CS["nobody knows"]' } });
    expect(detection.notes[0]?.code).toBe('crs-hint-unknown');
    expect(labels(detection)[0]).toBe('EPSG:4523');
  });
});
