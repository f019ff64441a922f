import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { GdalJob, GdalMessage, GdalResult } from '../io/gdal/gdal-job';
import { gdalInWorker, type GdalTool, type GdalWorker } from '../io/gdal/gdal-tool';
import { runGdalJob } from '../io/gdal/run-gdal-job';
import { gdalAssets } from './gdal-assets';

/** GDAL in a thread of its own for each job; in this one where the thread's script is not there, as among the sources. */
export function nodeGdal(script = new URL('./gdal-thread.mjs', import.meta.url)): GdalTool {
  return gdalInWorker(existsSync(script) ? () => inThread(script) : inThisThread);
}

function inThread(script: URL): GdalWorker {
  const worker = new Worker(script);
  return {
    ask: <J extends GdalJob>(job: J) =>
      new Promise<GdalResult<J['kind']>>((resolve, reject) => {
        worker.once('message', (message: GdalMessage<J['kind']>) => {
          if ('result' in message) resolve(message.result);
        });
        worker.once('error', reject);
        worker.once('exit', () => reject(new Error('exit')));
        worker.postMessage(job);
      }),
    terminate: () => void worker.terminate(),
  };
}

function inThisThread(): GdalWorker {
  return {
    ask: async <J extends GdalJob>(job: J) =>
      (await runGdalJob(await gdalAssets(), job)) as GdalResult<J['kind']>,
    terminate: () => undefined,
  };
}
