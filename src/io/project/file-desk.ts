import type { FileSource } from './file-source';

/** What tells, without reading it, that a file is likely the same as before. */
export interface FileStamp {
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

/** A folder of the user's machine that holds a project. */
export interface ProjectFolder extends FileSource {
  readonly name: string;
  /** What finds the folder again after a reload; can be cloned into the browser's storage. */
  readonly handle: unknown;
  /** Null where there is no such file. */
  stamp(path: string): Promise<FileStamp | null>;
  /** Asks the user, if need be, whether files may be written; only within a click or key press. */
  askToWrite(): Promise<boolean>;
  write(path: string, content: Uint8Array | Blob): Promise<void>;
}

/** Where files come from and go to. */
export interface FileDesk {
  download(name: string, content: Uint8Array | Blob, mime: string): void;
  /** Absent where the browser cannot. Null if the user gave it up. */
  readonly pickFolder?: () => Promise<ProjectFolder | null>;
  /** The folder of a `handle` that was kept; null if it is none. */
  reopenFolder(handle: unknown): ProjectFolder | null;
}
