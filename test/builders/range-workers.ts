import { expose } from 'comlink';
import type { RangeApi } from '../../src/engine/range-api';
import { sourceOf } from '../../src/io/import/byte-source';
import { Pace } from '../../src/io/import/pace';
import { scanRange } from '../../src/io/import/scan/scan-range';

const scanner: RangeApi = {
  scan: (bytes, manner) => scanRange(sourceOf(bytes), manner, new Pace()),
};

/** Starts stand-ins on this thread for the workers that scan ranges, and counts them. */
export function rangeWorkers(): { readonly start: () => Worker; readonly started: () => number } {
  let count = 0;
  return {
    start() {
      count++;
      const { port1, port2 } = new MessageChannel();
      expose(scanner, port2);
      port1.start();
      return Object.assign(port1, { terminate: () => port1.close() }) as unknown as Worker;
    },
    started: () => count,
  };
}
