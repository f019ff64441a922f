import type { FeatureNotice } from '../../domain/conflict';
import type { ConflictFileTool } from '../../io/export/conflict-file';
import type { FileDesk } from '../../io/project/file-desk';
import type { FileSource } from '../../io/project/file-source';
import type { ReportTool } from '../../io/report/report-tool';
import type { ZipTool } from '../../io/project/zip-tool';
import type { ProjectHome } from '../project-session';
import type { SeenFiles } from '../folder-state';

/** Rule packs that ship with the tool. */
export interface ShippedPacks {
  readonly ids: readonly string[];
  /** The parsed pack; null where none of that id ships. */
  load(id: string): Promise<unknown>;
}

/** What opening, saving and exporting need of the outside. */
export interface ProjectOutside {
  /** Files of a project that ships with the tool; null if there is none of that id. */
  readonly sampleSource: (id: string) => FileSource | null;
  readonly packs: ShippedPacks;
  readonly desk: FileDesk;
  readonly zip: ZipTool;
  readonly reports: ReportTool;
  /** Writes files of conflicts. */
  readonly conflictFiles: ConflictFileTool;
}

/** What a project holds beside its plan; carried along, and kept with the journal. */
export interface ProjectRest {
  /** Text of the journal that the project brought along; empty if none. */
  readonly journal: string;
  readonly otherFiles: readonly { readonly path: string; readonly bytes: Uint8Array }[];
  /** What reading the collections rejected and repaired. */
  readonly notices: {
    readonly rejected: readonly FeatureNotice[];
    readonly repaired: readonly FeatureNotice[];
  };
}

export const EMPTY_REST: ProjectRest = {
  journal: '',
  otherFiles: [],
  notices: { rejected: [], repaired: [] },
};

/** Where the project lives, as it is kept with the journal. */
export interface StoredHome {
  readonly home: ProjectHome;
  /** Of the folder; null for other homes. */
  readonly handle: unknown;
  readonly seen: SeenFiles;
}
