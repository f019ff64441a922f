import { proxy, transfer, wrap } from 'comlink';
import type { WorkerEngine } from '../engine/client';
import type { Message } from '../domain/message';
import type { Result } from '../domain/result';
import type { ExportPace, LayerExportTool, WrittenExport } from '../io/export/layers/layer-export-tool';
import type { Removed } from '../io/export/profile/profile';
import type { LayerExportWorkerApi } from './layer-export-worker';

/** Each export in a worker of its own, which asks the engine itself, ends with it and gives its memory back. */
export function layerExportInWorker(
  createWorker: () => Worker,
  engine: Pick<WorkerEngine, 'connect'>,
): LayerExportTool {
  return (selection) => {
    const worker = createWorker();
    const remote = wrap<LayerExportWorkerApi>(worker);
    let fail: (reason: Error) => void = () => undefined;
    const failed = new Promise<never>((_, reject) => {
      fail = reject;
    });
    // Where nothing waits for it just now, the next call hears of it.
    failed.catch(() => undefined);
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      fail(new Error(event.message));
    });
    const asked = <T>(ask: () => Promise<T>): Promise<T> => Promise.race([ask(), failed]);
    const watched = async <T>(
      { signal, onProgress }: ExportPace,
      ask: (heard: ExportPace['onProgress']) => Promise<T>,
    ): Promise<T> => {
      signal.throwIfAborted();
      signal.addEventListener('abort', () => fail(signal.reason as Error), { once: true });
      return asked(() => ask(proxy(onProgress)));
    };
    const { port1, port2 } = new MessageChannel();
    engine.connect(port1);
    const ready = remote.begin(selection, transfer(port2, [port2]));
    return {
      add: (layer, lines, count) =>
        asked(async () => {
          await ready;
          await remote.add(layer, transfer(lines, [lines.buffer]), count);
        }),
      addConflicts: (matter, pace) =>
        watched(pace, async (onProgress) => {
          await ready;
          await remote.addConflicts(matter, onProgress);
        }),
      // Comlink spreads a union of results over promises; it is one promise of the union.
      survey: (order, pace) =>
        watched<Result<Removed, Message>>(pace, (onProgress) => remote.survey(order, onProgress)),
      write: (order, pace) =>
        watched<Result<WrittenExport, Message>>(pace, (onProgress) => remote.write(order, onProgress)),
      close: () => worker.terminate(),
    };
  };
}
