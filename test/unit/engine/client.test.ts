import { describe, expect, it } from 'vitest';
import packageJson from '../../../package.json';
import { createEngineClient, EngineError, messageOf } from '../../../src/engine/client';
import { revived } from '../../../src/engine/engine-error';
import { paced } from '../../../src/engine/pacer';
import type { Progress } from '../../../src/engine/protocol';
import { ENGINE } from '../../../src/engine/version';

/** A worker that never answers. */
class DeafWorker extends EventTarget {
  readonly posted: { readonly message: unknown; readonly transfer: readonly unknown[] }[] = [];
  terminated = false;

  postMessage(message: unknown, transfer: readonly unknown[] = []): void {
    this.posted.push({ message, transfer });
  }

  terminate(): void {
    this.terminated = true;
  }
}

function deaf() {
  const worker = new DeafWorker();
  return { worker, client: createEngineClient(worker as unknown as Worker) };
}

describe('the client of a worker', () => {
  it('rejects everything once the worker has crashed', async () => {
    const { worker, client } = deaf();
    const waiting = client.report('2026-11-25');
    worker.dispatchEvent(new Event('error', { cancelable: true }));
    await expect(waiting).rejects.toMatchObject({ code: 'engine.crashed' });
    await expect(client.report('2026-11-25')).rejects.toMatchObject({ code: 'engine.crashed' });
    expect(worker.terminated).toBe(true);
  });

  it('rejects what is under way when it is closed', async () => {
    const { worker, client } = deaf();
    const waiting = client.load({ records: [], revision: 0 });
    client.close();
    await expect(waiting).rejects.toMatchObject({ code: 'engine.closed' });
    expect(worker.terminated).toBe(true);
  });

  it('gives the bytes away, but never more than the request’s own', () => {
    const { worker, client } = deaf();
    const buffer = new ArrayBuffer(8);
    const whole = new Uint8Array(buffer);
    void client.inspect({ file: 'a', layer: 'roads', bytes: whole }).catch(() => undefined);
    expect(worker.posted.at(-1)!.transfer).toContain(buffer);
    void client.inspect({ file: 'a', layer: 'roads', bytes: whole.subarray(2, 4) }).catch(() => undefined);
    expect(worker.posted.at(-1)!.transfer).not.toContain(buffer);
  });
});

describe('a failure', () => {
  it('keeps its message on the way out of a worker', () => {
    const failure = new EngineError('engine.layer-unread', { layer: 'roads', file: 'r.geojson' });
    const wire = Object.assign(new Error(failure.message), { name: failure.name });
    expect(revived(wire)).toBeInstanceOf(EngineError);
    expect(messageOf(wire)).toEqual({
      code: 'engine.layer-unread',
      params: { layer: 'roads', file: 'r.geojson' },
    });
    expect(messageOf(new Error('oops'))).toEqual({ code: 'engine.failed', params: { detail: 'oops' } });
    expect(messageOf('oops')).toEqual({ code: 'engine.failed', params: { detail: 'oops' } });
  });
});

describe('a paced job', () => {
  function* endless(): Generator<Progress, never> {
    for (let done = 0; ; done++) yield { step: 'checking', done, total: 1 };
  }

  it('lets go of the thread, tells how far it is, and stops when told to', async () => {
    const controller = new AbortController();
    const told: Progress[] = [];
    const job = paced(endless(), {
      signal: controller.signal,
      onProgress: (progress) => {
        told.push(progress);
        if (told.length === 2) setTimeout(() => controller.abort(), 0);
      },
    });
    await expect(job).rejects.toMatchObject({ name: 'AbortError' });
    expect(told.length).toBeGreaterThanOrEqual(2);
    expect(told[1]!.done).toBeGreaterThan(told[0]!.done);
  });
});

describe('the name in reports', () => {
  it('is that of the package', () => {
    expect(ENGINE).toEqual({ name: packageJson.name, version: packageJson.version });
  });
});
