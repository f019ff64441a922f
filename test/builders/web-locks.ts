type Callback<T> = (lock: Lock | null) => T | Promise<T>;

/** The part of Web Locks that the application uses, for exclusive locks. */
export function webLocks(): Pick<LockManager, 'request'> {
  const tails = new Map<string, { waiting: number; tail: Promise<unknown> }>();
  async function request<T>(
    name: string,
    options: LockOptions | Callback<T>,
    callback?: Callback<T>,
  ): Promise<T> {
    const job = typeof options === 'function' ? options : callback!;
    const { ifAvailable = false, signal } = typeof options === 'function' ? {} : options;
    const queue = tails.get(name) ?? { waiting: 0, tail: Promise.resolve() };
    tails.set(name, queue);
    if (ifAvailable && queue.waiting > 0) return job(null);
    queue.waiting += 1;
    const run = queue.tail.then(() => {
      signal?.throwIfAborted();
      return job({ name, mode: 'exclusive' });
    });
    queue.tail = run.catch(() => undefined).then(() => (queue.waiting -= 1));
    return run;
  }
  return { request: request };
}
