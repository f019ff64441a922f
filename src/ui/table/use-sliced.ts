import { useEffect, useMemo, useState } from 'react';
import { inSlices, oneSlice } from '../../store/in-slices';

/**
 * The result of a job that must not hold up the page. A short job is done at once; of a longer one the former result
 * stays until it is done. `makeJob` stands for its inputs: another function is another job. Null before the first
 * result.
 */
export function useSliced<T>(makeJob: () => Generator<void, T>): T | null {
  const started = useMemo(() => {
    const job = makeJob();
    return { job, done: oneSlice(job) };
  }, [makeJob]);
  const [latest, setLatest] = useState(started.done);
  if (started.done && latest !== started.done) setLatest(started.done);
  useEffect(() => {
    if (started.done) return undefined;
    let isOver = false;
    void inSlices(started.job, () => isOver).then((done) => {
      if (done && !isOver) setLatest(done);
    });
    return () => {
      isOver = true;
    };
  }, [started]);
  return (started.done ?? latest)?.value ?? null;
}
