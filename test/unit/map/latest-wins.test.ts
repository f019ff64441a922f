import { describe, expect, it } from 'vitest';
import { latestWins } from '../../../src/map/latest-wins';

function table() {
  const asked: { question: number; answer: (value: string) => void; fail: (error: Error) => void }[] = [];
  const given: string[] = [];
  const failed: string[] = [];
  const queue = latestWins<number, string>(
    (question) =>
      new Promise((answer, fail) => {
        asked.push({ question, answer, fail });
      }),
    (answer) => given.push(answer),
    (error) => failed.push((error as Error).message),
  );
  const settled = () => new Promise<void>((done) => setImmediate(done));
  return { asked, given, failed, queue, settled };
}

describe('latestWins', () => {
  it('asks one question at a time and skips those overtaken while waiting', async () => {
    const { asked, given, queue, settled } = table();
    for (const question of [1, 2, 3]) queue.ask(question);
    expect(asked.map(({ question }) => question)).toEqual([1]);
    asked[0]!.answer('one');
    await settled();
    expect(asked.map(({ question }) => question)).toEqual([1, 3]);
    asked[1]!.answer('three');
    await settled();
    expect(given).toEqual(['one', 'three']);
  });

  it('gives no answer to a question that was dropped, and goes on with the next', async () => {
    const { asked, given, queue, settled } = table();
    queue.ask(1);
    queue.drop();
    queue.ask(2);
    asked[0]!.answer('one');
    await settled();
    asked[1]!.answer('two');
    await settled();
    expect(given).toEqual(['two']);
  });

  it('tells of a failure and asks on', async () => {
    const { asked, given, failed, queue, settled } = table();
    queue.ask(1);
    queue.ask(2);
    asked[0]!.fail(new Error('broken'));
    await settled();
    asked[1]!.answer('two');
    await settled();
    expect(failed).toEqual(['broken']);
    expect(given).toEqual(['two']);
  });
});
