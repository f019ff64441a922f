import { EngineUnderTest } from '../support/engine-under-test';
import { siteMoves } from '../support/site-moves';

export interface SiteMove {
  /** Milliseconds of each move. */
  readonly engine: readonly number[];
}

/** Moving one school after another, each change brought in and its conflicts computed before the next. */
export async function siteMove({ folder, moves }: { folder: string; moves: number }): Promise<SiteMove> {
  const engine = await EngineUnderTest.open(folder);
  const warmUp = 300;
  const planned = siteMoves(engine.sites(), warmUp + moves);
  globalThis.gc?.();
  const times = planned.map((site) => {
    const start = performance.now();
    engine.move(site);
    return performance.now() - start;
  });
  return { engine: times.slice(warmUp) };
}
