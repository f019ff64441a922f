import { createStore } from 'zustand/vanilla';
import type { LayerName } from '../domain/layer';
import type { OutlinedLayer } from '../domain/layer-outline';
import { message } from '../domain/message';
import { projectOf } from '../domain/plan';
import type { Crs } from '../geo/crs/crs';
import { nextTurn } from '../io/import/next-turn';
import type { DroppedFile, SourceTool } from '../io/import/sources/source-tool';
import type { Memory } from './browser-memory';
import { showClassifiedNotice } from './classified-notice';
import { bytesOf } from './content-store';
import { withCrs } from './import/crs-choices';
import { exchangeAxes } from './import/exchange-axes';
import { knownFile, type KnownFile } from './import/file-kind';
import { wantsSettings } from './import/wants-settings';
import { guessLayer } from './import/guess-layer';
import { createImportJobs } from './import/import-jobs';
import { commitImports, type CommitDeps } from './import/commit-imports';
import type { ReadImport } from './import/import-diff';
import {
  pendingSource,
  withChoices,
  withFieldsOf,
  withScheme,
  type SourceChoices,
} from './import/pending-source';
import { openProjectAmong, type ProjectOpeners } from './import/open-project-among';
import { createPendingList } from './import/pending-list';
import { createPendingReading } from './import/pending-reading';
import {
  keepRemembered,
  readRemembered,
  withEntry,
  withTaught,
  type Remembered,
  type RememberedEntry,
} from './import/remembered';
import { withTaken, type RepairRow } from './import/repair-choices';
import { createSourceImports, type ReadBatch } from './import/source-imports';
import type { ImportMode, ImportState, ImportStore } from './import-store';
import type { LayerKeeper } from './layer-keeper';
import type { PlanStore } from './plan-store';
import type { SessionStore } from './session-store';

export interface ImportDeps extends ProjectOpeners {
  readonly plan: PlanStore;
  readonly session: SessionStore;
  readonly layers: LayerKeeper;
  readonly memory: Memory;
  readonly sources: SourceTool;
  /** The layers of the plan, thinned. */
  readonly outlines: () => Promise<readonly OutlinedLayer[]>;
  readonly revise: CommitDeps['revise'];
}

const EMPTY: Omit<ImportState, 'remembered'> = { pending: [], refused: [], ground: [] };

