import type { StoreApi } from 'zustand/vanilla';
import type { Message } from '../../domain/message';
import { EngineError, messageOf } from '../../engine/client';
import type { JournalDb } from '../../io/journal/journal-db';
import type { ProjectFolder } from '../../io/project/file-desk';
import type { AnalysisStore } from '../analysis-store';
import type { Autosave } from '../autosave';
import type { Memory } from '../browser-memory';
import type { ContentStore } from '../content-store';
import { failureOf, type StoreEngine } from '../engine-port';
import type { SeenFile } from '../folder-state';
import type { LayerKeeper } from '../layer-keeper';
import type { PlanStore } from '../plan-store';
import type { ProjectSessionState } from '../project-session';
import type { SessionStore } from '../session-store';
import type { ProjectOutside, ProjectRest, StoredHome } from './project-deps';

/** What of the open project is in no store. */
export interface CurrentProject {
  rest: ProjectRest;
  /** The folder that it is saved back into. */
  folder: ProjectFolder | null;
  /** How its files were when they were last read or written here. */
  seen: Map<string, SeenFile | null>;
}

export interface ProjectContext extends ProjectOutside {
  readonly state: StoreApi<ProjectSessionState>;
  readonly current: CurrentProject;
  readonly plan: PlanStore;
  readonly session: SessionStore;
  readonly analysis: AnalysisStore;
  readonly engine: StoreEngine;
  readonly layers: LayerKeeper;
  readonly contents: ContentStore;
  readonly autosave: Autosave;
  /** Null where the browser keeps no data. */
  readonly db: JournalDb | null;
  readonly memory: Memory;
  /** ISO 8601, UTC. */
  readonly now: () => string;
  /** Resolves when it is known whether this tab writes. */
  readonly ready: () => Promise<void>;
  /** Resolves when the analysis is of the plan as it is. */
  readonly settled: () => Promise<void>;
}

export function storedHome({ state, current }: ProjectContext): StoredHome {
  return { home: state.getState().home, handle: current.folder?.handle ?? null, seen: current.seen };
}

/** What to tell of an error of the engine, or else of the files. */
export function toldOf(error: unknown, code: string): Message {
  return error instanceof EngineError ? messageOf(error) : failureOf(error, code);
}
