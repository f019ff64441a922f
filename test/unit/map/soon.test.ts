import { expect, it, vi } from 'vitest';
import { soon } from '../../../src/map/soon';

it('does its work later and once, and not after it was stopped', () => {
  vi.useFakeTimers();
  const work = vi.fn();
  const later = soon(work);
  later.ask();
  later.ask();
  expect(work).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(work).toHaveBeenCalledTimes(1);
  later.ask();
  later.stop();
  vi.runAllTimers();
  expect(work).toHaveBeenCalledTimes(1);
  later.ask();
  vi.runAllTimers();
  expect(work).toHaveBeenCalledTimes(2);
  vi.useRealTimers();
});
