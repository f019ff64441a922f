import { expose } from 'comlink';
import { afterEach, describe, expect, it } from 'vitest';
import { createEngineClient } from '../../../src/engine/client';
import { createEngine } from '../../../src/engine/engine';
import { isCollectionName, LAYER_NAMES } from '../../../src/domain/layer';
import { loadedTown, townBytes } from '../../builders/engine-town';
import { pointFeature } from '../../builders/small-town';

const opened: MessagePort[] = [];
afterEach(() => {
  for (const port of opened.splice(0)) port.close();
});

/** A client whose engine is at the other end of a message channel, as a worker's is. */
function distant() {
  const { port1, port2 } = new MessageChannel();
  opened.push(port1, port2);
  expose(createEngine(), port1);
  const worker = Object.assign(port2, { terminate: () => port2.close() });
  return createEngineClient(worker as unknown as Worker);
}

describe('the engine behind messages', () => {
  it('gives what it gives on one thread', async () => {
    const { engine: near, records, analysis } = await loadedTown(8);
    const far = distant();
    const told: string[] = [];
    for (const layer of LAYER_NAMES) {
      if (isCollectionName(layer)) continue;
      const bytes = townBytes(8, layer);
      await far.inspect({ file: `${layer}.geojson`, layer, bytes, allowEmpty: true });
      expect(bytes.byteLength).toBe(0);
    }
    const onProgress = ({ step }: { step: string }) => told.push(step);
    const { findings, ...tables } = analysis;
    expect(await far.load({ records, revision: 1 }, { onProgress })).toEqual(tables);
    expect(await far.findings(0, Infinity)).toEqual(findings);
    expect(findings.length).toBeGreaterThan(20);
    expect(await far.report('2026-11-25')).toEqual(await near.report('2026-11-25'));
    expect(await far.snapLines([105.99, 31.59, 106.01, 31.61], 100)).toEqual(
      await near.snapLines([105.99, 31.59, 106.01, 31.61], 100),
    );
    const address = { z: 10, x: 813, y: 417 };
    const tile = await far.tile('parcels', address);
    expect(tile?.length).toBeGreaterThan(100);
    expect(tile).toEqual(await near.tile('parcels', address));
  });

  it('keeps the message of a failure, and the name of a cancellation', async () => {
    const far = distant();
    await expect(far.report('2026-11-25')).rejects.toMatchObject({ code: 'engine.no-project' });
    const controller = new AbortController();
    // Too much to be read before the engine looks up again.
    const features = Array.from({ length: 20_000 }, (_, n) => pointFeature(`F${n}`, n, n));
    const bytes = new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features }));
    const request = { file: 'facilities.geojson', layer: 'facilities', bytes } as const;
    const inspect = far.inspect(request, { signal: controller.signal });
    controller.abort();
    await expect(inspect).rejects.toMatchObject({ name: 'AbortError' });
  });
});
