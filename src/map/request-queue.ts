/** Passes questions on, a few at a time, so that others who ask the same one need not wait for all of them. */
export interface RequestQueue {
  /** Rejects with the signal's reason if that is aborted before the question was passed on. */
  ask<Answer>(question: () => Promise<Answer>, signal: AbortSignal): Promise<Answer>;
}

export function createRequestQueue(most: number): RequestQueue {
  const waiting: (() => void)[] = [];
  let running = 0;

  const turn = (): Promise<void> =>
    new Promise((resolve) => {
      if (running === most) {
        waiting.push(resolve);
        return;
      }
      running += 1;
      resolve();
    });
  /** The place goes to the next who waits. */
  const leave = (): void => {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  };

  return {
    async ask(question, signal) {
      await turn();
      try {
        signal.throwIfAborted();
        return await question();
      } finally {
        leave();
      }
    },
  };
}
