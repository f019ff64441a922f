import { createStore } from 'zustand/vanilla';
import { isCollectionName } from '../domain/layer';
import { message } from '../domain/message';
import { featureOf } from '../domain/plan';
import type { JournalDb } from '../io/journal/journal-db';
import type { TabChannel } from '../io/journal/tab-channel';
import type { LayerExportTool } from '../io/export/layers/layer-export-tool';
import type { SourceTool } from '../io/import/sources/source-tool';
import type { HostAsker } from '../io/links/host-asker';
import type { TabLock, TabLockInput } from '../io/journal/tab-lock';
import { createAnalysisStore } from './analysis-store';
import type { AppStores } from './app-stores';
import { createAuditStore } from './audit-store';
import { createAutosave } from './autosave';
import type { Memory } from './browser-memory';
import { createAppraisalStore } from './create-appraisal-store';
import { createCompareStore } from './compare/create-compare-store';
import { createContentStore } from './content-store';
import { createImportStore } from './create-import-store';
import { createDetailsStore } from './details-store';
import { createLayerExportStore } from './export/layer-export-store';
import { startEngineSync } from './engine-sync';
import type { StoreEngine } from './engine-port';
import { createLayerKeeper } from './layer-keeper';
import { createLayersStore } from './layers-store';
import { createLinksStore } from './links/create-links-store';
import { planBox } from './plan-box';
import { createPlanStore, type PlanStore } from './plan-store';
import { followPreferences, readPreferences } from './preferences';
import { createOpening } from './project/opening';
import type { CurrentProject, ProjectContext } from './project/project-context';
import { EMPTY_REST, type ProjectOutside } from './project/project-deps';
import { createSaving } from './project/saving';
import type { ProjectSession, ProjectSessionState } from './project-session';
import { startReviewStore } from './review-store';
import { createSessionStore, SELECT_TOOL, type SessionStore } from './session-store';
import { startTabs } from './tabs';

/** Everything of the outside world that the stores need. */
export interface AppDeps extends ProjectOutside {
  readonly engine: StoreEngine;
  /** Null where the browser keeps no data: the work is then kept only until the page closes, and the user is told. */
  readonly db: JournalDb | null;
  readonly channel: TabChannel;
  readonly requestLock: (onRole: TabLockInput['onRole']) => TabLock;
  readonly memory: Memory;
  /** Reads files of other formats than ours. */
  readonly sources: SourceTool;
  /** Writes layers. */
  readonly layerExports: LayerExportTool;
  /** Asks the hosts on the network that the user has added. */
  readonly asker: HostAsker;
  readonly reloadPage: () => void;
  /** ISO 8601, UTC. */
  readonly now: () => string;
}

/** The stores with what runs beside them. */
export interface RunningStores extends AppStores {
  /** Resolves when engine, journal and other tabs have nothing left to do. */
  readonly idle: () => Promise<void>;
  /** Gives the journal to another tab and stops following the plan. */
  readonly stop: () => void;
}

const NOTHING_OPEN: ProjectSessionState = {
  home: { kind: 'none' },
  status: 'none',
  failure: null,
  savedRevision: null,
  autosave: 'saved',
  conflicts: [],
  works: [],
};

/** A selection or tool whose feature is gone, e.g. by undo, is let go. */
function letGoOfDeleted(plan: PlanStore, session: SessionStore): void {
  const isGone = (layer: string, id: string) =>
    isCollectionName(layer) && featureOf(plan.getState().plan, layer, id) === null;
  plan.onTransaction(() => {
    const { selection, tool } = session.getState();
    if (selection?.kind === 'feature' && isGone(selection.ref.layer, selection.ref.id)) session.select(null);
    if (tool.mode === 'edit' && isGone(tool.collection, tool.id)) session.setState({ tool: SELECT_TOOL });
  });
}

