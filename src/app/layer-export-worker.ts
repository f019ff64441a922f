import { expose, wrap } from 'comlink';
import { conflictTableWords } from '../i18n/conflict-table-words';
import type { ConnectedApi } from '../engine/protocol';
import type { ConflictMatter } from '../io/export/conflict-source';
import type { ExportedLayer } from '../io/export/layers/exported-layer';
import type { LayerOrder } from '../io/export/layers/layer-export';
import { layerExportRun } from '../io/export/layers/layer-export-run';
import type { LayerExportRun, LayerSelection } from '../io/export/layers/layer-export-tool';
import { browserGdal } from '../io/gdal/browser-gdal';

const gdal = browserGdal(
  () => new Worker(new URL('../io/gdal/gdal-worker.ts', import.meta.url), { type: 'module' }),
);

let run: LayerExportRun | null = null;

function begun(): LayerExportRun {
  if (!run) throw new Error('nothing was chosen');
  return run;
}

type OnProgress = (done: number, total: number) => void;

/** The worker is ended where an export is given up. */
const { signal } = new AbortController();

/** One export, as the page asks for it; the worker ends with it. */
const exposed = {
  begin(selection: LayerSelection, engine: MessagePort) {
    run = layerExportRun(selection, conflictTableWords(selection.language), gdal, wrap<ConnectedApi>(engine));
  },
  addConflicts: (matter: ConflictMatter, onProgress: OnProgress) =>
    begun().addConflicts(matter, { signal, onProgress }),
  add: (layer: ExportedLayer, lines: Uint8Array<ArrayBuffer>, count: number) =>
    begun().add(layer, lines, count),
  survey: (order: LayerOrder, onProgress: OnProgress) => begun().survey(order, { signal, onProgress }),
  write: (order: LayerOrder, onProgress: OnProgress) => begun().write(order, { signal, onProgress }),
};

export type LayerExportWorkerApi = typeof exposed;

expose(exposed);
