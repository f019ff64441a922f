import { describe, expect, it } from 'vitest';
import { reprojection } from '../../../src/geo/crs/reprojection';
import { transformFlat } from '../../../src/geo/crs/transform';
import { offsetFrom } from '../../../src/geo/layer-offset';
import { randomSource } from '../../builders/random';

/** Corners of blocks and of things in them, as irregular as a town's. */
function town(seed: number, count: number): Float64Array {
  const next = randomSource(seed);
  return Float64Array.from({ length: 2 * count }, (_, i) =>
    i % 2 === 0 ? 105.9 + 0.1 * next() : 31.5 + 0.1 * next(),
  );
}

const gcj02 = reprojection({ kind: 'gcj02' });
const bd09 = reprojection({ kind: 'bd09' });
if (!gcj02.ok || !bd09.ok) throw new Error('a known system');

const all = town(1, 6000);
/** Every fourth thing of the town, half of them mixed with others that it does not have. */
const part = Float64Array.from([...all.subarray(0, 1500), ...town(2, 750)]);

describe('how far a layer lies from others', () => {
  it('is nothing where it lies right', () => {
    const offset = offsetFrom(part, all);
    expect(offset?.distanceM).toBe(0);
    expect(offset?.suspect).toBeNull();
    expect(offset?.share).toBeCloseTo(0.5, 1);
  });

  it('is known as GCJ-02, some 430 m', () => {
    const offset = offsetFrom(transformFlat(part, gcj02.value.fromLonLat), all);
    expect(offset?.suspect).toBe('gcj02');
    expect(offset?.distanceM).toBeGreaterThan(420);
    expect(offset?.distanceM).toBeLessThan(445);
    expect(offset?.eastM).toBeCloseTo(353, -2);
    expect(offset?.northM).toBeCloseTo(-250, -2);
  });

  it('is known as BD-09', () => {
    expect(offsetFrom(transformFlat(part, bd09.value.fromLonLat), all)?.suspect).toBe('bd09');
  });

  it('is any other shift, to the decimetre', () => {
    const moved = transformFlat(part, (lon, lat) => [lon + 80 / 94_800, lat - 45.2 / 110_900]);
    const offset = offsetFrom(moved, all);
    expect(offset?.suspect).toBeNull();
    expect(offset?.northM).toBeCloseTo(-45.2, 0);
    expect(offset?.eastM).toBeCloseTo(80, 0);
  });

  it('is known as GCJ-02 where another program shifted it, a few metres off the formula', () => {
    const roughly = transformFlat(part, (lon, lat) => {
      const [x, y] = gcj02.value.fromLonLat(105.95, 31.55);
      return [lon + x - 105.95 + 3 / 94_800, lat + y - 31.55];
    });
    expect(offsetFrom(roughly, all)?.suspect).toBe('gcj02');
  });

  it('is found among very many others', () => {
    const crowd = town(4, 100_000);
    const few = Float64Array.from([...crowd.subarray(0, 1000), ...town(5, 500)]);
    const moved = transformFlat(few, (lon, lat) => [lon - 300 / 94_800, lat + 12 / 110_900]);
    expect(offsetFrom(moved, crowd)?.eastM).toBeCloseTo(-300, -1);
    expect(offsetFrom(few, crowd)?.distanceM).toBe(0);
  });

  it('is not claimed of equal plots, which fit wherever one puts them', () => {
    const plots = (fromColumn: number, columns: number) =>
      Float64Array.from({ length: 2 * 30 * columns }, (_, i) => {
        const corner = Math.floor(i / 2);
        return i % 2 === 0
          ? 105.9 + (fromColumn + (corner % columns)) * 0.0005
          : 31.5 + Math.floor(corner / columns) * 0.0005;
      });
    // Beside the others, with one row of corners in common.
    const offset = offsetFrom(plots(19, 20), plots(0, 20));
    expect(offset?.distanceM ?? 0).toBe(0);
  });

  it('is not claimed of roads that were drawn by hand along the same parcels', () => {
    const next = randomSource(6);
    const near = transformFlat(all.subarray(0, 1500), (lon, lat) => [
      lon + (next() - 0.5) * 0.0006,
      lat + (next() - 0.5) * 0.0006,
    ]);
    expect(offsetFrom(near, all)).toBeNull();
  });

  it('cannot be told of layers that share nothing, or of next to nothing', () => {
    expect(offsetFrom(town(3, 1000), all)).toBeNull();
    expect(offsetFrom(all.subarray(0, 8), all)).toBeNull();
    expect(offsetFrom(all, new Float64Array())).toBeNull();
  });
});
