import { expose } from 'comlink';
import { describe, expect, it } from 'vitest';
import { rangeScanners } from '../../../src/engine/range-scanners';
import { buffersOf } from '../../../src/engine/table-buffers';
import type { RangeApi } from '../../../src/engine/range-api';
import { Pace } from '../../../src/io/import/pace';
import { readTable } from '../../../src/io/import/read-table';
import { scanRange, type ScanManner } from '../../../src/io/import/scan/scan-range';
import { sourceOf } from '../../../src/io/import/byte-source';
import { cityParcels } from '../../builders/city-parcels';

const MANNER: ScanManner = {
  layer: 'parcels',
  idField: undefined,
  districtsBox: null,
  swapAxes: false,
  crs: undefined,
};

/** A worker on this thread that does what it is given; one that is given nothing never answers. */
function workerOf(api?: RangeApi) {
  const { port1, port2 } = new MessageChannel();
  let ends = 0;
  if (api) expose(api, port2);
  port1.start();
  const worker = Object.assign(port1, {
    terminate() {
      ends++;
      port1.close();
    },
  });
  return { worker: worker as unknown as Worker, timesEnded: () => ends };
}

function job() {
  const controller = new AbortController();
  const done: number[] = [];
  return {
    controller,
    done,
    options: { signal: controller.signal, onProgress: (n: number) => done.push(n) },
  };
}

const bytes = cityParcels(20);
const first = new TextDecoder('latin1').decode(bytes).indexOf('{"type":"Feature",');

describe('scanners of ranges', () => {
  it.each([
    [1, 1e9, 1],
    [2, 1e9, 1],
    [3, 1e9, 2],
    [4, 1e9, 3],
    [64, 1e9, 8],
    [64, 1e6, 1],
  ])('of %i cores part %i bytes into %i', (cores, size, count) => {
    const { worker } = workerOf();
    expect(rangeScanners(bytes, cores, () => worker).countFor(size)).toBe(count);
    worker.terminate();
  });

  it.each([
    ['bytes', bytes],
    ['a file', new Blob([new Uint8Array(bytes)])],
  ])('have a worker scan its range of %s, and end it', async (_name, file) => {
    const api: RangeApi = {
      scan: async (piece, manner, onProgress) => {
        onProgress(7);
        return scanRange(sourceOf(piece), manner, new Pace());
      },
    };
    const { worker, timesEnded } = workerOf(api);
    const { options, done } = job();
    const scanners = rangeScanners(file, 2, () => worker);
    const scanned = await scanners.scan({ start: first, end: bytes.length }, MANNER, options);
    expect(scanned?.part.total).toBe(20);
    expect(scanned?.end).toBe(bytes.lastIndexOf(']'.charCodeAt(0)) + 1 - first);
    expect(done).toEqual([7]);
    expect(timesEnded()).toBe(1);
  });

  it('end a worker that fails, and one that is to stop', async () => {
    for (const trouble of ['error', 'stop']) {
      const { worker, timesEnded } = workerOf();
      const { options, controller } = job();
      const scan = rangeScanners(bytes, 2, () => worker).scan({ start: 0, end: 9 }, MANNER, options);
      if (trouble === 'stop') controller.abort();
      else worker.dispatchEvent(new Event('error'));
      await expect(scan).rejects.toThrow('worker');
      expect(timesEnded()).toBe(1);
    }
  });
});

describe('the memory of a table', () => {
  it('is named once each, all of it', async () => {
    const { table } = await readTable({ file: 'x', bytes: cityParcels(9000), layer: 'parcels' });
    const buffers = buffersOf(table!);
    expect(new Set(buffers).size).toBe(buffers.length);
    const moved = structuredClone(table!, { transfer: buffers });
    expect(moved.size).toBe(9000);
    const { geometry, ids, columns } = table!;
    const kinds = new Set([...columns.values()].map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(['codes', 'numbers', 'texts']));
    const left: ArrayBufferView[] = [
      geometry.xy,
      geometry.types,
      geometry.holes,
      geometry.partEnds,
      geometry.featureEnds,
      ids.bytes,
    ];
    for (const column of columns.values()) {
      if (column.kind === 'codes') left.push(column.codes);
      else if (column.kind === 'numbers') left.push(column.numbers);
      else left.push(column.texts.bytes, column.texts.ends);
    }
    expect(left.map(({ byteLength }) => byteLength)).toEqual(left.map(() => 0));
  });
});
