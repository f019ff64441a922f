import { describe, expect, it } from 'vitest';
import { createRequestQueue } from '../../../src/map/request-queue';

function gate() {
  let open!: () => void;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open, opened };
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('createRequestQueue', () => {
  it('passes on a few at a time, in the order in which they came', async () => {
    const queue = createRequestQueue(2);
    const gates = [gate(), gate(), gate(), gate()];
    const started: number[] = [];
    const { signal } = new AbortController();
    const answers = gates.map(({ opened }, i) =>
      queue.ask(async () => {
        started.push(i);
        await opened;
        return i;
      }, signal),
    );
    await settled();
    expect(started).toEqual([0, 1]);
    gates[1]!.open();
    await settled();
    expect(started).toEqual([0, 1, 2]);
    for (const { open } of gates) open();
    expect(await Promise.all(answers)).toEqual([0, 1, 2, 3]);
  });

  it('does not pass on what nobody wants any more, and goes on after a failure', async () => {
    const queue = createRequestQueue(1);
    const first = gate();
    const unwanted = new AbortController();
    const { signal } = new AbortController();
    let asked = 0;
    const failing = queue.ask(async () => {
      await first.opened;
      throw new Error('no');
    }, signal);
    const dropped = queue.ask(() => Promise.resolve((asked += 1)), unwanted.signal);
    const last = queue.ask(() => Promise.resolve('there'), signal);
    unwanted.abort();
    first.open();
    await expect(failing).rejects.toThrow('no');
    await expect(dropped).rejects.toMatchObject({ name: 'AbortError' });
    expect(await last).toBe('there');
    expect(asked).toBe(0);
  });
});
