import { proxy, transfer, wrap } from 'comlink';
import type { WorkerEngine } from '../engine/client';
import type { ConflictFileTool } from '../io/export/conflict-file';
import type { ConflictFileWorkerApi } from './conflict-file-worker';

/** Each file of conflicts in a worker of its own, which asks the engine itself: a million pass the page by. */
export function conflictFileInWorker(
  createWorker: () => Worker,
  engine: Pick<WorkerEngine, 'connect'>,
): ConflictFileTool {
  return async (order, matter, { signal, onProgress }) => {
    signal.throwIfAborted();
    const worker = createWorker();
    try {
      return await new Promise((resolve, reject) => {
        worker.addEventListener('error', (event) => {
          event.preventDefault();
          reject(new Error(event.message));
        });
        signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
        const { port1, port2 } = new MessageChannel();
        engine.connect(port1);
        wrap<ConflictFileWorkerApi>(worker)
          .write(order, matter, transfer(port2, [port2]), proxy(onProgress))
          .then(resolve, reject);
      });
    } finally {
      worker.terminate();
    }
  };
}
