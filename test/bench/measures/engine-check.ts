import { EngineUnderTest, type Totals } from '../support/engine-under-test';
import { secondsOf } from '../support/timing';

export interface EngineCheck extends Totals {
  /** Of each run, after one to warm up. */
  readonly seconds: readonly number[];
}

/** The whole check of a city on one thread: every rule on every site, the parcels read and indexed before. */
export async function engineCheck({ folder, runs }: { folder: string; runs: number }): Promise<EngineCheck> {
  const engine = await EngineUnderTest.open(folder);
  const seconds = secondsOf(runs + 1, {
    before: () => engine.forget(),
    work: () => engine.check(),
  });
  return { seconds: seconds.slice(1), ...engine.totals() };
}
