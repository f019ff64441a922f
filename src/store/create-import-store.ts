import { createStore } from 'zustand/vanilla';
import type { LonLatBox } from '../domain/feature';
import { isCollectionName, type LayerName } from '../domain/layer';
import { message } from '../domain/message';
import { featuresOf, projectOf } from '../domain/plan';
import { messageOf } from '../engine/client';
import type { Memory } from './browser-memory';
import { showClassifiedNotice } from './classified-notice';
import { isAbort } from './engine-port';
import { bytesOf } from './content-store';
import { exchangeAxes } from './import/exchange-axes';
import { guessLayer, HEAD_BYTES } from './import/guess-layer';
import { importDiff, type ReadImport } from './import/import-diff';
import type { ImportMode, ImportState, ImportStore, PendingImport } from './import-store';
import type { LayerKeeper } from './layer-keeper';
import { collectionBox } from './plan-box';
import type { PlanStore } from './plan-store';
import type { SessionStore } from './session-store';

export interface ImportDeps {
  readonly plan: PlanStore;
  readonly session: SessionStore;
  readonly layers: LayerKeeper;
  readonly memory: Memory;
  /** For a whole project among the files. */
  readonly openZip: (name: string, bytes: Uint8Array) => Promise<void>;
  readonly openFiles: (name: string, files: ReadonlyMap<string, Uint8Array>) => Promise<void>;
}

interface NamedFile {
  readonly name: string;
  /** A file on disk stays there until the engine reads it. */
  readonly bytes: Uint8Array | Blob;
}

/** A file with its first bytes, by which it is known. */
interface KnownFile extends NamedFile {
  readonly head: Uint8Array;
}

const BUSY = 'import';
const PROJECT_FILE = 'project.json';

function isZip({ head }: KnownFile): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4;
}

async function knownFile({ name, bytes }: NamedFile): Promise<KnownFile> {
  return { name, bytes, head: await bytesOf(bytes.slice(0, HEAD_BYTES)) };
}

