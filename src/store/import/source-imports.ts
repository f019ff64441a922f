import { err, ok, type Result } from '../../domain/result';
import type { LayerName } from '../../domain/layer';
import type { Message } from '../../domain/message';
import type { PaceOptions } from '../../io/import/pace';
import type {
  DroppedFile,
  ProjectPlace,
  SourceBatch,
  SourceSummary,
  SourceTool,
} from '../../io/import/sources/source-tool';
import { crsFaultMessage, placeOptions, type PendingSource } from './pending-source';

export interface ReadBatch {
  readonly batch: string;
  readonly sources: readonly SourceSummary[];
  readonly refused: readonly Message[];
}

export interface PlacedSource {
  /** For the engine to read by itself: the page need not hold them. */
  readonly bytes: Blob;
  readonly source: PendingSource;
}

/** Files of other formats on their way in: batches that are open, and what is asked of them. */
export interface SourceImports {
  read(files: readonly DroppedFile[], place: ProjectPlace, pace: PaceOptions): Promise<ReadBatch>;
  /** In another encoding, all layers of the same data set. */
  readAgain(
    source: PendingSource,
    encoding: string,
    pace: PaceOptions,
  ): Promise<Result<readonly SourceSummary[], Message>>;
  /** The layer as GeoJSON in degrees; the error is what the user must say first. */
  place(source: PendingSource, layer: LayerName, pace: PaceOptions): Promise<Result<PlacedSource, Message>>;
  /** Lets go of everything that was read. */
  close(): void;
}

export function createSourceImports(tool: SourceTool): SourceImports {
  const batches = new Map<string, SourceBatch>();
  let serial = 0;

  const batchOf = ({ batch }: PendingSource): SourceBatch => {
    const found = batches.get(batch);
    if (!found) throw new DOMException('closed', 'AbortError');
    return found;
  };

  return {
    async read(files, place, pace) {
      serial += 1;
      const name = `batch-${serial}`;
      const batch = tool(files);
      batches.set(name, batch);
      try {
        const { sources, refused } = await batch.read(place, pace);
        return { batch: name, sources, refused };
      } catch (error) {
        batches.delete(name);
        batch.close();
        throw error;
      }
    },
    readAgain: (source, encoding, pace) => batchOf(source).readAgain(source.summary.key, encoding, pace),
    async place(source, layer, pace) {
      const options = placeOptions(source, layer);
      if ('code' in options) return err(options);
      const placed = await batchOf(source).place(source.summary.key, options, pace);
      if (!placed.ok) return err(crsFaultMessage(placed.error, source));
      const { geojson, isExact, unknown, chosen, lackingScheme } = placed.value;
      return ok({
        bytes: geojson,
        source: { ...source, blocked: null, isExact, unknown, chosen, lackingScheme },
      });
    },
    close() {
      for (const batch of batches.values()) batch.close();
      batches.clear();
    },
  };
}
