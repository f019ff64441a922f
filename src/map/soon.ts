/** Work that is done in a task of its own, once however often it is asked for before. */
export interface Soon {
  ask(): void;
  stop(): void;
}

/** So that what follows one change of a store does not add up to one long task. */
export function soon(work: () => void): Soon {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = () => {
    timer = undefined;
    work();
  };
  return {
    ask() {
      timer ??= setTimeout(run);
    },
    stop() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
