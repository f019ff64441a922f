import { createStore, type StoreApi } from 'zustand/vanilla';
import { localDay } from '../../domain/day';
import { message, type Message } from '../../domain/message';
import { ok } from '../../domain/result';
import { EngineError } from '../../engine/client';
import { fileNameOf } from '../../io/export/file-name';
import type { LayerExportResult, LayerOrder } from '../../io/export/layers/layer-export';
import type { LayerExportRun, LayerExportTool } from '../../io/export/layers/layer-export-tool';
import { INTERNAL, type Removed } from '../../io/export/profile/profile';
import { SECRET_LAYERS, tellingRules } from '../../io/export/profile/sensitive';
import { rulesById } from '../../io/export/rule-properties';
import { isAbort } from '../engine-port';
import { crsName } from '../import/crs-choices';
import { toldOf, type ProjectContext } from '../project/project-context';
import { matterOf, whileCurrent } from '../project/export-findings';
import type { ExportOptions } from '../project/export-input';
import {
  crsOf,
  layerOffers,
  layersPresent,
  rememberedWish,
  rememberWish,
  type ExportWish,
} from './export-wish';
import { layerPieces } from './layer-pieces';

/** What was written; without the bytes, which the browser has. */
export interface LayerExportReport extends Omit<LayerExportResult, 'file' | 'crs'> {
  readonly file: string;
  /** The name of the reference system. */
  readonly crs: Message;
  readonly isPublic: boolean;
}

/** What the public profile would remove, of the wish as it is. */
export type Survey =
  | { readonly status: 'none' | 'running' }
  | { readonly status: 'done'; readonly removed: Removed }
  | { readonly status: 'failed'; readonly failure: Message };

export interface LayerExportState {
  readonly wish: ExportWish;
  readonly survey: Survey;
  readonly isRunning: boolean;
  /** Of the last export. */
  readonly report: LayerExportReport | null;
}

export interface LayerExportStore extends StoreApi<LayerExportState> {
  change(changes: Partial<ExportWish>): void;
  /** Counts what the public profile would remove; a former count is given up. */
  survey(): Promise<void>;
  /** Gives the count up. */
  stopSurvey(): void;
  /** Writes the layers and downloads the file; what it holds and lacks is then shown. */
  run(): Promise<void>;
}

type Context = Pick<
  ProjectContext,
  'plan' | 'analysis' | 'engine' | 'session' | 'desk' | 'memory' | 'now' | 'settled'
> & {
  readonly layerExports: LayerExportTool;
  /** Features of each reference file, by the hash of its bytes. */
  readonly counts: () => ReadonlyMap<string, number>;
};

const BUSY = 'layer-export';

