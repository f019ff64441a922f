import type { StoreApi } from 'zustand/vanilla';
import type { LayerName } from '../domain/layer';
import type { InspectReply } from '../engine/protocol';

/** How an accepted file joins the plan. `merge` (collections only) replaces features of equal id and keeps the rest. */
export type ImportMode = 'replace' | 'merge';

/** A dropped file on its way in. */
export interface PendingImport {
  readonly id: string;
  readonly file: string;
  /** Which layer it becomes: guessed from its name and content, the user's choice. */
  readonly layer: LayerName;
  readonly mode: ImportMode;
  readonly accepted: boolean;
  /** Null while it is read. */
  readonly reply: InspectReply | null;
}

export interface ImportState {
  readonly pending: readonly PendingImport[];
}

export interface ImportStore extends StoreApi<ImportState> {
  /** Reads dropped GeoJSON or FlatGeobuf files in the worker and opens the import dialog. */
  add(files: readonly { readonly name: string; readonly bytes: Uint8Array | Blob }[]): Promise<void>;
  setLayer(id: string, layer: LayerName): Promise<void>;
  setMode(id: string, mode: ImportMode): void;
  setAccepted(id: string, accepted: boolean): void;
  /** Reads the file again with latitude and longitude exchanged. */
  swapAxes(id: string): Promise<void>;
  /** Takes all accepted files into the plan, in one transaction. */
  commit(): Promise<void>;
  cancel(): void;
}
