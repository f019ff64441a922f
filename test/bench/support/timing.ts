/** The middle one; the mean of the middle two of an even number. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The value below which that share of them lies (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;
}

/** Seconds that the work took in each of so many runs; what is done and thrown away before it does not count. */
export function secondsOf(
  runs: number,
  { before, work }: { before: () => void; work: () => void },
): number[] {
  return Array.from({ length: runs }, () => {
    before();
    globalThis.gc?.();
    const start = performance.now();
    work();
    return (performance.now() - start) / 1000;
  });
}

/**
 * Microseconds that one of `count` measures takes: the median of runs of at least a fifth of a second over all of
 * them, after one run to warm up. What they give is summed, so that nothing is left out as useless.
 */
export function microsecondsEach(count: number, measure: (n: number) => number): number {
  let sum = 0;
  const once = () => {
    for (let n = 0; n < count; n++) sum += measure(n);
  };
  once();
  const runs = Array.from({ length: 5 }, () => {
    const start = performance.now();
    let rounds = 0;
    do {
      once();
      rounds++;
    } while (performance.now() - start < 200);
    return ((performance.now() - start) * 1000) / (rounds * count);
  });
  if (!Number.isFinite(sum)) throw new Error('a measure gave no number');
  return median(runs);
}
