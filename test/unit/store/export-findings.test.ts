import { describe, expect, test } from 'vitest';
import { whileCurrent } from '../../../src/store/project/export-findings';

/** Work that tells of its progress once and hears whether it is given up. */
async function run(isOutdated: () => boolean, cancel = false) {
  const controller = new AbortController();
  const progress: number[] = [];
  const options = {
    signal: controller.signal,
    onProgress: ({ done }: { done: number }) => void progress.push(done),
  };
  const result = whileCurrent({ options, isOutdated }, (pace) => {
    if (cancel) controller.abort(new Error('enough'));
    pace.onProgress(7, 9);
    pace.signal.throwIfAborted();
    return Promise.resolve('file');
  });
  return { result: await result, progress };
}

describe('work on a plan', () => {
  test('tells its progress and gives what it made', async () => {
    expect(await run(() => false)).toEqual({ result: 'file', progress: [7] });
  });

  test('is given up at the user’s word', async () => {
    await expect(run(() => false, true)).rejects.toThrow('enough');
  });

  test('is given up where the plan changes meanwhile, and at its end', async () => {
    await expect(run(() => true)).rejects.toThrow('export.outdated');
    let looks = 0;
    await expect(run(() => ++looks > 1)).rejects.toThrow('export.outdated');
  });
});
