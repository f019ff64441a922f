import { describe, expect, it, vi } from 'vitest';
import type { InspectProgress } from '../../../../../src/io/import/pace';
import { sourceBatch } from '../../../../../src/io/import/sources/source-batch';
import { sourcesInWorker } from '../../../../../src/io/import/sources/sources-in-worker';
import { gdalHere } from '../../../../builders/gdal';
import { interchangeFile } from '../../../../builders/interchange';

/** A worker that never answers. */
class SilentWorker extends EventTarget {
  readonly postMessage = vi.fn();
  readonly terminate = vi.fn();
}

const NOWHERE = { districtsBox: null, frame: null };

function batch() {
  const worker = new SilentWorker();
  const tool = sourcesInWorker(() => worker as unknown as Worker);
  return { worker, files: tool([{ name: 'a.kml', bytes: new Uint8Array([1]) }]) };
}

describe('a batch', () => {
  it('tells what it takes in, file by file, and then of its features', async () => {
    const files = [
      { name: 'a.csv', bytes: new Blob(['编号,经度,纬度\n1,106,31.6\n']) },
      { name: 'b.csv', bytes: new TextEncoder().encode('编号,经度,纬度\n2,106,31.7\n') },
      { name: '控规.gpkg', bytes: new Blob([interchangeFile('4490.gpkg.gz').bytes as BlobPart]) },
    ];
    const told: InspectProgress[] = [];
    const opened = sourceBatch(files, gdalHere);
    const onProgress = (progress: InspectProgress) => told.push(progress);
    const { sources } = await opened.read(NOWHERE, { onProgress });
    expect(sources.map(({ count }) => count)).toEqual([1, 1, 1000]);
    const total = files.reduce(
      (sum, { bytes }) => sum + (bytes instanceof Blob ? bytes.size : bytes.length),
      0,
    );
    const bytes = told.filter(({ unit }) => unit === 'bytes');
    expect(bytes[0]?.done).toBe((files[0]!.bytes as Blob).size);
    expect(bytes.at(-1)).toEqual({ done: total, total, unit: 'bytes' });
    // All bytes come first; then each data set begins with nothing known of it, and the last goes on to its features.
    const begins = told.flatMap(({ done, total, unit }, i) =>
      unit === undefined && total === 0 && done === 0 ? [i] : [],
    );
    expect(begins).toHaveLength(3);
    expect(begins[0]).toBe(bytes.length);
    expect(told.slice(begins[2]! + 1).every((each) => each.done <= 1000 && each.total === 1000)).toBe(true);
  });

  it('is given up between two pieces of a file', async () => {
    const controller = new AbortController();
    const opened = sourceBatch([{ name: 'a.csv', bytes: new Blob(['x'.repeat(20_000_000)]) }], gdalHere);
    const reading = opened.read(NOWHERE, {
      signal: controller.signal,
      onProgress: () => controller.abort(new DOMException('cancelled', 'AbortError')),
    });
    await expect(reading).rejects.toHaveProperty('name', 'AbortError');
  });
});

describe('a batch in a worker', () => {
  it('ends with its reading where that is given up', async () => {
    const { worker, files } = batch();
    const controller = new AbortController();
    const reading = files.read(NOWHERE, { signal: controller.signal });
    controller.abort(new DOMException('cancelled', 'AbortError'));
    await expect(reading).rejects.toHaveProperty('name', 'AbortError');
    expect(worker.terminate).toHaveBeenCalledOnce();
  });

  it('gives up reading again and stays as it was', async () => {
    const { worker, files } = batch();
    const controller = new AbortController();
    const again = files.readAgain('0/0', 'big5', { signal: controller.signal });
    controller.abort(new DOMException('cancelled', 'AbortError'));
    await expect(again).rejects.toHaveProperty('name', 'AbortError');
    expect(worker.postMessage.mock.lastCall?.[0]).toMatchObject({ type: 'APPLY', path: ['cancel'] });
    expect(worker.terminate).not.toHaveBeenCalled();
  });

  it('tells of a worker that fails', async () => {
    const { worker, files } = batch();
    const reading = files.read(NOWHERE);
    worker.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }));
    await expect(reading).rejects.toThrow('out of memory');
  });

  it('keeps nobody waiting once it is closed', async () => {
    const { worker, files } = batch();
    const again = files.readAgain('0/0', 'big5');
    files.close();
    await expect(again).rejects.toHaveProperty('name', 'AbortError');
    expect(worker.terminate).toHaveBeenCalledOnce();
  });
});
