import { describe, expect, it } from 'vitest';
import { zonePolygon } from '../../../src/geo/buffer';
import { createFrame } from '../../../src/geo/frame';
import { doubleSignedArea } from '../../../src/geo/ring';
import { intersectZones, uniteZones } from '../../../src/geo/union';

const frame = createFrame({ lon: 106.01, lat: 31.57 });
const circleAt = (x: number, y: number, radius: number) =>
  zonePolygon(frame, { type: 'Point', coordinates: frame.unproject(x, y) }, radius);

function areaOf(zone: ReturnType<typeof uniteZones>): number {
  const geometry = zone!.geometry;
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const rings = polygons.flat();
  return rings.reduce(
    (sum, ring) => sum + doubleSignedArea(ring.map(([lon, lat]) => frame.project(lon!, lat!))) / 2,
    0,
  );
}

/** Area of twenty circles of 300 m around a circle of 1 km, by GEOS. */
const RING_OF_TWENTY_M2 = 3576564.5;

/** Area common to two circles of radius r whose centres are d apart. */
const lens = (r: number, d: number) =>
  2 * r * r * Math.acos(d / (2 * r)) - (d / 2) * Math.sqrt(4 * r * r - d * d);

describe('uniteZones', () => {
  it('counts what zones share once', () => {
    const united = uniteZones(frame, [circleAt(0, 0, 300), circleAt(300, 0, 300)]);
    expect(Math.abs(areaOf(united) - (2 * Math.PI * 300 ** 2 - lens(300, 300)))).toBeLessThan(20);
    expect(united?.geometry.type).toBe('Polygon');
  });

  it('keeps zones apart that do not meet', () => {
    const united = uniteZones(frame, [circleAt(0, 0, 300), circleAt(2000, 0, 300)]);
    expect(united?.geometry.type).toBe('MultiPolygon');
    expect(Math.abs(areaOf(united) - 2 * Math.PI * 300 ** 2)).toBeLessThan(20);
  });

  it('keeps the gap that a ring of zones leaves open', () => {
    const zones = Array.from({ length: 20 }, (_, i) => {
      const angle = (i / 20) * 2 * Math.PI;
      return circleAt(1000 * Math.cos(angle), 1000 * Math.sin(angle), 300);
    });
    const united = uniteZones(frame, zones);
    expect(united?.geometry.type).toBe('Polygon');
    expect(united?.geometry.coordinates).toHaveLength(2);
    expect(Math.abs(areaOf(united) - RING_OF_TWENTY_M2)).toBeLessThan(200);
  });

  it('has nothing to say of nothing', () => {
    expect(uniteZones(frame, [])).toBeNull();
  });
});

describe('intersectZones', () => {
  it('gives what two zones share', () => {
    const shared = intersectZones(frame, [circleAt(0, 0, 300), circleAt(300, 0, 300)]);
    expect(Math.abs(areaOf(shared) - lens(300, 300))).toBeLessThan(20);
  });

  it('is null of one zone', () => {
    expect(intersectZones(frame, [circleAt(0, 0, 300)])).toBeNull();
  });

  it('is null where they do not meet', () => {
    expect(intersectZones(frame, [circleAt(0, 0, 300), circleAt(2000, 0, 300)])).toBeNull();
  });
});
