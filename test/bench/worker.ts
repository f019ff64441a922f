import { expose } from 'comlink';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import { parentPort, workerData } from 'node:worker_threads';
import type { WorkerRole } from './support/node-worker';

/** What a worker of Node can be, each with only what it needs: workers are started while something is measured. */
const ROLES: Readonly<Record<WorkerRole, () => Promise<object>>> = {
  engine: async () => (await import('../../src/engine/engine')).createEngine(),
  range: async () => (await import('../../src/engine/range-api')).rangeApi,
};

if (!parentPort) throw new Error('not in a worker');
// What is asked before is kept until somebody listens.
expose(await ROLES[workerData as WorkerRole](), nodeEndpoint(parentPort));
