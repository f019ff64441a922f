import { describe, expect, it } from 'vitest';
import { progressTable } from '../../../src/domain/site-progress';
import type { Target } from '../../../src/domain/target';
import { schoolRecord } from '../../builders/plan-records';

const TARGETS: Target[] = [
  { programme: 'planned', district: 'a', stage: 'primary', sites: 3, basis: 'new' },
  { programme: 'planned', district: 'b', stage: 'primary', sites: 1, basis: 'new' },
];
const schools = (['planned', 'under-construction', 'existing', 'proposed', 'planned'] as const).map(
  (status, n) => schoolRecord(`S-${n}`, { status }),
);

describe('progressTable', () => {
  it('tells sited, building and built apart; what is only proposed is none of them', () => {
    const districtOf = { 'S-0': 'a', 'S-1': 'a', 'S-2': 'a', 'S-3': 'a', 'S-4': 'b' };
    const table = progressTable(TARGETS, 'planned', schools, districtOf);
    expect(table.rows.map(({ total }) => total)).toEqual([
      { target: 3, sited: 2, building: 1, built: 1 },
      { target: 1, sited: 1, building: 0, built: 0 },
    ]);
    expect(table.totals).toEqual([table.total]);
    expect(table.total).toEqual({ target: 4, sited: 3, building: 1, built: 1 });
  });
});
