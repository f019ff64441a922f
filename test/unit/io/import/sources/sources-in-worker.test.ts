import { describe, expect, it, vi } from 'vitest';
import { sourcesInWorker } from '../../../../../src/io/import/sources/sources-in-worker';

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

describe('a batch in a worker', () => {
  it('ends with its reading where that is given up', async () => {
    const { worker, files } = batch();
    const controller = new AbortController();
    const reading = files.read(NOWHERE, { signal: controller.signal });
    controller.abort(new DOMException('cancelled', 'AbortError'));
    await expect(reading).rejects.toHaveProperty('name', 'AbortError');
    expect(worker.terminate).toHaveBeenCalledOnce();
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
