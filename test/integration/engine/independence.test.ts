import { expose } from 'comlink';
import { afterEach, describe, expect, it } from 'vitest';
import { isCollectionName, LAYER_NAMES } from '../../../src/domain/layer';
import { planOf } from '../../../src/domain/plan';
import { apply, between, invert, type PlanDiff } from '../../../src/domain/plan-diff';
import { createEngineClient, type EngineClient } from '../../../src/engine/client';
import { createEngine } from '../../../src/engine/engine';
import { createInlineEngine } from '../../../src/engine/inline-engine';
import type { Helpers } from '../../../src/engine/inspect';
import { loadedTown, townBytes } from '../../builders/engine-town';
import { randomSource } from '../../builders/random';
import { rangeWorkers } from '../../builders/range-workers';
import { smallTown } from '../../builders/small-town';
import { edited, EDITS, type Edit } from '../../builders/town-edits';

const SEED = 21;
const EDIT_COUNT = 1000;
/** Reference layers of the town that have features. */
const LAYERS_READ = LAYER_NAMES.filter(
  (layer) => !isCollectionName(layer) && (smallTown(SEED).layers[layer]?.length ?? 0) > 0,
).length;
const EMPTYING: readonly Edit[] = ['drop a layer', 'delete all reservations', 'delete a school'];

const opened: MessagePort[] = [];
afterEach(() => {
  for (const port of opened.splice(0)) port.close();
});

/** A client whose engine is at the other end of a message channel, as a worker's is, and may have workers of its own. */
function distant(helpers?: Helpers): EngineClient {
  const { port1, port2 } = new MessageChannel();
  opened.push(port1, port2);
  expose(createEngine(undefined, helpers), port1);
  const worker = Object.assign(port2, { terminate: () => port2.close() });
  return createEngineClient(worker as unknown as Worker);
}

async function readTown(engine: EngineClient): Promise<void> {
  for (const layer of LAYER_NAMES) {
    if (isCollectionName(layer)) continue;
    const file = `${layer}.geojson`;
    await engine.inspect({ file, layer, bytes: townBytes(SEED, layer), allowEmpty: true });
  }
}

/** The answer to the last bit: JSON writes every number so that reading it back gives the same one. */
async function answer(engine: EngineClient): Promise<string> {
  return JSON.stringify({ ...(await engine.report('2026-11-25')), revision: 0 });
}

describe('the same conflicts, bit for bit', () => {
  it(
    `inline, from one worker and from several, from scratch and after ${EDIT_COUNT} edits`,
    { timeout: 300_000 },
    async () => {
      const { engine: near, records } = await loadedTown(SEED);
      const far = distant();
      const workers = rangeWorkers();
      const several = distant({ cores: 4, startRangeWorker: workers.start, leastBytes: 0 });
      for (const engine of [far, several]) {
        await readTown(engine);
        await engine.load({ records, revision: 1 });
        expect(await answer(engine)).toBe(await answer(near));
      }
      expect(workers.started()).toBeGreaterThan(LAYERS_READ);

      const random = randomSource(SEED);
      const done: PlanDiff[] = [];
      let plan = planOf(records);
      let changed = 0;
      let kind: Edit = 'undo';
      for (let revision = 2; revision < EDIT_COUNT + 2; revision++) {
        // What empties the town is taken back at once, so that there is something to edit to the end.
        kind = EMPTYING.includes(kind) ? 'undo' : EDITS[Math.floor(EDITS.length * random())]!;
        const seed = Math.floor(2 ** 30 * random());
        const last = kind === 'undo' ? done.pop() : undefined;
        const diff = last ? invert(last) : between(plan, edited(plan, kind, seed));
        if (!last) done.push(diff);
        plan = apply(plan, diff);
        await Promise.all([near, far, several].map((engine) => engine.update(diff, revision)));
        const [here, ...elsewhere] = await Promise.all([near.changes(), far.changes(), several.changes()]);
        changed += here.upserted.length + here.removed.length;
        for (const { upserted, removed } of elsewhere) {
          expect(JSON.stringify([upserted, removed])).toBe(JSON.stringify([here.upserted, here.removed]));
        }
        if (revision % 200 !== 1) continue;
        const fresh = createInlineEngine();
        await readTown(fresh);
        await fresh.load({ records: [...plan.values()], revision });
        const expected = await answer(fresh);
        for (const engine of [near, far, several]) expect(await answer(engine)).toBe(expected);
      }
      expect(changed).toBeGreaterThan(EDIT_COUNT);
    },
  );
});