/** Exports of layers in formats of GIS and CAD programs. */
export function createLayerExportStore(context: Context): LayerExportStore {
  const { plan, analysis, engine, session, desk, memory, layerExports } = context;
  const store = createStore<LayerExportState>(() => ({
    wish: rememberedWish(memory),
    survey: { status: 'none' },
    isRunning: false,
    report: null,
  }));
  let surveying: AbortController | null = null;

  /** Hands the layers of the wish to a worker, then has it do its work with them. */
  const withLayers = async <T>(
    options: ExportOptions,
    work: (run: LayerExportRun, order: LayerOrder) => Promise<T>,
  ): Promise<T> => {
    await context.settled();
    const { wish } = store.getState();
    const { plan: exported, revision } = plan.getState();
    const isOutdated = () => plan.getState().revision !== revision;
    const state = analysis.getState().analysis;
    const offers = layerOffers(exported, state, context.counts());
    const layers = offers.map(({ layer }) => layer).filter((layer) => wish.layers.includes(layer));
    if (layers.length === 0) throw new EngineError('export-layers.nothing');
    const isPublic = wish.audience === 'public';
    const besides = isPublic
      ? layersPresent(exported, SECRET_LAYERS).filter((layer) => !layers.includes(layer))
      : [];
    const { language } = session.getState();
    const run = layerExports({ layers, besides, language });
    try {
      const total = offers.reduce(
        (sum, { layer, count }) => sum + (layers.includes(layer) ? (count ?? 0) : 0),
        0,
      );
      let done = 0;
      const told = (so: number) => {
        done = so;
        options.onProgress({ done: Math.min(done, total), total });
      };
      const quiet = { ...options, onProgress: () => undefined };
      const asOf = localDay(new Date(context.now()));
      const input = { plan: exported, analysis: state, engine, asOf, isOutdated, options: quiet };
      for (const layer of [...layers, ...besides]) {
        if (layer === 'conflicts') {
          const before = done;
          const heard = { ...options, onProgress: (of: { readonly done: number }) => told(before + of.done) };
          await whileCurrent({ options: heard, isOutdated }, (pace) =>
            run.addConflicts(matterOf(input), pace),
          );
          continue;
        }
        for await (const { lines, count } of layerPieces(layer, input)) {
          options.signal.throwIfAborted();
          if (isOutdated()) throw new EngineError('export.outdated');
          await run.add(layer, lines, count);
          told(done + count);
        }
      }
      const [only] = layers;
      const about = isPublic ? 'public' : layers.length === 1 && only ? only : 'layers';
      return await work(run, {
        format: wish.format,
        crs: crsOf(wish, exported),
        ...(wish.shift === null ? {} : { shift: wish.shift }),
        encoding: wish.encoding,
        qgisProject: wish.qgisProject,
        language,
        profile: isPublic
          ? {
              kind: 'public',
              roundM: wish.roundM,
              approvalNumber: wish.approvalNumber,
              tellingRules: tellingRules(rulesById(exported).values()),
            }
          : INTERNAL,
        name: `${fileNameOf(exported)}-${about}`,
      });
    } finally {
      run.close();
    }
  };

  const stopSurvey = () => {
    surveying?.abort(new DOMException('cancelled', 'AbortError'));
    surveying = null;
    store.setState({ survey: { status: 'none' } });
  };

  return Object.assign(store, {
    change(changes: Partial<ExportWish>) {
      store.setState(({ wish }) => ({ wish: { ...wish, ...changes } }));
      rememberWish(memory, store.getState().wish);
    },
    async survey() {
      stopSurvey();
      if (store.getState().wish.audience !== 'public') return;
      const controller = new AbortController();
      surveying = controller;
      store.setState({ survey: { status: 'running' } });
      const { signal } = controller;
      const tell = (survey: Survey) => {
        if (surveying === controller) store.setState({ survey });
      };
      try {
        const removed = await withLayers({ signal, onProgress: () => undefined }, (run, order) =>
          run.survey(order, { signal, onProgress: () => undefined }),
        );
        tell(
          removed.ok
            ? { status: 'done', removed: removed.value }
            : { status: 'failed', failure: removed.error },
        );
      } catch (error) {
        if (!isAbort(error)) tell({ status: 'failed', failure: toldOf(error, 'export-layers.failed') });
      }
    },
    stopSurvey,
    async run() {
      if (store.getState().isRunning) return;
      stopSurvey();
      const controller = new AbortController();
      const { signal } = controller;
      const cancel = () => controller.abort(new DOMException('cancelled', 'AbortError'));
      const show = (code: string) =>
        session.startBusy({ id: BUSY, label: message(code), done: 0, total: 0, cancel });
      const isPublic = store.getState().wish.audience === 'public';
      store.setState({ isRunning: true });
      show('busy.collecting-layers');
      try {
        const onProgress = ({ done, total }: { readonly done: number; readonly total: number }) =>
          session.updateBusy(BUSY, done, total);
        const written = await withLayers({ signal, onProgress }, async (run, order) => {
          show('busy.writing-layers');
          // Once all features are read, the format's own library makes the file of them, and tells of no progress.
          const pace = {
            signal,
            onProgress(done: number, total: number) {
              if (done < total) onProgress({ done, total });
              else show('busy.finishing-file');
            },
          };
          const result = await run.write(order, pace);
          return result.ok ? ok({ ...result.value, crs: crsName(order.crs) }) : result;
        });
        if (!written.ok) {
          session.notify('error', written.error);
          return;
        }
        const { file, ...rest } = written.value;
        desk.download(file.name, file.content, rest.mime);
        store.setState({ report: { ...rest, file: file.name, isPublic } });
        if (session.getState().dialog === null) session.setState({ dialog: { kind: 'export-report' } });
        else session.notify('success', message('export.done', { file: file.name }));
      } catch (error) {
        if (isAbort(error)) session.notify('info', message('export.cancelled'));
        else session.notify('error', toldOf(error, 'export-layers.failed'));
      } finally {
        store.setState({ isRunning: false });
        session.endBusy(BUSY);
      }
    },
  });
}
