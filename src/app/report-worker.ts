import fontAddress from '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf?url';
import rendererAddress from '@resvg/resvg-wasm/index_bg.wasm?url';
import { expose, transfer } from 'comlink';
import { reportWords } from '../i18n/report-words';
import { makeReport, type ReportFile } from '../io/report/make-report';
import type { ReportInput, ShapesOf } from '../io/report/report-input';
import type { ReportOrder, ReportWatch } from '../io/report/report-tool';
import type { ReportAssets } from '../io/report/writers/report-assets';

async function fetched(address: string): Promise<Uint8Array> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status} ${response.statusText}`);
  return new Uint8Array(await response.arrayBuffer());
}

const assets: ReportAssets = { font: () => fetched(fontAddress), renderer: () => fetched(rendererAddress) };

/** Makes one report; the worker ends with it. */
export interface ReportWorkerApi {
  make(
    input: ReportInput,
    order: ReportOrder,
    shapesOf: ShapesOf,
    onProgress: ReportWatch['onProgress'],
  ): Promise<ReportFile>;
}

const exposed: ReportWorkerApi = {
  async make(input, { language, ...order }, shapesOf, onProgress) {
    const file = await makeReport(input, {
      ...order,
      words: reportWords(language),
      assets,
      shapesOf,
      onProgress,
    });
    return transfer(file, [file.bytes.buffer]);
  },
};

expose(exposed);
