import { jobsOf, type EngineClient } from './client-jobs';
import { createEngine } from './engine';

/** The engine on this thread: for tests; apart from `client.ts`, so that the page need not load all of it. */
export function createInlineEngine(): EngineClient {
  const engine = createEngine();
  return {
    ...engine,
    ...jobsOf(engine, (ask) => ask()),
    close: () => undefined,
  };
}
