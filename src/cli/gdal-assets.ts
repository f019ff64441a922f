import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { GdalAssets } from '../io/gdal/gdal-module';

const PACKAGE = 'gdal3.js/dist/package/gdal3WebAssembly';

/** The two files that GDAL is made of, from its package. */
export async function gdalAssets(): Promise<GdalAssets> {
  const { resolve } = createRequire(import.meta.url);
  const [wasm, data] = await Promise.all([
    readFile(resolve(`${PACKAGE}.wasm`)),
    readFile(resolve(`${PACKAGE}.data`)),
  ]);
  return { wasm: await WebAssembly.compile(wasm), data: new Uint8Array(data).buffer };
}
