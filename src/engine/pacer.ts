import { nextTurn } from '../io/import/next-turn';
import type { Progress } from './protocol';

/** How long the worker may be deaf. */
const SLICE_MS = 20;

export interface PaceOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/**
 * Drives a job that is written as a generator: runs it in slices of some 20 ms, tells how far it is after each, and
 * rejects with the signal's reason (an `AbortError`) once that is aborted.
 */
export async function paced<T>(
  job: Generator<Progress | undefined, T>,
  { signal, onProgress }: PaceOptions = {},
): Promise<T> {
  signal?.throwIfAborted();
  let sliceEnds = performance.now() + SLICE_MS;
  for (;;) {
    const step = job.next();
    if (step.done) return step.value;
    if (performance.now() < sliceEnds) continue;
    if (step.value) onProgress?.(step.value);
    await nextTurn();
    signal?.throwIfAborted();
    sliceEnds = performance.now() + SLICE_MS;
  }
}

/** The same job at one go. */
export function finished<T>(job: Generator<Progress | undefined, T>): T {
  for (;;) {
    const step = job.next();
    if (step.done) return step.value;
  }
}
