import { parentPort } from 'node:worker_threads';
import type { GdalJob, GdalMessage } from '../io/gdal/gdal-job';
import { runGdalJob } from '../io/gdal/run-gdal-job';
import { gdalAssets } from './gdal-assets';

/** Does the one job that it is sent. What fails here ends the thread, which tells the other side. */
parentPort?.once('message', (job: GdalJob) => {
  void gdalAssets()
    .then((assets) => runGdalJob(assets, job))
    .then((result) => parentPort?.postMessage({ result } satisfies GdalMessage<GdalJob['kind']>));
});
