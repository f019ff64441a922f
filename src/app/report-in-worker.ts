import { proxy, wrap } from 'comlink';
import type { ReportTool } from '../io/report/report-tool';
import { inWorker } from './in-worker';
import type { ReportWorkerApi } from './report-worker';

/** Each report in a worker of its own, which ends with it and gives the memory of fonts and pictures back. */
export function reportInWorker(createWorker: () => Worker): ReportTool {
  return (input, order, { shapesOf, signal, onProgress }) =>
    inWorker(createWorker, signal, (worker) =>
      wrap<ReportWorkerApi>(worker).make(input, order, proxy(shapesOf), proxy(onProgress)),
    );
}
