import type { StoreApi } from 'zustand/vanilla';
import type { Message } from '../domain/message';
import type { ReportWish } from '../io/report/report-tool';
import type { WorkSummary } from '../io/journal/journal-db';

export type { ReportWish };

/** Where the open project lives. */
export type ProjectHome =
  | { readonly kind: 'none' }
  /** One that ships with the tool. */
  | { readonly kind: 'sample'; readonly id: string }
  | { readonly kind: 'zip'; readonly name: string }
  /** A folder that the browser lets us write to. */
  | { readonly kind: 'folder'; readonly name: string };

export interface ProjectSessionState {
  readonly home: ProjectHome;
  /** `opening` shows progress; `failed` shows why and what to do. */
  readonly status: 'none' | 'opening' | 'ready' | 'failed';
  readonly failure: Message | null;
  /** The plan's revision when the project was last saved to its home; null if never in this session. */
  readonly savedRevision: number | null;
  /** The journal in the browser: `saved` keeps up, `failed` cannot be written (with a notice), `off` in a follower tab. */
  readonly autosave: 'saved' | 'saving' | 'failed' | 'off';
  /** Files of the folder that changed outside since they were read: saving waits for `save({ overwrite: true })`. */
  readonly conflicts: readonly string[];
  /** Projects opened or made in this browser before, latest first; `restore(id)` brings one back with its edits. */
  readonly works: readonly WorkSummary[];
}

/** What can be exported. */
export const EXPORT_KINDS = [
  'schools',
  'reservations',
  'zones',
  'catchments',
  'conflicts',
  'conflict-table',
  'project',
  'bundle',
] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];

export interface ProjectSession extends StoreApi<ProjectSessionState> {
  /** What the tool begins with: the work of last time, else the sample of that id, else nothing. */
  begin(sample: string | null): Promise<void>;
  openSample(id: string): Promise<void>;
  openZip(name: string, bytes: Uint8Array): Promise<void>;
  /** The loose files of a project, as bytes by path. */
  openFiles(name: string, files: ReadonlyMap<string, Uint8Array>): Promise<void>;
  /** Asks for a folder (File System Access), opens it, and saves back into it from then on. */
  openFolder(): Promise<void>;
  /** Whether the browser can save back into a folder. */
  readonly canOpenFolder: boolean;
  /** A new, empty project. */
  create(name: string): Promise<void>;
  /** The work of last time, or the one of that number, from the browser's journal; false if there is none. */
  restore(work?: number): Promise<boolean>;
  /** Into the folder; if files changed outside, only after `overwrite`. Elsewhere downloads a zip. */
  save(options?: { readonly overwrite?: boolean }): Promise<void>;
  exportAs(kind: ExportKind): Promise<void>;
  /** Makes a report and downloads it. */
  report(wish: ReportWish): Promise<void>;
}
