import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { createEngineClient, type EngineClient } from '../../../src/engine/client';

/** What a worker can be: the program beside this one, `worker.ts`, knows how. */
export type WorkerRole = 'engine' | 'range';

/** The engine in a worker of Node. */
export function engineInWorker(): EngineClient {
  return createEngineClient(workerFor('engine'));
}

/** A worker of Node that scans ranges. */
export function rangeWorker(): globalThis.Worker {
  return workerFor('range');
}

/** A worker that looks like a browser's. */
function workerFor(role: WorkerRole): globalThis.Worker {
  const worker = new Worker(join(dirname(process.argv[1]!), 'worker.mjs'), { workerData: role });
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
  return browserLike as unknown as globalThis.Worker;
}
