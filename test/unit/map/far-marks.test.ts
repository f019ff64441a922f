import { describe, expect, it } from 'vitest';
import { farMarkDiffs, type FarMark } from '../../../src/map/far-marks';

const mark = (lon: number): FarMark => ({ mark: 'study', box: [lon - 0.5, 30.5, lon + 0.5, 31.5] });

describe('farMarkDiffs', () => {
  it('takes away what went or changed, then adds what came or changed', () => {
    const same = mark(1);
    const before = new Map([
      ['same', same],
      ['changed', mark(2)],
      ['gone', mark(3)],
    ]);
    const after = new Map([
      ['same', same],
      ['changed', mark(4)],
      ['new', mark(5)],
    ]);
    const [away, there, ...more] = [...farMarkDiffs(before, after)];
    expect(away).toEqual({ remove: ['changed', 'gone'], add: [] });
    expect(there?.remove).toEqual([]);
    expect(there?.add?.map(({ properties }) => properties)).toEqual([
      { _id: 'changed', mark: 'study' },
      { _id: 'new', mark: 'study' },
    ]);
    expect(there?.add?.[0]?.geometry).toEqual({ type: 'Point', coordinates: [4, 31] });
    expect(more).toEqual([]);
  });

  it('comes in pages', () => {
    const many = new Map(Array.from({ length: 2500 }, (_, i) => [String(i), mark(i / 100)]));
    const sizes = [...farMarkDiffs(new Map(), many)].map(({ add }) => add?.length);
    expect(sizes).toEqual([1000, 1000, 500]);
    expect([...farMarkDiffs(many, many)]).toEqual([]);
  });
});
