import { proxy, transfer, wrap } from 'comlink';
import type { WorkerEngine } from '../engine/client';
import type { ConflictFileTool } from '../io/export/conflict-file';
import type { ConflictFileWorkerApi } from './conflict-file-worker';
import { inWorker } from './in-worker';

/** Each file of conflicts in a worker of its own, which asks the engine itself: a million pass the page by. */
export function conflictFileInWorker(
  createWorker: () => Worker,
  engine: Pick<WorkerEngine, 'connect'>,
): ConflictFileTool {
  return (order, matter, { signal, onProgress }) =>
    inWorker(createWorker, signal, (worker) => {
      const { port1, port2 } = new MessageChannel();
      engine.connect(port1);
      return wrap<ConflictFileWorkerApi>(worker).write(
        order,
        matter,
        transfer(port2, [port2]),
        proxy(onProgress),
      );
    });
}
