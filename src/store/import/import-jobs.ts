import { message } from '../../domain/message';
import { nextTurn } from '../../io/import/next-turn';
import type { PaceOptions } from '../../io/import/pace';
import { failureOf, isAbort } from '../engine-port';
import { IMPORT_JOB } from '../import-store';
import type { SessionStore } from '../session-store';

/** The reading of files, which the user sees go on and can give up. */
export interface ImportJobs {
  /** Tells of work on a file, which can be given up with the controller. */
  readonly busily: <T>(
    file: string,
    controller: AbortController,
    work: (pace: PaceOptions) => Promise<T>,
  ) => Promise<T>;
  /** As `busily`; null where it was given up or failed, which the user is told. */
  readonly tried: <T>(file: string, work: (pace: PaceOptions) => Promise<T>) => Promise<T | null>;
  /** Gives up all that is under way. */
  readonly stop: () => void;
}

export function createImportJobs(session: SessionStore): ImportJobs {
  const running = new Set<AbortController>();
  const abort = (controller: AbortController) =>
    controller.abort(new DOMException('cancelled', 'AbortError'));

  const busily: ImportJobs['busily'] = async (file, controller, work) => {
    running.add(controller);
    session.startBusy({
      id: IMPORT_JOB,
      label: message('busy.reading', { file }),
      done: 0,
      total: 0,
      cancel: () => abort(controller),
    });
    try {
      return await work({
        signal: controller.signal,
        onProgress: ({ done, total, unit }) => session.updateBusy(IMPORT_JOB, done, total, unit),
      });
    } finally {
      running.delete(controller);
      // First, in a task of its own, the page draws what was read.
      await nextTurn();
      session.endBusy(IMPORT_JOB);
    }
  };

  return {
    busily,
    async tried(file, work) {
      try {
        return await busily(file, new AbortController(), work);
      } catch (error) {
        if (!isAbort(error)) session.notify('error', failureOf(error, 'source-failed'));
        return null;
      }
    },
    stop() {
      for (const controller of running) abort(controller);
    },
  };
}
