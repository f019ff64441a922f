import { transfer } from 'comlink';
import { sourceOf } from '../io/import/byte-source';
import { Pace } from '../io/import/pace';
import { scanRange, type ScanManner, type ScannedRange } from '../io/import/scan/scan-range';
import { buffersOf } from './table-buffers';

/** What a worker of the engine's worker does: scans one range of a file, and is then ended. */
export interface RangeApi {
  scan(
    bytes: Uint8Array | Blob,
    manner: ScanManner,
    onProgress: (bytes: number) => void,
  ): Promise<ScannedRange | null>;
}

export const rangeApi: RangeApi = {
  async scan(bytes, manner, onProgress) {
    const pace = new Pace({ onProgress: ({ done }) => onProgress(done) });
    const scanned = await scanRange(sourceOf(bytes), manner, pace);
    return scanned && transfer(scanned, buffersOf(scanned.part.table));
  },
};
