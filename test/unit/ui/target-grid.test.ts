import { describe, expect, it } from 'vitest';
import type { Target } from '../../../src/domain/target';
import { cellKey, commonTerm, draftOf, isCount, targetsOfDraft } from '../../../src/ui/dialogs/target-grid';

const target = (change: Partial<Target>): Target => ({
  programme: 'planned',
  district: 'D-1',
  stage: 'primary',
  sites: 3,
  basis: 'new',
  ...change,
});
const targets = [
  target({ source: '布局规划', horizonYear: 2035 }),
  target({ district: null, stage: 'junior', sites: 1, source: '布局规划' }),
];

describe('the grid of targets', () => {
  it('gives back what nobody touched', () => {
    expect(targetsOfDraft(targets, draftOf(targets))).toEqual(targets);
  });

  it('changes, removes and adds cells; a new target follows its programme', () => {
    const draft = draftOf(targets);
    const next = targetsOfDraft(targets, {
      ...draft,
      cells: {
        [cellKey(targets[0]!)]: ' 5 ',
        [cellKey(targets[1]!)]: '',
        [cellKey(target({ district: 'D-2' }))]: '2',
        [cellKey(target({ programme: 'next', district: null }))]: '4',
      },
    });
    expect(next).toEqual([
      { ...targets[0], sites: 5 },
      { ...targets[0], district: 'D-2', sites: 2 },
      target({ programme: 'next', district: null, sites: 4 }),
    ]);
  });

  it('gives a whole programme another source and basis, and takes its year away', () => {
    const terms = { planned: { basis: 'total', source: '新规划', horizonYear: '' } } as const;
    expect(targetsOfDraft(targets, { ...draftOf(targets), terms })).toEqual([
      target({ basis: 'total', source: '新规划' }),
      target({ district: null, stage: 'junior', sites: 1, basis: 'total', source: '新规划' }),
    ]);
  });

  it('knows what a programme’s targets share', () => {
    expect(commonTerm(targets, 'planned', 'source')).toBe('布局规划');
    expect(commonTerm(targets, 'planned', 'horizonYear')).toBeNull();
    expect(commonTerm(targets, 'next', 'basis')).toBeUndefined();
  });

  it('takes whole numbers only', () => {
    expect(['', ' 7 ', '0', '1234'].every(isCount)).toBe(true);
    expect(['-1', '1.5', 'x', '12345'].some(isCount)).toBe(false);
  });
});
