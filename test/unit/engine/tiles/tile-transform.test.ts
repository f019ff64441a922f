import proj4 from 'proj4';
import { describe, expect, it } from 'vitest';
import { EXTENT, fitTransform, transformed, wholeUnits } from '../../../../src/engine/tiles/tile-transform';
import { createFrame } from '../../../../src/geo/frame';

const frame = createFrame({ lon: 105.98, lat: 31.57 });

/** Half the length of the equator in EPSG:3857, metres. */
const HALF_WORLD_M = 20037508.342789244;

/** Position of metres of the frame in units of the world at a zoom, by PROJ's Web Mercator. */
function exactUnits(z: number, x: number, y: number): [number, number] {
  const [east, north] = proj4('EPSG:4326', 'EPSG:3857', frame.unproject(x, y));
  const units = 2 ** z * EXTENT;
  return [(0.5 + east / (2 * HALF_WORLD_M)) * units, (0.5 - north / (2 * HALF_WORLD_M)) * units];
}

describe('fitTransform', () => {
  const places = [
    [0, 0],
    [40_000, -30_000],
    [-100_000, 80_000],
  ] as const;
  const cases = [7, 8, 9, 10, 12, 14, 16, 18].flatMap((z) => places.map(([x, y]) => ({ z, x, y })));

  it.each(cases)('is within a quarter of a unit of the exact projection at zoom $z, $x m east', (place) => {
    const { z, x, y } = place;
    const [worldX, worldY] = exactUnits(z, x, y);
    const address = { z, x: Math.floor(worldX / EXTENT), y: Math.floor(worldY / EXTENT) };
    // A tile and three quarters of one on each side, but no more than a city and its surroundings.
    const half = Math.min(100_000, (1.25 * HALF_WORLD_M * 2 * Math.cos((32 * Math.PI) / 180)) / 2 ** z);
    const transform = fitTransform(frame, address, {
      minX: x - half,
      minY: y - half,
      maxX: x + half,
      maxY: y + half,
    });
    let worst = 0;
    for (let i = -10; i <= 10; i++) {
      for (let j = -10; j <= 10; j++) {
        const at = [x + (i / 10) * half, y + (j / 10) * half] as const;
        const [u, v] = transformed(transform, ...at);
        const [exactX, exactY] = exactUnits(z, ...at);
        worst = Math.max(
          worst,
          Math.abs(u + address.x * EXTENT - exactX),
          Math.abs(v + address.y * EXTENT - exactY),
        );
      }
    }
    expect(worst).toBeLessThan(0.25);
  });

  const around = (half: number) => ({ minX: -half, minY: -half, maxX: half, maxY: half });
  const tileAt = (z: number) => {
    const [east, south] = exactUnits(z, 0, 0);
    return { z, x: Math.floor(east / EXTENT), y: Math.floor(south / EXTENT) };
  };

  it('does without terms of the third degree where they make no difference, and tells where it has them', () => {
    const near = fitTransform(frame, tileAt(16), around(700));
    expect(near.isBent).toBe(false);
    for (const third of [3, 6, 8, 9]) expect([near.u[third], near.v[third]]).toEqual([0, 0]);
    const far = fitTransform(frame, tileAt(9), around(90_000));
    expect(far.isBent).toBe(true);
    expect(far.v[3]).not.toBe(0);
  });

  /** In which no term is small, so that each tells. */
  const bent = {
    middleX: 3,
    middleY: -2,
    isBent: true,
    u: Float64Array.of(9, 8, 7, 6, 5, 4, 3, -2, -3, -4),
    v: Float64Array.of(-1, 2, -3, 4, -5, 6, -7, 8, -9, 1),
  };

  it.each([
    { name: 'straight', transform: fitTransform(frame, tileAt(16), around(700)), half: 700 },
    { name: 'bent', transform: bent, half: 20 },
  ])('gives the same on whole units, $name, either way round', ({ transform, half }) => {
    const xy = Float64Array.from({ length: 42 }, (_, i) => half * Math.sin(i * 1.7));
    const rounded = Array.from({ length: 20 }, (_, i) =>
      transformed(transform, xy[2 * i + 2]!, xy[2 * i + 3]!).map((unit) => Math.floor(unit + 0.5)),
    );
    const forwards = new Int32Array(40);
    wholeUnits(transform, xy, 1, 21, 1, forwards);
    expect([...forwards]).toEqual(rounded.flat());
    const backwards = new Int32Array(40);
    wholeUnits(transform, xy, 1, 21, -1, backwards);
    expect([...backwards]).toEqual(rounded.toReversed().flat());
  });

  it('takes a layer of one point', () => {
    const [worldX, worldY] = exactUnits(14, 10, 20);
    const address = { z: 14, x: Math.floor(worldX / EXTENT), y: Math.floor(worldY / EXTENT) };
    const [u, v] = transformed(
      fitTransform(frame, address, { minX: 10, minY: 20, maxX: 10, maxY: 20 }),
      10,
      20,
    );
    expect(u + address.x * EXTENT).toBeCloseTo(worldX, 3);
    expect(v + address.y * EXTENT).toBeCloseTo(worldY, 3);
  });
});
