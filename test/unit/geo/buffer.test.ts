import { readFileSync } from 'node:fs';
import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { FeatureGeometry } from '../../../src/domain/feature';
import { stepsFor, zonePolygon } from '../../../src/geo/buffer';
import { createFrame } from '../../../src/geo/frame';
import { doubleSignedArea } from '../../../src/geo/ring';
import { invalidity } from '../../../src/geo/validity';

interface Case {
  name: string;
  geometry: FeatureGeometry;
  distanceM: number;
  areaM2: number;
  lengthM: number;
  parts: number;
  holes: number;
  onBoundary: [number, number][];
}

const fixture = JSON.parse(readFileSync('test/fixtures/geo/buffer.json', 'utf8')) as {
  centre: [number, number];
  cases: Case[];
};
const frame = createFrame({ lon: fixture.centre[0], lat: fixture.centre[1] });

function planarPolygons(zone: ReturnType<typeof zonePolygon>): Position[][][] {
  const { geometry } = zone;
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.map((rings) => rings.map((ring) => ring.map(([lon, lat]) => frame.project(lon!, lat!))));
}

function distanceToRings(x: number, y: number, polygons: Position[][][]): number {
  let least = Infinity;
  for (const ring of polygons.flat()) {
    for (let i = 1; i < ring.length; i++) {
      const [ax, ay] = ring[i - 1] as [number, number];
      const [bx, by] = ring[i] as [number, number];
      const [dx, dy] = [bx - ax, by - ay];
      const t = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
      least = Math.min(least, Math.hypot(x - ax - t * dx, y - ay - t * dy));
    }
  }
  return least;
}

describe('zonePolygon against GEOS', () => {
  it.each(fixture.cases.map((one) => [one.name, one] as const))('%s', (_name, one) => {
    const zone = zonePolygon(frame, one.geometry, one.distanceM);
    const polygons = planarPolygons(zone);
    expect(polygons).toHaveLength(one.parts);
    expect(polygons.reduce((sum, rings) => sum + rings.length - 1, 0)).toBe(one.holes);
    const area = polygons.flat().reduce((sum, ring) => sum + doubleSignedArea(ring) / 2, 0);
    // A boundary within 1 cm of the truth all around.
    expect(Math.abs(area - one.areaM2)).toBeLessThan(one.lengthM * 0.01);
    const worst = Math.max(...one.onBoundary.map(([x, y]) => distanceToRings(x, y, polygons)));
    expect(worst).toBeLessThan(0.01);
    expect(invalidity(zone.geometry)).toBeNull();
  });

  it('winds shells counter-clockwise and holes clockwise, in at most nine decimals', () => {
    const ring = fixture.cases.find((one) => one.name === 'hole, 20 m')!;
    const { geometry } = zonePolygon(frame, ring.geometry, ring.distanceM);
    const rings = geometry.coordinates as Position[][];
    expect(rings.map((line) => Math.sign(doubleSignedArea(line)))).toEqual([1, -1]);
    for (const value of rings.flat(2)) expect(Math.round(value * 1e9) / 1e9).toBe(value);
  });

  it('gives the same zone whichever way the rings are wound', () => {
    const subject = fixture.cases.find((one) => one.name === 'shallow concavity, 1000 m')!;
    const rings = subject.geometry.coordinates as Position[][];
    const turned = { type: 'Polygon', coordinates: rings.map((ring) => [...ring].reverse()) } as const;
    expect(zonePolygon(frame, turned, 1000)).toEqual(zonePolygon(frame, subject.geometry, 1000));
  });

  it('refuses a distance that makes no zone', () => {
    expect(() => zonePolygon(frame, { type: 'Point', coordinates: [106, 31.5] }, 0)).toThrow(RangeError);
  });
});

describe('stepsFor', () => {
  it.each([20, 50, 300, 1000, 5000])('keeps the chord of a %d m arc within a centimetre', (radius) => {
    const sagitta = radius * (1 - Math.cos(Math.PI / 4 / stepsFor(radius)));
    expect(sagitta).toBeLessThan(0.01);
  });
});
