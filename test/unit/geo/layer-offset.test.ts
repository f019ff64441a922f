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

  it('cannot be told of layers that share nothing, or of next to nothing', () => {
    expect(offsetFrom(town(3, 1000), all)).toBeNull();
    expect(offsetFrom(all.subarray(0, 8), all)).toBeNull();
    expect(offsetFrom(all, new Float64Array())).toBeNull();
  });
});
