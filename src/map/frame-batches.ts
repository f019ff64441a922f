/** Changes that are made a share at a time, one share a frame, so that none keeps the page from answering. */
export interface FrameBatches {
  /** Has the key changed in one of the next frames; asked for again before that, once. */
  add(keys: Iterable<string>): void;
  /** Whether nothing waits to be changed. */
  isDone(): boolean;
  stop(): void;
}

/** `nextFrame` and `cancel` are the browser's, and another's in tests. */
export function createFrameBatches(
  most: number,
  change: (key: string) => void,
  {
    nextFrame = (run: () => void): number => requestAnimationFrame(run),
    cancel = (frame: number): void => cancelAnimationFrame(frame),
  } = {},
): FrameBatches {
  const waiting = new Set<string>();
  let frame: number | null = null;

  const run = () => {
    frame = null;
    let left = most;
    for (const key of waiting) {
      if (left-- === 0) break;
      waiting.delete(key);
      change(key);
    }
    if (waiting.size > 0) frame = nextFrame(run);
  };

  return {
    add(keys) {
      for (const key of keys) waiting.add(key);
      if (waiting.size > 0 && frame === null) run();
    },
    isDone: () => waiting.size === 0,
    stop() {
      if (frame !== null) cancel(frame);
      waiting.clear();
    },
  };
}
