import type { StoreApi } from 'zustand/vanilla';
import type { LayerName, LayerOrigin } from '../domain/layer';
import type { OutlinedLayer } from '../domain/layer-outline';
import type { Message } from '../domain/message';
import type { InspectReply } from '../engine/protocol';
import type { Crs } from '../geo/crs/crs';
import type { DroppedFile } from '../io/import/sources/source-tool';
import type { PendingSource, SourceChoices } from './import/pending-source';
import type { Remembered, RememberedEntry } from './import/remembered';
import type { RepairChoices, RepairRow } from './import/repair-choices';

/** The name of the job that reads files on their way in. */
export const IMPORT_JOB = 'import';

/** How an accepted file joins the plan. `merge` (collections only) replaces features of equal id and keeps the rest. */
export type ImportMode = 'replace' | 'merge';

/** A dropped file on its way in. */
export interface PendingImport {
  readonly id: string;
  readonly file: string;
  /** Where it comes from, for the record of a layer that consists of it; absent for a file from disk. */
  readonly origin?: LayerOrigin | undefined;
  /** Which layer it becomes: guessed from its name and content, the user's choice. */
  readonly layer: LayerName;
  readonly mode: ImportMode;
  readonly accepted: boolean;
  /** Null while it is read. */
  readonly reply: InspectReply | null;
  /** Where it would lie against the districts; null while it is read, and where there are none. */
  readonly whereabouts: Message | null;
  /** Of a file that is not GeoJSON in degrees; null for one that is taken as it stands. */
  readonly source: PendingSource | null;
  readonly repairs: RepairChoices;
}

export interface ImportState {
  readonly pending: readonly PendingImport[];
  /** Why some of the files that came were not read. */
  readonly refused: readonly Message[];
  /** The layers of the work, to see the files against. */
  readonly ground: readonly OutlinedLayer[];
  /** What fields and values of other files were taken for in this browser. */
  readonly remembered: Remembered;
}

export interface ImportStore extends StoreApi<ImportState> {
  /** Reads dropped files of any format in workers and opens the import dialog; a whole project is opened instead. */
  add(files: readonly DroppedFile[]): Promise<void>;
  setLayer(id: string, layer: LayerName): Promise<void>;
  setMode(id: string, mode: ImportMode): void;
  setAccepted(id: string, accepted: boolean): void;
  /** Reads a file that is taken as it stands again, with latitude and longitude exchanged. */
  swapAxes(id: string): Promise<void>;
  /** Changes how a layer of another format is taken, and reads it so. */
  setSource(id: string, changes: Partial<SourceChoices>): Promise<void>;
  /** Takes a file of any format as in that system, with the order of axes that then fits. */
  setCrs(id: string, crs: Crs): Promise<void>;
  /** Reads texts in another encoding, in all layers of the same data set. */
  setEncoding(id: string, encoding: string): Promise<void>;
  /** Has reference system and fields of a GeoJSON file chosen, as for files of other formats. */
  openSettings(id: string): Promise<void>;
  /** Takes the features of some repairs, or leaves them out. */
  setRepairs(id: string, rows: readonly RepairRow[], isWanted: boolean): void;
  /** Changes what is remembered of a field or value; null forgets it. Files already read are not read again. */
  setRemembered(entry: RememberedEntry, ours: string | null): void;
  /** Takes all accepted files into the plan, in one transaction. */
  commit(): Promise<void>;
  cancel(): void;
}
