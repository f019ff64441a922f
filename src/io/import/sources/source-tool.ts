import type { LonLatBox } from '../../../domain/feature';
import type { JsonObject } from '../../../domain/json';
import type { LayerOrigin } from '../../../domain/layer';
import type { Message } from '../../../domain/message';
import type { FrameCentre } from '../../../domain/project';
import type { Result } from '../../../domain/result';
import type { CrsFault } from '../../../geo/crs/reprojection';
import type { Extent } from '../coordinates';
import type { CrsDetection } from '../crs/detect-crs';
import type { SourceLayer } from '../formats/source-layer';
import type { PaceOptions } from '../pace';
import type { PlacedLayer, PlaceOptions } from '../place-layer';

/** A file of the user's; one on disk stays there until it is read. */
export interface DroppedFile {
  readonly name: string;
  readonly bytes: Uint8Array | Blob;
  /** What the layer's record is to say of where it comes from; a file from disk says nothing. */
  readonly origin?: LayerOrigin | undefined;
}

/** Where the project lies, to judge reference systems by. */
export interface ProjectPlace {
  readonly districtsBox: LonLatBox | null;
  readonly frame: FrameCentre | null;
}

/** What can be told of a layer before anything is decided about it; its features stay where they were read. */
export interface SourceSummary extends Pick<
  SourceLayer,
  'name' | 'format' | 'count' | 'fields' | 'encoding' | 'notes'
> {
  /** Names the layer within its batch. */
  readonly key: string;
  /** As the user knows it: the file's name, within its zip where it came in one. */
  readonly file: string;
  /** Properties of the first features. */
  readonly rows: readonly JsonObject[];
  /** The first bytes of the layer as GeoJSON. */
  readonly head: Uint8Array;
  readonly extent: Extent;
  readonly detection: CrsDetection;
}

export interface BatchReading {
  readonly sources: readonly SourceSummary[];
  /** Why some of the files were not read. */
  readonly refused: readonly Message[];
}

/** A placed layer whose bytes need not be in the memory of whoever holds it. */
export interface PlacedFile extends Omit<PlacedLayer, 'geojson'> {
  readonly geojson: Blob;
}

/**
 * Files that came together. What was read of them stays until the batch is closed. Everything rejects with the
 * signal's reason on abort.
 */
export interface SourceBatch {
  /** Reads every data set among the files; on abort the batch is of no more use. */
  read(place: ProjectPlace, pace?: PaceOptions): Promise<BatchReading>;
  /** Reads the data set of a layer in another encoding; gives all its layers. */
  readAgain(
    key: string,
    encoding: string,
    pace?: PaceOptions,
  ): Promise<Result<readonly SourceSummary[], Message>>;
  place(key: string, options: PlaceOptions, pace?: PaceOptions): Promise<Result<PlacedFile, CrsFault>>;
  close(): void;
}

/** Begins a batch. */
export type SourceTool = (files: readonly DroppedFile[]) => SourceBatch;
