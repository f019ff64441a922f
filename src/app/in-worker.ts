/** Has a worker of its own do one thing, and ends it. Rejects where the worker fails, or with the signal's reason. */
export async function inWorker<T>(
  createWorker: () => Worker,
  signal: AbortSignal,
  ask: (worker: Worker) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  const worker = createWorker();
  try {
    return await new Promise<T>((resolve, reject) => {
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        reject(new Error(event.message));
      });
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
      ask(worker).then(resolve, reject);
    });
  } finally {
    worker.terminate();
  }
}