/** Files on their way in: read by the engine, shown, and taken into the plan together or not at all. */
export function createImportStore({
  plan,
  session,
  layers,
  memory,
  openZip,
  openFiles,
}: ImportDeps): ImportStore {
  const store = createStore<ImportState>(() => ({ pending: [] }));
  const contents = new Map<string, Uint8Array | Blob>();
  let serial = 0;
  let reading: AbortController | null = null;

  const find = (id: string) => store.getState().pending.find((pending) => pending.id === id);
  const change = (id: string, changes: Partial<PendingImport>) => {
    store.setState(({ pending }) => ({
      pending: pending.map((each) => (each.id === id ? { ...each, ...changes } : each)),
    }));
  };
  const drop = (id: string) => {
    contents.delete(id);
    store.setState(({ pending }) => ({ pending: pending.filter((each) => each.id !== id) }));
  };
  const modeFor = (layer: LayerName): ImportMode => {
    const { pending } = store.getState();
    if (!isCollectionName(layer)) return 'replace';
    const isFilled = featuresOf(plan.getState().plan, layer).length > 0;
    return isFilled || pending.some((each) => each.layer === layer) ? 'merge' : 'replace';
  };

  /** Where features should be: the districts of the plan, or those that come along. */
  const districtsBox = (): LonLatBox | null => {
    const arriving = store
      .getState()
      .pending.find(({ layer, reply }) => layer === 'districts' && reply?.report.box);
    return collectionBox(plan.getState().plan, 'districts') ?? arriving?.reply?.report.box ?? null;
  };

  const inspect = async (id: string, signal: AbortSignal) => {
    const pending = find(id);
    const bytes = contents.get(id);
    if (!pending || !bytes) return;
    const { file, layer } = pending;
    change(id, { reply: null });
    const box = layer === 'districts' ? null : districtsBox();
    // The frame of a project without a place says nothing.
    const frame = box ? (projectOf(plan.getState().plan)?.frame ?? null) : null;
    const reply = await layers.inspect(
      { file, layer, bytes, districtsBox: box, frame },
      { signal, onProgress: ({ done, total }) => session.updateBusy(BUSY, done, total) },
    );
    // Another layer may have been chosen meanwhile: its own reading follows.
    if (find(id)?.layer === layer) change(id, { reply, accepted: reply.report.failure === null });
  };

  /** Reads those files one after another; a file whose reading is given up is dropped. */
  const readAll = async (ids: readonly string[]) => {
    const controller = new AbortController();
    reading = controller;
    for (const id of ids) {
      const file = find(id)?.file ?? '';
      const cancel = () => controller.abort(new DOMException('cancelled', 'AbortError'));
      session.startBusy({ id: BUSY, label: message('busy.reading', { file }), done: 0, total: 0, cancel });
      try {
        await inspect(id, controller.signal);
      } catch (error) {
        drop(id);
        if (!isAbort(error)) session.notify('error', messageOf(error));
      }
    }
    if (reading === controller) reading = null;
    session.endBusy(BUSY);
  };

  const clear = () => {
    reading?.abort(new DOMException('cancelled', 'AbortError'));
    contents.clear();
    store.setState({ pending: [] });
    if (session.getState().dialog?.kind === 'import') session.setState({ dialog: null });
  };

  const take = ({ name, bytes, head }: KnownFile): string => {
    serial += 1;
    const id = `import-${serial}`;
    const layer = guessLayer(name, head);
    contents.set(id, bytes);
    const pending: PendingImport = {
      id,
      file: name,
      layer,
      mode: modeFor(layer),
      accepted: false,
      reply: null,
    };
    store.setState((state) => ({ pending: [...state.pending, pending] }));
    return id;
  };

  /** A project among the files is opened, with all files that came along where it is not packed. */
  const openProject = async (files: readonly KnownFile[]): Promise<boolean> => {
    const zip = files.find(isZip);
    const isFolder = files.some(({ name }) => name === PROJECT_FILE);
    if (zip) await openZip(zip.name, await bytesOf(zip.bytes));
    else if (isFolder) {
      const read = files.map(async ({ name, bytes }) => [name, await bytesOf(bytes)] as const);
      await openFiles(PROJECT_FILE, new Map(await Promise.all(read)));
    }
    return zip !== undefined || isFolder;
  };

  plan.onReset(clear);

  return Object.assign(store, {
    async add(files: readonly NamedFile[]) {
      const known = await Promise.all(files.map(knownFile));
      if (known.length === 0 || (await openProject(known))) return;
      const { plan: current, locked } = plan.getState();
      if (locked || !projectOf(current)) {
        session.notify('warning', locked ?? message('project.none'));
        return;
      }
      const ids = known.map(take);
      session.setState({ dialog: { kind: 'import' } });
      const isDistricts = (id: string) => find(id)?.layer === 'districts';
      await readAll([...ids.filter(isDistricts), ...ids.filter((id) => !isDistricts(id))]);
      if (store.getState().pending.length === 0) clear();
    },
    async setLayer(id: string, layer: LayerName) {
      const pending = find(id);
      if (!pending || pending.layer === layer) return;
      change(id, { layer, mode: modeFor(layer), reply: null });
      await readAll([id]);
    },
    setMode(id: string, mode: ImportMode) {
      change(id, { mode });
    },
    setAccepted(id: string, accepted: boolean) {
      if (find(id)?.reply?.report.failure === null) change(id, { accepted });
    },
    async swapAxes(id: string) {
      const pending = find(id);
      const bytes = contents.get(id);
      if (!pending || !bytes) return;
      const swapped = exchangeAxes(await bytesOf(bytes), pending.file);
      if (!swapped.ok) {
        session.notify('error', swapped.error);
        return;
      }
      contents.set(id, swapped.value);
      await readAll([id]);
    },
    commit() {
      const { pending } = store.getState();
      const accepted = pending.filter((each): each is ReadImport => each.accepted && each.reply !== null);
      const diff = importDiff(plan.getState().plan, accepted);
      const [only] = accepted;
      const label =
        only && accepted.length === 1
          ? message('op.import-layer', { file: only.file, layer: only.layer })
          : message('op.import-layers', { count: accepted.length });
      const done = diff.ok ? plan.transact(diff.value, { label, actor: session.getState().actor }) : diff;
      if (!done.ok) {
        session.notify('error', done.error);
        return Promise.resolve();
      }
      clear();
      if (accepted.length > 0) {
        session.notify('success', message('import.done', { count: accepted.length }));
        showClassifiedNotice({ session, memory });
      }
      return Promise.resolve();
    },
    cancel: clear,
  });
}
