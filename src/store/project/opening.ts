import { message, type Message } from '../../domain/message';
import { projectOf, type PlanRecord } from '../../domain/plan';
import { ok, type Result } from '../../domain/result';
import { EMPTY_CHAIN, type ChainHead } from '../../io/journal/journal';
import { writeJsonl } from '../../io/journal/jsonl';
import type { StoredWork } from '../../io/journal/journal-db';
import type { ProjectFolder } from '../../io/project/file-desk';
import type { ReadManifest } from '../../io/bundle/manifest';
import type { FileSource } from '../../io/project/file-source';
import { showClassifiedNotice } from '../classified-notice';
import { isAbort } from '../engine-port';
import { noteHashes, watched, type SeenFile } from '../folder-state';
import { replay } from '../replay';
import type { ProjectHome, ProjectSession } from '../project-session';
import { tellOfBundle, unbundled } from './bundling';
import { newProject } from './new-project';
import { shippedPacks } from './project-bytes';
import { storedHome, toldOf, type ProjectContext } from './project-context';
import { EMPTY_REST, type ProjectRest, type StoredHome } from './project-deps';
import { readOpened } from './read-opened';

const BUSY = 'project-open';

export interface Opening extends Pick<
  ProjectSession,
  'begin' | 'openSample' | 'openZip' | 'openFiles' | 'openFolder' | 'create' | 'canOpenFolder' | 'restore'
> {
  /** As `restore`, without waiting to know whether this tab writes. */
  readonly reload: (work?: number) => Promise<boolean>;
}

interface Opened {
  readonly records: Iterable<PlanRecord>;
  readonly rest: ProjectRest;
  readonly head: ChainHead;
  readonly home: ProjectHome;
  readonly folder?: ProjectFolder;
  readonly seen?: Map<string, SeenFile | null>;
}

/** A sample's folder name says nothing to its reader. */
function labelOf(home: ProjectHome, name: string): Message {
  return home.kind === 'sample' ? message('busy.opening-sample') : message('busy.opening', { name });
}

