import { expose } from 'comlink';
import { browserGdal } from '../../gdal/browser-gdal';
import type { InspectProgress } from '../pace';
import type { PlaceOptions } from '../place-layer';
import { sourceBatch } from './source-batch';
import type { DroppedFile, ProjectPlace, SourceBatch } from './source-tool';

const gdal = browserGdal(
  () => new Worker(new URL('../../gdal/gdal-worker.ts', import.meta.url), { type: 'module' }),
);

let batch: SourceBatch | null = null;
let placing = new AbortController();

function opened(): SourceBatch {
  if (!batch) throw new Error('no files were given');
  return batch;
}

/** One batch of files, as the page asks for it; the worker ends with it. */
const exposed = {
  read(files: readonly DroppedFile[], place: ProjectPlace, onProgress: (progress: InspectProgress) => void) {
    batch = sourceBatch(files, gdal);
    return batch.read(place, { onProgress });
  },
  readAgain: (key: string, encoding: string) => opened().readAgain(key, encoding),
  place(key: string, options: PlaceOptions, onProgress: (progress: InspectProgress) => void) {
    placing = new AbortController();
    return opened().place(key, options, { signal: placing.signal, onProgress });
  },
  /** Gives up the placing that is under way. */
  cancel() {
    placing.abort(new DOMException('cancelled', 'AbortError'));
  },
};

export type SourceWorkerApi = typeof exposed;

expose(exposed);