/** YYYY-MM-DD where the user is. */
function dayOf(time: Date): string {
  const [month, day] = [time.getMonth() + 1, time.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${time.getFullYear()}-${month}-${day}`;
}

/** Makes all stores and has them follow each other. */
export function createAppStores(deps: AppDeps): RunningStores {
  const { engine, db, channel, memory } = deps;
  const plan = createPlanStore();
  const session = createSessionStore(readPreferences(memory));
  const analysis = createAnalysisStore();
  const details = createDetailsStore((ref) => engine.feature(ref));
  const layersShown = createLayersStore();
  const state = createStore<ProjectSessionState>(() => NOTHING_OPEN);
  const contents = createContentStore({
    isKept: (hash) => engine.isKept(hash),
    file: async (hash) => (await engine.keptFile(hash)) ?? (await db?.content(hash)) ?? null,
  });
  const layers = createLayerKeeper(engine, contents, (hash, features) =>
    layersShown.setState(({ counts }) => ({ counts: new Map(counts).set(hash, features) })),
  );
  const current: CurrentProject = { rest: EMPTY_REST, folder: null, seen: new Map() };

  // The first to hear of another project: what was looked at is of the former one.
  plan.onReset(() => {
    session.setState({
      selection: null,
      hovered: null,
      tool: SELECT_TOOL,
      sketch: null,
      conflictOrder: null,
      wording: null,
    });
    details.clear();
  });
  plan.onTransaction(({ diff }) => {
    const records = [...diff.created, ...diff.deleted, ...diff.modified.flat()];
    if (records.some(({ kind }) => kind === 'layer')) details.clear();
  });
  letGoOfDeleted(plan, session);
  const stopRemembering = followPreferences(session, memory);

  const autosave = createAutosave({
    plan,
    contents,
    db,
    channel,
    keepOnly: (hashes) => engine.keepOnly(hashes).catch(() => undefined),
    now: deps.now,
    onStatus: (status) => state.setState({ autosave: status }),
    onFailure: (failure) => session.notify('error', failure),
  });
  const sync = startEngineSync({
    plan,
    session,
    analysis,
    engine,
    layers,
    notices: () => current.rest.notices,
  });

  const review = startReviewStore({
    plan,
    analysis,
    findConflicts: (ids) => engine.conflictsById(ids),
    today: () => dayOf(new Date(deps.now())),
  });

  const context: ProjectContext = {
    ...deps,
    state,
    current,
    plan,
    session,
    analysis,
    layers,
    contents,
    autosave,
    ready: () => tabs.ready,
    settled: () => sync.idle(),
  };
  const { reload, ...opening } = createOpening(context);
  const tabs = startTabs({
    plan,
    autosave,
    db,
    channel,
    requestLock: deps.requestLock,
    reload,
    onTakeover: () => session.notify('info', message('tab.took-over')),
    onFailure: (failure) => session.notify('error', failure),
  });
  if (!db) session.notify('warning', message('journal.unavailable'));

  const project: ProjectSession = Object.assign(state, opening, createSaving(context));
  const imports = createImportStore({
    plan,
    session,
    layers,
    memory,
    sources: deps.sources,
    outlines: () => engine.outlines(),
    revise: (request, options) => engine.revise(request, options),
    openZip: opening.openZip,
    openFiles: opening.openFiles,
  });
  const appraisal = createAppraisalStore({ plan, session, analysis, engine, desk: deps.desk });
  const layerExport = createLayerExportStore({
    ...context,
    layerExports: deps.layerExports,
    counts: () => layersShown.getState().counts,
  });
  const links = createLinksStore({
    ...{ memory, asker: deps.asker, reloadPage: deps.reloadPage },
    place: () => planBox(plan.getState().plan),
    now: deps.now,
  });
  const compare = createCompareStore(context, () => dayOf(new Date(deps.now())));
  return {
    plan,
    session,
    analysis,
    review,
    appraisal,
    compare,
    audit: createAuditStore(() => ({
      journal: current.rest.journal,
      since: autosave.entries(),
      records: Array.from(plan.getState().plan.values()),
    })),
    layers: layersShown,
    details,
    imports,
    layerExport,
    links,
    project,
    async idle() {
      await tabs.idle();
      await autosave.idle();
      await sync.idle();
      await review.idle();
    },
    stop() {
      stopRemembering();
      autosave.stop();
      sync.stop();
      review.stop();
      tabs.stop();
    },
  };
}
