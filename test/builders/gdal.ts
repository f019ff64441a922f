import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { err } from '../../src/domain/result';
import { createGdal, type GdalAssets, type GdalFiles, type GdalModule } from '../../src/io/gdal/gdal-module';
import type { GdalJob, GdalProgress, GdalResult } from '../../src/io/gdal/gdal-job';
import { gdalInWorker } from '../../src/io/gdal/gdal-tool';
import { doGdalJob, GdalWords, runGdalJob } from '../../src/io/gdal/run-gdal-job';

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

/** Jobs that one instance does: what they leave in its memory is given back with it. */
const MOST_JOBS = 100;

/**
 * GDAL in this thread for very many reading jobs: an instance does a hundred of them, or until one fails in it. The
 * product makes a new instance for each job, which takes much longer than reading a small file.
 */
export function warmGdal() {
  const words = new GdalWords();
  let warm: { readonly gdal: GdalModule; readonly config: string; jobs: number } | null = null;
  return gdalInWorker(() => ({
    async ask<J extends GdalJob>(job: J, onProgress: (progress: GdalProgress) => void) {
      const config = JSON.stringify(job.config);
      if (!warm || warm.jobs === MOST_JOBS || warm.config !== config) {
        const gdal = await createGdal(await gdalAssets(), job.config, (line) => words.take(line));
        warm = { gdal, config, jobs: 0 };
      }
      const { gdal } = warm;
      warm.jobs++;
      words.drain();
      try {
        const result = doGdalJob(gdal, words, job, onProgress);
        emptied(gdal.FS as Removable, '/in');
        return result as GdalResult<J['kind']>;
      } catch (error) {
        warm = null;
        return err(String(error));
      }
    },
    terminate: () => undefined,
  }));
}

/** Emscripten's has more than the product needs. */
interface Removable extends GdalFiles {
  rmdir(path: string): void;
}

function emptied(files: Removable, folder: string): void {
  for (const name of files.readdir(folder)) {
    const path = `${folder}/${name}`;
    if (/^\.\.?$/u.test(name)) continue;
    if (files.isDir(files.stat(path).mode)) emptied(files, path);
    else files.unlink(path);
  }
  files.rmdir(folder);
}
