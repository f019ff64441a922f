import type { GdalJob, GdalMessage, GdalProgress, GdalResult } from './gdal-job';
import { gdalInWorker, type GdalTool, type GdalWorker } from './gdal-tool';

/** What is to be written was made for this; a file that is read may be wanted again. */
function handedOver(job: GdalJob): Transferable[] {
  if (job.kind === 'read') return [];
  return [...new Set(job.layers.map(({ geojson }) => geojson.buffer as ArrayBuffer))];
}

/** GDAL in a worker of the browser; `start` starts one that runs `gdal-worker.ts`. */
export function browserGdal(start: () => Worker): GdalTool {
  return gdalInWorker((): GdalWorker => {
    const worker = start();
    return {
      ask: <J extends GdalJob>(job: J, onProgress: (progress: GdalProgress) => void) =>
        new Promise<GdalResult<J['kind']>>((resolve, reject) => {
          worker.onmessage = ({ data }: MessageEvent<GdalMessage<J['kind']>>) => {
            if ('result' in data) resolve(data.result);
            else onProgress(data.progress);
          };
          worker.onerror = (event) => {
            event.preventDefault();
            reject(new Error(event.message));
          };
          worker.postMessage(job, handedOver(job));
        }),
      terminate: () => worker.terminate(),
    };
  });
}
