import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { screenScale, snap } from '../../../src/map/snapping';

const SCALE = screenScale(31.6, 17);
/** Degrees of so many pixels on the screen. */
const east = (px: number) => px / SCALE.lonPx;
const north = (px: number) => px / SCALE.latPx;

function lines(...parts: readonly Position[][]) {
  const ends: number[] = [];
  let count = 0;
  for (const part of parts) ends.push((count += part.length));
  return { lonLat: Float64Array.from(parts.flat(2)), ends: Uint32Array.from(ends) };
}

const CORNER: Position = [106.0012345678, 31.6012345678];
const [LON = 0, LAT = 0] = CORNER;
const ROAD = lines(
  [CORNER, [LON + east(300), LAT]],
  [
    [LON, LAT + north(200)],
    [LON + east(300), LAT + north(200)],
  ],
);

describe('snap', () => {
  it('gives a vertex within reach exactly as it is in the data', () => {
    expect(snap(ROAD, [LON + east(7), LAT + north(8)], SCALE)).toEqual({ position: CORNER, onto: 'vertex' });
  });

  it('prefers a vertex within reach to a nearer edge', () => {
    expect(snap(ROAD, [LON + east(11), LAT + north(1)], SCALE)?.onto).toBe('vertex');
  });

  it('gives the foot on an edge where no vertex is near', () => {
    const hit = snap(ROAD, [LON + east(100), LAT - north(9)], SCALE);
    expect(hit?.onto).toBe('edge');
    expect(hit?.position[0]).toBeCloseTo(LON + east(100), 9);
    expect(hit?.position[1]).toBeCloseTo(LAT, 12);
  });

  it('does not join the end of one line to the start of the next', () => {
    expect(snap(ROAD, [LON + east(150), LAT + north(100)], SCALE)).toBeNull();
  });

  it('leaves the pointer alone beyond its reach, in both directions alike', () => {
    expect(snap(ROAD, [LON - east(12.5), LAT], SCALE)).toBeNull();
    expect(snap(ROAD, [LON, LAT - north(12.5)], SCALE)).toBeNull();
    expect(snap(ROAD, [LON - east(11.5), LAT], SCALE)).not.toBeNull();
    expect(snap(ROAD, [LON, LAT - north(11.5)], SCALE)).not.toBeNull();
  });

  it('takes the nearest of several vertices, and copes with no lines and edges without length', () => {
    const near = lines([CORNER, CORNER, [LON + east(8), LAT]]);
    expect(snap(near, [LON + east(6), LAT], SCALE)?.position).toEqual([LON + east(8), LAT]);
    expect(snap(lines(), CORNER, SCALE)).toBeNull();
  });
});

describe('screenScale', () => {
  it('doubles with each zoom and stretches latitude by 1/cos', () => {
    const there = screenScale(60, 10);
    expect(screenScale(60, 11).lonPx).toBeCloseTo(2 * there.lonPx, 9);
    expect(there.latPx / there.lonPx).toBeCloseTo(2, 9);
    expect(screenScale(0, 0).lonPx * 360).toBeCloseTo(512, 9);
  });
});
