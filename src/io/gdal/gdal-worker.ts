import dataUrl from 'gdal3.js/dist/package/gdal3WebAssembly.data?url';
import wasmUrl from 'gdal3.js/dist/package/gdal3WebAssembly.wasm?url';
import type { GdalJob, GdalMessage, GdalResult } from './gdal-job';
import type { GdalAssets } from './gdal-module';
import { runGdalJob } from './run-gdal-job';

async function fetched(url: string): Promise<ArrayBuffer> {
  const response = await fetch(new URL(url, import.meta.url));
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  return response.arrayBuffer();
}

/** From the application's own folder; the browser keeps them after the first time. */
async function assets(): Promise<GdalAssets> {
  const [wasm, data] = await Promise.all([fetched(wasmUrl), fetched(dataUrl)]);
  return { wasm: await WebAssembly.compile(wasm), data };
}

const say = (message: GdalMessage<GdalJob['kind']>, transfer: Transferable[] = []) =>
  postMessage(message, { transfer });

addEventListener('message', ({ data: job }: MessageEvent<GdalJob>) => {
  void assets()
    .then((found) => runGdalJob(found, job, (progress) => say({ progress })))
    .then(
      (result) => say({ result }, buffersOf(result)),
      (error: unknown) => reportError(error),
    );
});

/** What changes hands instead of being copied. */
function buffersOf(result: GdalResult<'read' | 'write'>): Transferable[] {
  if (!result.ok) return [];
  const parts =
    'layers' in result.value
      ? result.value.layers.map(({ geojson }) => geojson)
      : result.value.map(({ bytes }) => bytes);
  return parts.map(({ buffer }) => buffer as ArrayBuffer);
}
