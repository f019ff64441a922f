import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { planarArea, trueArea } from '../../../src/geo/area';
import { createFrame } from '../../../src/geo/frame';
import { area, type XY } from '../../builders/planar';

interface GoldenFrame {
  readonly centre: { readonly lon: number; readonly lat: number };
  readonly points: readonly { lon: number; lat: number; x: number; y: number; k: number }[];
  readonly areas: readonly { name: string; ring: XY[]; area: number }[];
}

const golden = JSON.parse(
  readFileSync(new URL('../../fixtures/geo/frame.json', import.meta.url), 'utf8'),
) as GoldenFrame;

describe('createFrame', () => {
  const frame = createFrame(golden.centre);

  it('has its origin at its centre', () => {
    const [x, y] = frame.project(golden.centre.lon, golden.centre.lat);
    expect(x).toBeCloseTo(0, 9);
    expect(y).toBeCloseTo(0, 8);
  });

  it.each(golden.points)('agrees with PROJ at $lon, $lat', ({ lon, lat, x, y, k }) => {
    const projected = frame.project(lon, lat);
    expect(Math.abs(projected[0] - x)).toBeLessThan(1e-6);
    expect(Math.abs(projected[1] - y)).toBeLessThan(1e-6);
    const back = frame.unproject(x, y);
    expect(Math.abs(back[0] - lon)).toBeLessThan(1e-11);
    expect(Math.abs(back[1] - lat)).toBeLessThan(1e-11);
    expect(Math.abs(frame.scaleAt(x) - k)).toBeLessThan(1.5e-8 * Math.max(1, (x / 50_000) ** 2));
  });
});

describe('trueArea', () => {
  const frame = createFrame(golden.centre);

  it.each(golden.areas)('agrees with an equal-area projection: $name', ({ ring, area: truth }) => {
    expect(Math.abs(trueArea(frame, area(ring)) - truth) / truth).toBeLessThan(1e-8);
  });

  it('differs from the planar area by k² away from the centre', () => {
    const far = golden.areas.find(({ name }) => name === 'parcel 50 km west')!;
    const k = frame.scaleAt(-50_000);
    expect(planarArea(area(far.ring)) / far.area).toBeCloseTo(k * k, 6);
    expect(k * k).toBeGreaterThan(1.00006);
  });
});
