import { expose } from 'comlink';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import { parentPort, Worker } from 'node:worker_threads';
import { createEngineClient, type EngineClient } from '../../../src/engine/client';
import { createEngine } from '../../../src/engine/engine';

/** The engine in a worker of Node: this program once more, which then calls `serveEngine`. */
export function engineInWorker(): EngineClient {
  const worker = new Worker(process.argv[1]!);
  const endpoint = Object.assign(nodeEndpoint(worker), { terminate: () => void worker.terminate() });
  return createEngineClient(endpoint as unknown as globalThis.Worker);
}

/** The worker's side. */
export function serveEngine(): void {
  if (!parentPort) throw new Error('not in a worker');
  expose(createEngine(), nodeEndpoint(parentPort));
}