/** Opening projects. Everything is read and checked first and then put in place at once; a failure changes nothing. */
export function createOpening(context: ProjectContext): Opening {
  const { state, current, plan, session, layers, autosave, db, desk, packs } = context;
  let opening: AbortController | null = null;

  const listWorks = async () => {
    if (db) state.setState({ works: await db.list() });
  };

  const put = ({ home, rest, head, folder, seen, records }: Opened) => {
    Object.assign(current, { rest, folder: folder ?? null, seen: seen ?? new Map() });
    state.setState({ home, status: 'ready', failure: null, savedRevision: null, conflicts: [] });
    plan.reset(records);
    const name = projectOf(plan.getState().plan)?.name ?? '';
    autosave.begin({ name, home: storedHome(context), extras: rest, head });
  };

  const fail = (failure: Message, code: 'failed' | 'none') => {
    const isOpen = projectOf(plan.getState().plan) !== null;
    state.setState(
      isOpen ? { status: 'ready' } : { status: code, failure: code === 'failed' ? failure : null },
    );
    session.notify(code === 'failed' ? 'error' : 'info', failure);
  };

  /** False, and told, where another tab writes. */
  const mayOpen = async () => {
    await context.ready();
    const { locked } = plan.getState();
    if (locked) session.notify('warning', locked);
    return locked === null;
  };

  const open = async (
    home: ProjectHome,
    name: string,
    find: (signal: AbortSignal) => Result<FileSource, Message> | Promise<Result<FileSource, Message>>,
    more: Pick<Opened, 'folder' | 'seen'> = {},
  ) => {
    if (!(await mayOpen())) return false;
    opening?.abort(new DOMException('another project', 'AbortError'));
    const controller = new AbortController();
    opening = controller;
    const cancel = () => controller.abort(new DOMException('cancelled', 'AbortError'));
    state.setState({ status: 'opening', failure: null });
    session.startBusy({ id: BUSY, label: labelOf(home, name), done: 0, total: 0, cancel });
    try {
      const source = await find(controller.signal);
      controller.signal.throwIfAborted();
      const options = {
        signal: controller.signal,
        onProgress: ({ done, total }: { done: number; total: number }) =>
          session.updateBusy(BUSY, done, total),
      };
      const read = source.ok ? await readOpened(source.value, { layers, packs, options }) : source;
      controller.signal.throwIfAborted();
      if (!read.ok) {
        fail(read.error, 'failed');
        return false;
      }
      if (more.seen) noteHashes(more.seen, read.value.hashes);
      put({ ...read.value, home, ...more });
      for (const warning of read.value.warnings) session.notify('warning', warning);
      if (home.kind !== 'sample') showClassifiedNotice(context);
      return true;
    } catch (error) {
      if (opening !== controller) return false;
      if (isAbort(error)) fail(message('project.open-cancelled', { name }), 'none');
      else fail(toldOf(error, 'project.read-failed'), 'failed');
      return false;
    } finally {
      if (opening === controller) {
        opening = null;
        session.endBusy(BUSY);
      }
    }
  };

  /** Opens a project that is in memory as a whole; of an evidence bundle, tells whether it is as it was made. */
  const openWhole = async (
    name: string,
    find: (signal: AbortSignal) => Promise<Result<ReadonlyMap<string, Uint8Array>, Message>>,
  ) => {
    const found: { bundle: ReadManifest | null } = { bundle: null };
    const isOpen = await open({ kind: 'zip', name }, name, async (signal) => {
      const files = await find(signal);
      if (!files.ok) return files;
      const read = await unbundled(files.value);
      if (!read.ok) return read;
      found.bundle = read.value.bundle;
      return ok(read.value.source);
    });
    if (isOpen && found.bundle) await tellOfBundle(context, found.bundle);
  };

  /** The journal of a work that goes on as a new one is kept as text, before its new base. */
  const beginAgain = (work: StoredWork, rest: ProjectRest) => {
    const entries = autosave.entries();
    current.rest = { ...rest, journal: rest.journal + writeJsonl(entries) };
    autosave.begin({
      name: work.name,
      home: storedHome(context),
      extras: current.rest,
      head: autosave.head(),
    });
  };

  const reload = async (wanted?: number): Promise<boolean> => {
    const work = (await db?.read(wanted)) ?? null;
    if (!work) return false;
    const { plan: restored, history, entries, brokenAt } = replay(work);
    const stored = work.home as StoredHome;
    const rest = work.extras as ProjectRest;
    const folder = stored.handle === null ? null : desk.reopenFolder(stored.handle);
    const home: ProjectHome =
      stored.home.kind === 'folder' && !folder
        ? { kind: 'zip', name: `${stored.home.name}.zip` }
        : stored.home;
    Object.assign(current, { rest, folder, seen: new Map(stored.seen) });
    state.setState({ home, status: 'ready', failure: null, savedRevision: null, conflicts: [] });
    plan.reset(restored.values(), entries.length, history);
    autosave.resume(work.id, work.head, entries);
    if (brokenAt !== null) session.notify('warning', message('journal.broken', { seq: brokenAt }));
    const isLatest = wanted === undefined || wanted === (await db?.list())?.[0]?.id;
    if (plan.getState().locked === null && (brokenAt !== null || !isLatest)) beginAgain(work, rest);
    await listWorks();
    return true;
  };

  const openSample = async (id: string) => {
    const missing = { ok: false, error: message('project.no-sample', { id }) } as const;
    await open({ kind: 'sample', id }, id, () => {
      const source = context.sampleSource(id);
      return source ? ok(source) : missing;
    });
  };

  const restore = async (work?: number) => {
    await context.ready();
    try {
      const done = await reload(work);
      if (!done) await listWorks();
      return done;
    } catch (error) {
      session.notify('error', toldOf(error, 'journal.read-failed'));
      return false;
    }
  };

  return {
    async begin(sample) {
      state.setState({ status: 'opening' });
      const restored = await restore();
      if (!restored && sample !== null) await openSample(sample);
      // Nothing was there, or another tab writes.
      if (state.getState().status === 'opening') state.setState({ status: 'none' });
    },
    canOpenFolder: desk.pickFolder !== undefined,
    openSample,
    openZip: (name, bytes) => openWhole(name, (signal) => context.zip.unpack(bytes, name, signal)),
    openFiles: (name, files) => openWhole(name, () => Promise.resolve(ok(files))),
    async openFolder() {
      try {
        const folder = await desk.pickFolder?.();
        if (!folder) return;
        const { source, seen } = watched(folder);
        await open({ kind: 'folder', name: folder.name }, folder.name, () => ok(source), { folder, seen });
      } catch (error) {
        session.notify('error', toldOf(error, 'project.read-failed'));
      }
    },
    async create(name) {
      if (!(await mayOpen())) return;
      const records = newProject(name, await shippedPacks(packs));
      put({ records, rest: EMPTY_REST, head: EMPTY_CHAIN, home: { kind: 'none' } });
    },
    reload,
    restore,
  };
}
