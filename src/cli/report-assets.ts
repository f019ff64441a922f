import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { ReportAssets } from '../io/report/writers/report-assets';

/** Font and renderer of reports, from the installed packages. */
export function installedAssets(): ReportAssets {
  const { resolve } = createRequire(import.meta.url);
  return {
    font: () => readFile(resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf')),
    renderer: () => readFile(resolve('@resvg/resvg-wasm/index_bg.wasm')),
  };
}
