import { describe, expect, it } from 'vitest';
import type { TileAddress } from '../../../../src/domain/tile-address';
import { gcj02Tile } from '../../../../src/geo/crs/gcj02-tile';
import { toGcj02 } from '../../../../src/geo/crs/offset-systems';
import { lonLatOf, mercatorOf } from '../../../../src/geo/web-mercator';

const PIXELS = 256;
const CITIES = [
  [105.97, 31.58],
  [116.39, 39.91],
  [87.62, 43.82],
  [110.35, 20.02],
] as const;

function tileAt([lon, lat]: readonly [number, number], z: number): TileAddress {
  const [x, y] = mercatorOf(lon, lat);
  return { z, x: Math.floor(x * 2 ** z), y: Math.floor(y * 2 ** z) };
}

/** How far, in pixels, ground is drawn from where it is, at the worst of a tile's places. */
function worst(address: TileAddress): number {
  const { first, columns, rows, placing } = gcj02Tile(address);
  const [a, b, c, d, e, f] = placing;
  const across = 2 ** address.z;
  let most = 0;
  for (let u = 0; u <= 1; u += 0.125) {
    for (let v = 0; v <= 1; v += 0.125) {
      const ground = lonLatOf((address.x + u) / across, (address.y + v) / across);
      const [toX, toY] = mercatorOf(...toGcj02(...ground));
      const [inX, inY] = [toX * across - first.x, toY * across - first.y];
      most = Math.max(most, Math.hypot(a * inX + c * inY + e - u, b * inX + d * inY + f - v) * PIXELS);
      // A pixel of margin: places outside the sheet would stay empty.
      expect(inX).toBeGreaterThan(-1 / PIXELS);
      expect(inX).toBeLessThan(columns + 1 / PIXELS);
      expect(inY).toBeGreaterThan(-1 / PIXELS);
      expect(inY).toBeLessThan(rows + 1 / PIXELS);
    }
  }
  return most;
}

describe('a tile whose source is drawn in GCJ-02', () => {
  it('has its ground within a fifth of a pixel at every zoom at which the offset can be seen', () => {
    for (const city of CITIES) {
      for (let z = 9; z <= 21; z++) expect(worst(tileAt(city, z))).toBeLessThan(0.2);
    }
    expect(Math.max(...CITIES.map((city) => worst(tileAt(city, 18))))).toBeLessThan(0.002);
  });

  it('would have its edges off by more than a third of a pixel if one offset served the whole tile', () => {
    const address = tileAt(CITIES[0], 18);
    const { placing } = gcj02Tile(address);
    const [a, b, c, d] = placing;
    const turned = Math.hypot(a - 1 + c, b + d - 1);
    expect((turned * PIXELS) / 2).toBeGreaterThan(1 / 3);
  });

  it('is put together from no more than four tiles, or a row more at a seam', () => {
    for (const city of CITIES) {
      const { columns, rows } = gcj02Tile(tileAt(city, 18));
      expect(columns).toBeLessThanOrEqual(3);
      expect(rows).toBeLessThanOrEqual(3);
    }
  });

  it('stays where it is outside China', () => {
    const { first, columns, rows, placing } = gcj02Tile({ z: 12, x: 2073, y: 1409 });
    expect(first).toEqual({ z: 12, x: 2073, y: 1409 });
    const rounded = placing.map((each) => Math.round(each * 1e6) / 1e6 + 0);
    expect(rounded).toEqual([1, 0, 0, 1, 0, 0]);
    expect(columns * rows).toBeLessThanOrEqual(4);
  });
});
