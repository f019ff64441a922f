import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { GdalReadJob, GdalResult } from '../../../../src/io/gdal/gdal-job';
import { gdalInWorker, type GdalWorker } from '../../../../src/io/gdal/gdal-tool';
import { gdalHere } from '../../../builders/gdal';

const JOB: GdalReadJob = {
  kind: 'read',
  files: [{ name: 'a.gpkg', bytes: new Uint8Array(1_000_000) }],
  open: 'a.gpkg',
  driver: 'GPKG',
  openOptions: [],
  config: {},
};

function toolOf(answer: Promise<GdalResult<'read'>>) {
  const terminate = vi.fn();
  const worker = { ask: () => answer, terminate } as unknown as GdalWorker;
  return { tool: gdalInWorker(() => worker), terminate };
}

const never = () => new Promise<GdalResult<'read'>>(() => undefined);

describe('GDAL in a worker for each job', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('gives what the worker answers, and ends it', async () => {
    const { tool, terminate } = toolOf(Promise.resolve({ ok: true, value: { layers: [], warnings: [] } }));
    expect(await tool.run(JOB)).toEqual({ ok: true, value: { layers: [], warnings: [] } });
    expect(terminate).toHaveBeenCalledOnce();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('tells of a file that GDAL refuses, in its words', async () => {
    const { tool } = toolOf(Promise.resolve({ ok: false, error: 'ERROR 4: no' }));
    expect(await tool.run(JOB)).toEqual({
      ok: false,
      error: { code: 'gdal-refused', params: { format: 'GPKG', detail: 'ERROR 4: no' } },
    });
  });

  it('ends a job that takes too long: a minute, and two seconds for each megabyte', async () => {
    const { tool, terminate } = toolOf(never());
    const run = tool.run(JOB);
    await vi.advanceTimersByTimeAsync(61_999);
    expect(terminate).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(await run).toEqual({ ok: false, error: { code: 'gdal-late', params: { format: 'GPKG' } } });
    expect(terminate).toHaveBeenCalledOnce();
  });

  it('outlives a worker that fails', async () => {
    const { tool, terminate } = toolOf(Promise.reject(new Error('out of memory')));
    expect(await tool.run(JOB)).toEqual({
      ok: false,
      error: { code: 'gdal-crashed', params: { format: 'GPKG' } },
    });
    expect(terminate).toHaveBeenCalledOnce();
  });

  it('stops when it is told to', async () => {
    const { tool, terminate } = toolOf(never());
    const stop = new AbortController();
    const run = tool.run(JOB, stop.signal);
    const reason = new Error('stopped');
    stop.abort(reason);
    await expect(run).rejects.toBe(reason);
    expect(terminate).toHaveBeenCalledOnce();
    await expect(tool.run(JOB, stop.signal)).rejects.toBe(reason);
  });
});

describe('an instance of GDAL', () => {
  it('refuses what is of no use in its own words, and leaves nothing behind', async () => {
    const broken = {
      ...JOB,
      files: [{ name: 'a.gpkg', bytes: new TextEncoder().encode('SQLite format 3\0rubbish') }],
    };
    for (let time = 0; time < 2; time++) {
      expect(await gdalHere.run(broken)).toMatchObject({ ok: false, error: { code: 'gdal-refused' } });
    }
  });

  it('tells how far it is, of all features of a file', async () => {
    const points = Array.from(
      { length: 3000 },
      (_, i) =>
        `{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[${i / 100},31]}}`,
    );
    const bytes = new TextEncoder().encode(`{"type":"FeatureCollection","features":[${points.join(',')}]}`);
    const told: number[] = [];
    const read = await gdalHere.run(
      { ...JOB, driver: 'GeoJSON', open: 'a.geojson', files: [{ name: 'a.geojson', bytes }] },
      undefined,
      ({ done, total }) => told.push(done, total),
    );
    expect(read).toMatchObject({ ok: true, value: { layers: [{ count: 3000 }] } });
    expect(told).toEqual([1024, 3000, 2048, 3000]);
  });

  it('refuses an option that there is not', async () => {
    const geojson = new TextEncoder().encode('{"type":"FeatureCollection","features":[]}');
    const written = await gdalHere.run({
      kind: 'write',
      driver: 'GPKG',
      open: 'a.gpkg',
      layers: [{ name: 'a', geojson, options: ['-nosuchoption'] }],
      config: {},
    });
    expect(written).toMatchObject({ ok: false, error: { code: 'gdal-refused' } });
  });
});
