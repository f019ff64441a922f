import type { StoreApi } from 'zustand/vanilla';
import type { Message } from '../domain/message';

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
] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];

export interface ProjectSession extends StoreApi<ProjectSessionState> {
  openSample(id: string): Promise<void>;
  /** A zip, or the files of a folder, as bytes by path. */
  openZip(name: string, bytes: Uint8Array): Promise<void>;
  /** Asks for a folder (File System Access), opens it, and saves back into it from then on. */
  openFolder(): Promise<void>;
  /** Whether the browser can save back into a folder. */
  readonly canOpenFolder: boolean;
  /** A new, empty project. */
  create(name: string): Promise<void>;
  /** The work of last time, from the browser's journal; false if there is none. */
  restore(): Promise<boolean>;
  /** Into the folder, after asking if a file changed outside; elsewhere downloads a zip. */
  save(): Promise<void>;
  exportAs(kind: ExportKind): Promise<void>;
}
