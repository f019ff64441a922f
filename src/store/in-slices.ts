import { nextTurn } from '../io/import/next-turn';

/** Of the page's own time: short enough that a frame is still drawn in time. */
const SLICE_MS = 8;

/** Steps that are done whatever the clock says: a small job is done at once on a busy machine too. */
const LEAST_STEPS = 16;

/** Runs a job that is written as a generator for one slice of time; its result if it is done by then, else null. */
export function oneSlice<T>(job: Generator<void, T>): { readonly value: T } | null {
  const sliceEnds = performance.now() + SLICE_MS;
  for (let steps = 0; steps < LEAST_STEPS || performance.now() < sliceEnds; steps++) {
    const step = job.next();
    if (step.done) return { value: step.value };
  }
  return null;
}

/** Runs a job slice by slice, between which the page has its turn; null once `isOver` says that nobody waits for it. */
export async function inSlices<T>(
  job: Generator<void, T>,
  isOver: () => boolean = () => false,
): Promise<{ readonly value: T } | null> {
  for (;;) {
    const done = oneSlice(job);
    if (done) return done;
    await nextTurn();
    if (isOver()) return null;
  }
}

/** The same job at one go. */
export function atOnce<T>(job: Generator<void, T>): T {
  for (;;) {
    const step = job.next();
    if (step.done) return step.value;
  }
}
