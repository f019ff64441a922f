import { describe, expect, it } from 'vitest';
import type { GeoFeature } from '../../../src/domain/feature';
import type { LayerName } from '../../../src/domain/layer';
import type { EngineClient } from '../../../src/engine/client';
import { loadedTown } from '../../builders/engine-town';

/** All features of a layer, so many at a time, and how many calls that took. */
async function inPieces(engine: EngineClient, layer: LayerName, size: number) {
  const features: GeoFeature[] = [];
  let calls = 0;
  for (let from: number | null = 0; from !== null;) {
    const { lines, count, next } = await engine.layerLines(layer, from, size);
    const some = new TextDecoder().decode(lines).split('\n').slice(0, -1);
    expect(some).toHaveLength(count);
    expect(count).toBeLessThanOrEqual(size);
    features.push(...some.map((line) => JSON.parse(line) as GeoFeature));
    from = next;
    calls++;
  }
  return { features, calls };
}

describe('layerLines', () => {
  it('gives every feature of a layer once, as it is when asked for alone', async () => {
    const { engine } = await loadedTown(7);
    const whole = await inPieces(engine, 'parcels', 10_000);
    const { features, calls } = await inPieces(engine, 'parcels', 3);
    expect(calls).toBeGreaterThan(3);
    expect(features).toEqual(whole.features);
    expect(new Set(features.map(({ id }) => id)).size).toBe(features.length);
    for (const { id, geometry, properties } of features.slice(0, 10)) {
      const alone = await engine.feature({ layer: 'parcels', id: String(id) });
      expect(geometry).toEqual(alone!.geometry);
      expect(properties).toEqual(alone!.properties);
    }
  });

  it('gives the records of the plan too, and nothing of a layer that is not there', async () => {
    const { engine } = await loadedTown(7);
    expect((await inPieces(engine, 'schools', 2)).features.length).toBeGreaterThan(0);
    expect((await inPieces(engine, 'water', 2)).features).toEqual([]);
  });
});
