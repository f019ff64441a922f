import type { ByteSource } from '../byte-source';
import type { Pace } from '../pace';
import { featureStarts } from './feature-starts';
import { LayerCollector } from './layer-collector';
import { collectorContext, type ScanManner, type ScannedRange } from './scan-range';

/** Bytes of a source from `start` to before `end`. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** Those who scan ranges of a source at the same time. */
export interface RangeScanners {
  /** Into how many ranges a list of features that has so many bytes is to be parted; 1 is not at all. */
  countFor(bytes: number): number;
  /** As `scanRange`; `onProgress` hears how many bytes are done. Stops, and rejects, when the signal is aborted. */
  scan(
    range: ByteRange,
    manner: ScanManner,
    options: { readonly signal: AbortSignal; readonly onProgress: (bytes: number) => void },
  ): Promise<ScannedRange | null>;
}

/** What came of a list of features, and the offset just after it. */
export interface ScannedList {
  readonly collector: LayerCollector;
  readonly end: number;
}

interface RangesContext extends ScanManner {
  readonly pace: Pace;
  readonly scanners: RangeScanners | undefined;
}

/**
 * Scans a list of features, the first of which begins at `first`, in ranges; what comes of it is what scanning it at
 * one go gives. Null where there is no use in that, or no way: then nothing is lost but time.
 */
export async function scanInRanges(
  source: ByteSource,
  first: number,
  { scanners, ...context }: RangesContext,
): Promise<ScannedList | null> {
  const count = scanners?.countFor(source.size - first) ?? 1;
  if (!scanners || count < 2) return null;
  const starts = await featureStarts(source, first, count);
  return starts.length < 2 ? null : scanBetween(source, starts, { ...context, scanners });
}

/**
 * Scans the ranges between places where features seem to begin; a feature is due at the first of them. If each range
 * ends where the next feature is due, then by induction all of those places are what they seem.
 */
export async function scanBetween(
  source: ByteSource,
  starts: readonly number[],
  { pace, scanners, ...manner }: RangesContext & { readonly scanners: RangeScanners },
): Promise<ScannedList | null> {
  pace.signal?.throwIfAborted();
  const stop = new AbortController();
  const abort = () => stop.abort(pace.signal?.reason);
  pace.signal?.addEventListener('abort', abort);
  const done = starts.map(() => 0);
  try {
    const ranges = await Promise.all(
      starts.map(async (start, index) => {
        const range = { start, end: starts[index + 1] ?? source.size };
        const onProgress = (bytes: number) => {
          done[index] = bytes;
          pace.tell(starts[0]! + done.reduce((a, b) => a + b), source.size);
        };
        const scanned = await scanners.scan(range, manner, { signal: stop.signal, onProgress });
        const isLast = index === starts.length - 1;
        if (!scanned || (scanned.end !== null) !== isLast) throw new NotParted();
        return scanned;
      }),
    );
    return joined(source, starts, ranges, manner);
  } catch {
    // Whatever went wrong: only the whole can tell what that means.
    pace.signal?.throwIfAborted();
    return null;
  } finally {
    pace.signal?.removeEventListener('abort', abort);
    stop.abort();
  }
}

/** A range did not end where the next one begins. */
class NotParted extends Error {}

function joined(
  source: ByteSource,
  starts: readonly number[],
  ranges: readonly ScannedRange[],
  manner: ScanManner,
): ScannedList | null {
  const collector = new LayerCollector(collectorContext(manner));
  for (const [index, { part }] of ranges.entries()) {
    collector.table.outlook.share = (starts[index + 1] ?? source.size) / source.size;
    if (!collector.addPart(part)) return null;
  }
  const { positions, notDegrees } = collector.extent.extent();
  // A sum of degrees and of larger numbers depends on their order.
  if (notDegrees > 0 && notDegrees < positions) return null;
  return { collector, end: starts.at(-1)! + (ranges.at(-1)!.end ?? 0) };
}
