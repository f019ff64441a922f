import type { Message } from '../../../domain/message';
import type { Result } from '../../../domain/result';
import type { ConflictMatter, ConflictPace } from '../conflict-source';
import type { ExportOptions } from '../formats/export-layer';
import type { Removed } from '../profile/profile';
import type { ExportedLayer } from './exported-layer';
import type { LayerExportResult, LayerOrder } from './layer-export';

/** As an export is watched and given up; its promise then rejects with the signal's reason. */
export type ExportPace = ConflictPace;

/** What was written, as a Blob: where that was done elsewhere, bytes would be copied on the page's own thread. */
export interface WrittenExport extends Omit<LayerExportResult, 'file'> {
  readonly file: { readonly name: string; readonly content: Blob };
}

/** An export while it is under way. */
export interface LayerExportRun {
  /** Takes some features of a layer as lines (`linesOf`); the bytes are empty here afterwards. */
  add(layer: ExportedLayer, lines: Uint8Array<ArrayBuffer>, count: number): Promise<void>;
  /** Takes all conflicts, which come from the engine and not from the page. */
  addConflicts(matter: ConflictMatter, pace: ExportPace): Promise<void>;
  /** What the profile of the order would remove; the run is of no more use after an abort. */
  survey(order: LayerOrder, pace: ExportPace): Promise<Result<Removed, Message>>;
  write(order: LayerOrder, pace: ExportPace): Promise<Result<WrittenExport, Message>>;
  close(): void;
}

/** What is exported: layers in their order, and those that are only looked at for what must not be told. */
export interface LayerSelection {
  readonly layers: readonly ExportedLayer[];
  readonly besides: readonly ExportedLayer[];
  readonly language: ExportOptions['language'];
}

/** Begins an export, wherever that is done. */
export type LayerExportTool = (selection: LayerSelection) => LayerExportRun;
