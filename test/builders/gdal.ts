import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { GdalAssets } from '../../src/io/gdal/gdal-module';
import { runGdalJob } from '../../src/io/gdal/run-gdal-job';
import type { GdalTool } from '../../src/io/gdal/gdal-tool';
import { message } from '../../src/domain/message';
import { err } from '../../src/domain/result';

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

/** GDAL in this thread: an instance for each job, but without time limit. */
export const gdalHere: GdalTool = {
  async run(job) {
    const answer = await runGdalJob(await gdalAssets(), job);
    return answer.ok ? answer : err(message('gdal-refused', { format: job.driver, detail: answer.error }));
  },
};
