import { proxy, releaseProxy, transfer, wrap } from 'comlink';
import type { RangeScanners } from '../io/import/scan/scan-in-ranges';
import type { RangeApi } from './range-api';

/** Starts a worker that runs `range-worker.ts`. */
export type StartRangeWorker = () => Worker;

/** Less than this is scanned sooner than workers are started and what they gave is joined. */
const LEAST_BYTES = 64 << 20;

/** On two cores two workers were slower than one thread in Node, and no quicker in Chromium, for twice the memory. */
export const LEAST_CORES = 3;

const MOST_WORKERS = 8;

/** Scans ranges of a file in workers of their own, on as many cores as there are but for one. */
export function rangeScanners(
  bytes: Uint8Array | Blob,
  cores: number,
  start: StartRangeWorker,
  leastBytes = LEAST_BYTES,
): RangeScanners {
  return {
    countFor(size) {
      if (size < leastBytes || cores < LEAST_CORES) return 1;
      return Math.min(MOST_WORKERS, cores - 1);
    },
    async scan(range, manner, { signal, onProgress }) {
      signal.throwIfAborted();
      const worker = start();
      const remote = wrap<RangeApi>(worker);
      try {
        const failed = new Promise<never>((_resolve, reject) => {
          worker.addEventListener('error', () => reject(new Error('the worker failed')));
          worker.addEventListener('messageerror', () => reject(new Error('the worker could not be read')));
          signal.addEventListener('abort', () => reject(new Error('the worker was stopped')));
        });
        const piece = bytes.slice(range.start, range.end);
        const handed = piece instanceof Uint8Array ? transfer(piece, [piece.buffer]) : piece;
        return await Promise.race([remote.scan(handed, manner, proxy(onProgress)), failed]);
      } finally {
        remote[releaseProxy]();
        worker.terminate();
      }
    },
  };
}
