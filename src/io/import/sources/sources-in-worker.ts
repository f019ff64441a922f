import { proxy, wrap } from 'comlink';
import type { Message } from '../../../domain/message';
import type { Result } from '../../../domain/result';
import type { CrsFault } from '../../../geo/crs/reprojection';
import type { PaceOptions } from '../pace';
import type { BatchReading, PlacedFile, SourceSummary, SourceTool } from './source-tool';
import type { SourceWorkerApi } from './source-worker';

/**
 * Each batch in a worker of its own, which ends with it: a file that hangs or fills the memory of its reader harms
 * nothing else.
 */
export function sourcesInWorker(createWorker: () => Worker): SourceTool {
  return (files) => {
    const worker = createWorker();
    const remote = wrap<SourceWorkerApi>(worker);
    const failing = new Set<(reason: Error) => void>();
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      for (const reject of failing) reject(new Error(event.message));
    });
    const asked = async <T>(
      ask: () => Promise<T>,
      signal?: AbortSignal,
      onAbort?: () => void,
    ): Promise<T> => {
      signal?.throwIfAborted();
      let fail: (reason: Error) => void = () => undefined;
      const failed = new Promise<never>((_, reject) => {
        fail = reject;
      });
      failing.add(fail);
      const abort = () => {
        onAbort?.();
        fail(signal?.reason as Error);
      };
      signal?.addEventListener('abort', abort);
      try {
        return await Promise.race([ask(), failed]);
      } finally {
        failing.delete(fail);
        signal?.removeEventListener('abort', abort);
      }
    };
    const heard = ({ onProgress }: PaceOptions) => proxy(onProgress ?? (() => undefined));
    return {
      read: (place, pace = {}) =>
        asked<BatchReading>(
          () => remote.read(files, place, heard(pace)),
          pace.signal,
          () => worker.terminate(),
        ),
      // Comlink spreads a union of results over promises; it is one promise of the union.
      readAgain: (key, encoding, pace = {}) =>
        asked<Result<readonly SourceSummary[], Message>>(
          () => remote.readAgain(key, encoding, heard(pace)),
          pace.signal,
          () => void remote.cancel(),
        ),
      place: (key, options, pace = {}) =>
        asked<Result<PlacedFile, CrsFault>>(
          () => remote.place(key, options, heard(pace)),
          pace.signal,
          () => void remote.cancel(),
        ),
      close() {
        for (const reject of failing) reject(new DOMException('closed', 'AbortError'));
        worker.terminate();
      },
    };
  };
}
