import { expose } from 'comlink';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { createEngineClient, type EngineClient } from '../../../src/engine/client';
import { createEngine } from '../../../src/engine/engine';
import { rangeApi } from '../../../src/engine/range-api';

/** What a worker of Node that runs this program once more can be. */
const ROLES = { engine: createEngine, range: () => rangeApi } as const;
type Role = keyof typeof ROLES;

/** The engine in a worker of Node. */
export function engineInWorker(): EngineClient {
  return createEngineClient(workerFor('engine'));
}

/** A worker of Node that scans ranges. */
export function rangeWorker(): globalThis.Worker {
  return workerFor('range');
}

/** A worker that looks like a browser's; its side calls `serveRole`. */
function workerFor(role: Role): globalThis.Worker {
  const worker = new Worker(process.argv[1]!, { workerData: role });
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

/** The worker's side. */
export function serveRole(): void {
  if (!parentPort) throw new Error('not in a worker');
  expose(ROLES[workerData as Role](), nodeEndpoint(parentPort));
}
