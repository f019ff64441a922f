import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openProject } from '../../../src/cli/open-project';
import { featuresOf, keyOf, planOf, type FeatureRecord } from '../../../src/domain/plan';
import type { PlanDiff } from '../../../src/domain/plan-diff';
import type { EngineClient } from '../../../src/engine/client';
import { EngineUnderTest } from '../support/engine-under-test';
import { engineInWorker } from '../support/node-worker';
import { siteMoves } from '../support/site-moves';

const WARM_UP = 300;

/** Milliseconds of each of so many moves of a school, its conflicts computed before the next moves. */
export async function siteMove({ folder, moves }: { folder: string; moves: number }): Promise<number[]> {
  const engine = await EngineUnderTest.open(folder);
  const planned = siteMoves(engine.sites(), WARM_UP + moves);
  globalThis.gc?.();
  const times = planned.map((site) => {
    const start = performance.now();
    engine.move(site);
    return performance.now() - start;
  });
  return times.slice(WARM_UP);
}

export interface WorkerMoves {
  /** Milliseconds from the message with the change to the answer that its conflicts are computed. */
  readonly computed: readonly number[];
  /** Milliseconds to the list of the conflicts that came, went and changed. */
  readonly listed: readonly number[];
}

/** The same through a worker. */
export async function siteMoveInWorker({
  folder,
  moves,
}: {
  folder: string;
  moves: number;
}): Promise<WorkerMoves> {
  const engine = engineInWorker();
  const sites = await loaded(engine, folder);
  const now = new Map(sites.map((site) => [keyOf(site), site]));
  const computed: number[] = [];
  const listed: number[] = [];
  let revision = 1;
  for (const after of siteMoves(sites, WARM_UP + moves)) {
    const before = now.get(keyOf(after))!;
    now.set(keyOf(after), after);
    const diff: PlanDiff = { created: [], modified: [[before, after]], deleted: [] };
    const start = performance.now();
    await engine.update(diff, ++revision);
    computed.push(performance.now() - start);
    await engine.changes();
    listed.push(performance.now() - start);
  }
  engine.close();
  return { computed: computed.slice(WARM_UP), listed: listed.slice(WARM_UP) };
}

async function loaded(engine: EngineClient, folder: string): Promise<readonly FeatureRecord[]> {
  const project = await openProject(folder);
  if (!project.ok) throw new Error(project.error.code);
  const { records, layers } = project.value;
  for (const { name } of layers) {
    const file = `${name}.geojson`;
    await engine.inspect({ file, layer: name, bytes: new Uint8Array(readFileSync(join(folder, file))) });
  }
  await engine.load({ records, revision: 1 });
  return featuresOf(planOf(records), 'schools');
}
