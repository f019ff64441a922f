import { describe, expect, it } from 'vitest';
import { createFrameBatches } from '../../../src/map/frame-batches';

function frames() {
  const waiting = new Map<number, () => void>();
  let count = 0;
  return {
    nextFrame(run: () => void): number {
      waiting.set(++count, run);
      return count;
    },
    cancel: (frame: number) => void waiting.delete(frame),
    draw() {
      const runs = [...waiting.values()];
      waiting.clear();
      for (const run of runs) run();
    },
    size: () => waiting.size,
  };
}

describe('createFrameBatches', () => {
  it('changes a share at once and a share in each frame, in the order in which they came', () => {
    const clock = frames();
    const changed: string[] = [];
    const batches = createFrameBatches(2, (key) => changed.push(key), clock);
    batches.add(['a', 'b', 'c', 'd', 'e']);
    expect(changed).toEqual(['a', 'b']);
    clock.draw();
    expect(changed).toEqual(['a', 'b', 'c', 'd']);
    clock.draw();
    expect(changed).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(clock.size()).toBe(0);
  });

  it('changes what is added meanwhile once, and never more in a frame', () => {
    const clock = frames();
    const changed: string[] = [];
    const batches = createFrameBatches(2, (key) => changed.push(key), clock);
    batches.add(['a', 'b', 'c']);
    batches.add(['c', 'd', 'e']);
    expect(changed).toEqual(['a', 'b']);
    clock.draw();
    expect(changed).toEqual(['a', 'b', 'c', 'd']);
    clock.draw();
    expect(changed).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('changes nothing more when stopped', () => {
    const clock = frames();
    const changed: string[] = [];
    const batches = createFrameBatches(1, (key) => changed.push(key), clock);
    batches.add(['a', 'b']);
    batches.stop();
    clock.draw();
    expect(changed).toEqual(['a']);
  });
});
