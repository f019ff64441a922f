import { expose } from 'comlink';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import { parentPort, Worker } from 'node:worker_threads';
import { createEngineClient, type EngineClient } from '../../../src/engine/client';
import { createEngine } from '../../../src/engine/engine';

/** The engine in a worker of Node: this program once more, which then calls `serveEngine`. */
export function engineInWorker(): EngineClient {
  const worker = new Worker(process.argv[1]!);
  const endpoint = nodeEndpoint(worker);
  const browserLike = {
    ...endpoint,
    // The adapter takes every kind of listener for one of messages.
    addEventListener(...[type, listener]: Parameters<typeof endpoint.addEventListener>) {
      if (type === 'message') endpoint.addEventListener(type, listener);
      else worker.on(type, listener as (value: unknown) => void);
    },
    terminate: () => void worker.terminate(),
  };
  return createEngineClient(browserLike as unknown as globalThis.Worker);
}

/** The worker's side. */
export function serveEngine(): void {
  if (!parentPort) throw new Error('not in a worker');
  expose(createEngine(), nodeEndpoint(parentPort));
}
