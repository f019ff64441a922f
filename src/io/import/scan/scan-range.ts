import type { LonLatBox } from '../../../domain/feature';
import type { LayerName } from '../../../domain/layer';
import { ByteWindow, type ByteSource } from '../byte-source';
import type { Pace } from '../pace';
import { transformFor } from '../placement';
import { LayerCollector, type CollectedPart, type CollectorContext } from './layer-collector';
import { takeFeatures } from './take-features';

/** All that decides what comes of a feature; can be told to another thread. */
export interface ScanManner {
  readonly layer: LayerName;
  readonly idField: string | undefined;
  readonly districtsBox: LonLatBox | null;
  readonly swapAxes: boolean;
  readonly measureRepairs?: boolean | undefined;
  /** The file's `crs` member, as far as it is known. */
  readonly crs: unknown;
}

/** What a range of bytes of a list of features gave. */
export interface ScannedRange {
  readonly part: CollectedPart;
  /** Offset in the range just after the end of the list; null where the next feature was due when the range ended. */
  readonly end: number | null;
}

export function collectorContext({ crs, swapAxes, ...rest }: ScanManner): CollectorContext {
  return { ...rest, toLonLat: transformFor(crs, swapAxes) };
}

/**
 * Scans bytes that begin where a feature is due in a list of them. Null where they do not end where the next one is
 * due, or behind the list, or are no JSON in UTF-8 before that.
 */
export async function scanRange(
  source: ByteSource,
  manner: ScanManner,
  pace: Pace,
): Promise<ScannedRange | null> {
  const window = new ByteWindow(source);
  const collector = new LayerCollector(collectorContext(manner));
  try {
    const isEnd = await takeFeatures(window, collector, pace);
    return { part: collector.part(), end: isEnd ? window.offset : null };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return null;
    throw error;
  }
}
