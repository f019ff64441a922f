import { expose } from 'comlink';
import { browserGdal } from '../../gdal/browser-gdal';
import type { InspectProgress, PaceOptions } from '../pace';
import type { PlaceOptions } from '../place-layer';
import { sourceBatch } from './source-batch';
import type { DroppedFile, ProjectPlace, SourceBatch } from './source-tool';

const gdal = browserGdal(
  () => new Worker(new URL('../../gdal/gdal-worker.ts', import.meta.url), { type: 'module' }),
);

let batch: SourceBatch | null = null;
let working = new AbortController();

function opened(): SourceBatch {
  if (!batch) throw new Error('no files were given');
  return batch;
}

/** What is asked for next can be given up by itself. */
function begun(onProgress: (progress: InspectProgress) => void): PaceOptions {
  working = new AbortController();
  return { signal: working.signal, onProgress };
}

/** One batch of files, as the page asks for it; the worker ends with it. */
const exposed = {
  read(files: readonly DroppedFile[], place: ProjectPlace, onProgress: (progress: InspectProgress) => void) {
    batch = sourceBatch(files, gdal);
    return batch.read(place, { onProgress });
  },
  readAgain: (key: string, encoding: string, onProgress: (progress: InspectProgress) => void) =>
    opened().readAgain(key, encoding, begun(onProgress)),
  place: (key: string, options: PlaceOptions, onProgress: (progress: InspectProgress) => void) =>
    opened().place(key, options, begun(onProgress)),
  /** Gives up what is under way; what was read before stays. */
  cancel() {
    working.abort(new DOMException('cancelled', 'AbortError'));
  },
};

export type SourceWorkerApi = typeof exposed;

expose(exposed);
