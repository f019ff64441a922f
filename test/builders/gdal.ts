import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { GdalAssets } from '../../src/io/gdal/gdal-module';
import type { GdalJob, GdalProgress, GdalResult } from '../../src/io/gdal/gdal-job';
import { gdalInWorker } from '../../src/io/gdal/gdal-tool';
import { runGdalJob } from '../../src/io/gdal/run-gdal-job';

let found: Promise<GdalAssets> | null = null;

async function load(): Promise<GdalAssets> {
  const { resolve } = createRequire(import.meta.url);
  const wasm = readFileSync(resolve('gdal3.js/dist/package/gdal3WebAssembly.wasm'));
  const data = new Uint8Array(readFileSync(resolve('gdal3.js/dist/package/gdal3WebAssembly.data')));
  return { wasm: await WebAssembly.compile(wasm), data: data.buffer };
}

export function gdalAssets(): Promise<GdalAssets> {
  found ??= load();
  return found;
}

/** GDAL in this thread: an instance for each job, but one that cannot be stopped. */
export const gdalHere = gdalInWorker(() => ({
  ask: async <J extends GdalJob>(job: J, onProgress: (progress: GdalProgress) => void) =>
    (await runGdalJob(await gdalAssets(), job, onProgress)) as GdalResult<J['kind']>,
  terminate: () => undefined,
}));
