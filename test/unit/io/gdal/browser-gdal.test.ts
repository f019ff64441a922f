import { describe, expect, it, vi } from 'vitest';
import { browserGdal } from '../../../../src/io/gdal/browser-gdal';
import type { GdalReadJob, GdalWriteJob } from '../../../../src/io/gdal/gdal-job';

const JOB: GdalReadJob = { kind: 'read', files: [], open: 'a', driver: 'GPKG', openOptions: [], config: {} };

/** A worker that answers each message as told, once it has been sent, and what was asked of it. */
function workerThat(answers: (worker: Worker) => void) {
  const calls = { terminate: vi.fn(), postMessage: vi.fn(() => queueMicrotask(() => answers(worker))) };
  const worker = calls as unknown as Worker;
  return { worker, ...calls };
}

describe('browserGdal', () => {
  it('sends the job to a worker of its own, gives its answer, and ends it', async () => {
    const value = { layers: [], warnings: ['Warning 1: x'] };
    const progress = { done: 5, total: 9 };
    const messages = [{ progress }, { result: { ok: true, value } }];
    const { worker, postMessage, terminate } = workerThat((to) => {
      for (const data of messages) to.onmessage?.({ data } as MessageEvent);
    });
    const start = vi.fn(() => worker);
    const onProgress = vi.fn();
    expect(await browserGdal(start).run(JOB, undefined, onProgress)).toEqual({ ok: true, value });
    expect(onProgress.mock.calls).toEqual([[progress]]);
    expect(start).toHaveBeenCalledOnce();
    expect(postMessage).toHaveBeenCalledWith(JOB, []);
    expect(terminate).toHaveBeenCalledOnce();
  });

  it('hands over what is to be written, and keeps what is read', async () => {
    const geojson = new Uint8Array(3);
    const layer = { name: 'a', geojson, options: [] };
    const job: GdalWriteJob = {
      kind: 'write',
      driver: 'GPKG',
      open: 'a',
      layers: [layer, layer],
      config: {},
    };
    const { worker, postMessage } = workerThat((to) => {
      to.onmessage?.({ data: { result: { ok: true, value: [] } } } as MessageEvent);
    });
    await browserGdal(() => worker).run(job);
    expect(postMessage).toHaveBeenCalledWith(job, [geojson.buffer]);
  });

  it('tells of a worker that fails', async () => {
    const preventDefault = vi.fn();
    const event = { message: 'out of memory', preventDefault } as unknown as ErrorEvent;
    const { worker } = workerThat((to) => void to.onerror?.(event));
    expect(await browserGdal(() => worker).run(JOB)).toMatchObject({
      ok: false,
      error: { code: 'gdal-crashed' },
    });
    expect(preventDefault).toHaveBeenCalledOnce();
  });
});