/** Files on their way in: read by the engine, shown, and taken into the plan together or not at all. */
export function createImportStore({
  plan,
  session,
  layers,
  memory,
  sources,
  outlines,
  revise,
  openZip,
  openFiles,
}: ImportDeps): ImportStore {
  const store = createStore<ImportState>(() => ({ ...EMPTY, remembered: readRemembered(memory) }));
  const others = createSourceImports(sources);
  const list = createPendingList(store, plan);
  const { find, change, take, modeFor, place } = list;
  const jobs = createImportJobs(session);
  const { tried, stop } = jobs;
  const reading = createPendingReading({ list, others, jobs, layers, session });
  const { contents, readAll } = reading;
  const remembered = () => store.getState().remembered;
  const remember = (changed: Remembered) => {
    keepRemembered(memory, changed);
    store.setState({ remembered: changed });
  };

  const readBatch = (files: readonly DroppedFile[]) =>
    tried(files.map(({ name }) => name).join(', '), (pace) => others.read(files, place(), pace));

  const clear = () => {
    stop();
    others.close();
    reading.clear();
    store.setState(EMPTY);
    if (session.getState().dialog?.kind === 'import') session.setState({ dialog: null });
  };

  const takeLayer = ({ name, bytes, head, origin }: KnownFile): string => {
    const id = take(name, guessLayer(name, head), null);
    change(id, { origin });
    contents.set(id, bytes);
    return id;
  };

  const takeSources = ({ batch, sources, refused }: ReadBatch): string[] => {
    store.setState((state) => ({ refused: [...state.refused, ...refused] }));
    return sources.map((summary) => {
      const { file, name, head } = summary;
      const layer = guessLayer(`${name} ${file}`, head);
      const isOneOfSeveral = sources.filter((other) => other.file === file).length > 1;
      const source = pendingSource(batch, summary, layer, remembered());
      return take(isOneOfSeveral ? `${file} · ${name}` : file, layer, source);
    });
  };

  /** Districts first: the others are judged by where they lie. */
  const readInOrder = (ids: readonly string[]) => {
    const isDistricts = (id: string) => find(id)?.layer === 'districts';
    return readAll([...ids.filter(isDistricts), ...ids.filter((id) => !isDistricts(id))]);
  };

  /** With a system chosen already, or the likeliest. */
  const openSettings = async (id: string, crs?: Crs) => {
    const { file, layer } = find(id) ?? {};
    const bytes = contents.get(id);
    if (file === undefined || !layer || !bytes) return;
    const read = await readBatch([{ name: file, bytes }]);
    const [summary] = read?.sources ?? [];
    for (const reason of read?.refused ?? []) session.notify('error', reason);
    if (!read || !summary) return;
    const source = pendingSource(read.batch, summary, layer, remembered());
    change(id, { source: crs ? withChoices(source, withCrs(summary, crs)) : source });
    await readAll([id]);
  };

  const setSource = async (id: string, changes: Partial<SourceChoices>) => {
    const { source, layer } = find(id) ?? {};
    if (!source || !layer) return;
    const { codeScheme = source.choices.codeScheme } = changes;
    const inScheme =
      codeScheme === source.choices.codeScheme ? source : withScheme(source, codeScheme, layer, remembered());
    change(id, { source: withChoices(inScheme, changes) });
    await readAll([id]);
  };

  /** Beside the reading: what cannot be drawn keeps no file from being taken. */
  const showGround = async () => {
    const ground = await outlines().catch(() => []);
    if (session.getState().dialog?.kind === 'import') store.setState({ ground });
  };

  plan.onReset(clear);

  return Object.assign(store, {
    async add(files: readonly DroppedFile[]) {
      const known = await Promise.all(files.map(knownFile));
      if (known.length === 0 || (await openProjectAmong(known, { session, openZip, openFiles }))) return;
      const { plan: current, locked } = plan.getState();
      if (locked || !projectOf(current)) {
        session.notify('warning', locked ?? message('project.none'));
        return;
      }
      session.setState({ dialog: { kind: 'import' } });
      void showGround();
      const ids = known.filter(({ kind }) => kind === 'layer').map(takeLayer);
      await readInOrder(ids);
      for (const id of ids) {
        const pending = find(id);
        if (pending && wantsSettings(pending, remembered())) await openSettings(id);
      }
      const sourceFiles = known.filter(({ kind }) => kind !== 'layer');
      const read = sourceFiles.length > 0 ? await readBatch(sourceFiles) : null;
      if (read) await readInOrder(takeSources(read));
      const { pending, refused } = store.getState();
      if (pending.length === 0 && refused.length === 0) clear();
    },
    async setLayer(id: string, layer: LayerName) {
      const pending = find(id);
      if (!pending || pending.layer === layer) return;
      const { source } = pending;
      const taken = source && withFieldsOf(source, source.summary, layer, remembered());
      change(id, { layer, mode: modeFor(layer), reply: null, source: taken });
      await readAll([id]);
    },
    setSource,
    setCrs(id: string, crs: Crs) {
      const source = find(id)?.source;
      return source ? setSource(id, withCrs(source.summary, crs)) : openSettings(id, crs);
    },
    async setEncoding(id: string, encoding: string) {
      const { source, file } = find(id) ?? {};
      if (!source || file === undefined) return;
      const again = await tried(file, (pace) => others.readAgain(source, encoding, pace));
      if (!again) return;
      if (!again.ok) {
        session.notify('error', again.error);
        return;
      }
      const ids: string[] = [];
      for (const { id: each, source: own, layer } of store.getState().pending) {
        const summary = again.value.find(({ key }) => own?.batch === source.batch && key === own.summary.key);
        if (!own || !summary) continue;
        change(each, { source: withFieldsOf(own, summary, layer, remembered()) });
        ids.push(each);
      }
      await readAll(ids);
    },
    openSettings: (id: string) => openSettings(id),
    setMode(id: string, mode: ImportMode) {
      change(id, { mode });
    },
    setAccepted(id: string, accepted: boolean) {
      if (find(id)?.reply?.report.failure === null) change(id, { accepted });
    },
    async swapAxes(id: string) {
      const pending = find(id);
      const bytes = contents.get(id);
      if (!pending || pending.source || !bytes) return;
      const swapped = exchangeAxes(await bytesOf(bytes), pending.file);
      if (!swapped.ok) {
        session.notify('error', swapped.error);
        return;
      }
      contents.set(id, swapped.value);
      await readAll([id]);
    },
    setRepairs(id: string, rows: readonly RepairRow[], isWanted: boolean) {
      const pending = find(id);
      if (pending) change(id, { repairs: withTaken(pending.repairs, rows, isWanted) });
    },
    setRemembered(entry: RememberedEntry, ours: string | null) {
      remember(withEntry(remembered(), entry, ours));
    },
    async commit() {
      // The page draws each of these steps in a task of its own.
      await nextTurn();
      const { pending } = store.getState();
      const accepted = pending.filter((each): each is ReadImport => each.accepted && each.reply !== null);
      const wanted = { plan, session, layers, jobs, revise, bytesOf: reading.readFrom };
      if (!(await commitImports(accepted, wanted))) return;
      await nextTurn();
      remember(withTaught(remembered(), accepted));
      clear();
      await nextTurn();
      if (accepted.length > 0) {
        session.notify('success', message('import.done', { count: accepted.length }));
        showClassifiedNotice({ session, memory });
      }
    },
    cancel: clear,
  });
}
