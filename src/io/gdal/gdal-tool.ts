import { message, type Message } from '../../domain/message';
import { err, ok, type Result } from '../../domain/result';
import type { GdalAnswers, GdalJob, GdalProgress, GdalResult } from './gdal-job';

/** Does jobs of GDAL where they can do no harm. */
export interface GdalTool {
  /** Rejects with the signal's reason on abort; all else that goes wrong is told by a message. */
  run<J extends GdalJob>(
    job: J,
    signal?: AbortSignal,
    onProgress?: (progress: GdalProgress) => void,
  ): Promise<Result<GdalAnswers[J['kind']], Message>>;
}

/** A worker for one job, of the browser or of Node. */
export interface GdalWorker {
  /** Resolves with the worker's answer; rejects where the worker fails. */
  ask<J extends GdalJob>(
    job: J,
    onProgress: (progress: GdalProgress) => void,
  ): Promise<GdalResult<J['kind']>>;
  terminate(): void;
}

/** A job that takes longer is taken for one that never ends. */
const MOST_MS = 60_000;
const MOST_MS_A_MEGABYTE = 2000;

/**
 * Each job in a worker of its own, which ends with it: a file that makes GDAL crash, hang or fill its memory harms
 * nothing else, and leaves nothing behind.
 */
export function gdalInWorker(start: () => GdalWorker): GdalTool {
  return {
    async run(job, signal, onProgress = () => undefined) {
      signal?.throwIfAborted();
      const worker = start();
      let timer: ReturnType<typeof setTimeout> | undefined;
      try {
        const stopped = new Promise<'late'>((resolve, reject) => {
          timer = setTimeout(() => resolve('late'), timeFor(job));
          signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
        });
        const answer = await Promise.race([
          worker.ask(job, onProgress).catch(() => 'failed' as const),
          stopped,
        ]);
        if (answer === 'late' || answer === 'failed') {
          return err(message(answer === 'late' ? 'gdal-late' : 'gdal-crashed', { format: job.driver }));
        }
        return answer.ok
          ? ok(answer.value)
          : err(message('gdal-refused', { format: job.driver, detail: answer.error }));
      } finally {
        clearTimeout(timer);
        worker.terminate();
      }
    },
  };
}

function timeFor(job: GdalJob): number {
  const sizes = job.kind === 'read' ? job.files.map(({ bytes }) => bytes) : job.layers.map((l) => l.geojson);
  const bytes = sizes.reduce((sum, { length }) => sum + length, 0);
  return MOST_MS + (bytes / 1e6) * MOST_MS_A_MEGABYTE;
}
