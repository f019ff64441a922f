import { proxy, wrap } from 'comlink';
import type { ReportTool } from '../io/report/report-tool';
import type { ReportWorkerApi } from './report-worker';

/** Each report in a worker of its own, which ends with it and gives the memory of fonts and pictures back. */
export function reportInWorker(createWorker: () => Worker): ReportTool {
  return async (input, order, { shapesOf, signal, onProgress }) => {
    signal.throwIfAborted();
    const worker = createWorker();
    try {
      return await new Promise((resolve, reject) => {
        worker.addEventListener('error', (event) => {
          event.preventDefault();
          reject(new Error(event.message));
        });
        signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
        wrap<ReportWorkerApi>(worker)
          .make(input, order, proxy(shapesOf), proxy(onProgress))
          .then(resolve, reject);
      });
    } finally {
      worker.terminate();
    }
  };
}
