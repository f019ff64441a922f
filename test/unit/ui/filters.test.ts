import { describe, expect, it } from 'vitest';
import type { Standing } from '../../../src/domain/decision-standing';
import { planOf } from '../../../src/domain/plan';
import { siteKey, type Analysis } from '../../../src/domain/analysis';
import { conflictMatcher, EVERY_CONFLICT } from '../../../src/ui/panels/conflicts/conflict-filter';
import { EVERY_SITE, filterSites, siteRows } from '../../../src/ui/panels/schools/site-rows';
import { decisionOf } from '../../builders/decisions';
import { findingOf } from '../../builders/findings';
import { featureRecord, schoolRecord } from '../../builders/plan-records';

const PLAN = planOf([
  schoolRecord('S-1', { name: '城东小学', stage: 'primary' }),
  schoolRecord('S-2', { name: '城西中学', stage: 'junior', status: 'planned' }),
  featureRecord('reservations', 'R-1', { name: '预留一', status: 'planned' }),
]);

const FINDINGS = [
  findingOf('a'),
  findingOf('b', { severity: 'restrict', rule: 'test.other', verdict: 'marginal' }, { districtId: 'D-2' }),
  findingOf(
    'c',
    { subject: { layer: 'schools', id: 'S-2' } },
    { subjectName: '城西中学', objectName: 'Landfill' },
  ),
];

describe('conflicts', () => {
  const standings = new Map<string, Standing>([
    ['a', { decision: decisionOf('d1', { by: '甲' }), state: 'current' }],
    ['b', { decision: decisionOf('d2', { by: '乙', verdict: 'accepted' }), state: 'stale' }],
  ]);
  const idsOf = (filter: Partial<typeof EVERY_CONFLICT>) => {
    const matches = conflictMatcher(
      { ...EVERY_CONFLICT, ...filter },
      {
        titleOf: (rule) => `标题 ${rule}`,
        stageOf: (id) => (id === 'S-2' ? 'junior' : 'primary'),
        standingOf: (id) => standings.get(id),
      },
    );
    return FINDINGS.filter((finding) => matches?.(finding) ?? true).map(({ conflict }) => conflict.id);
  };

  it('are all shown without a filter', () => expect(idsOf({})).toEqual(['a', 'b', 'c']));
  it('are filtered by severity', () => expect(idsOf({ severity: 'restrict' })).toEqual(['b']));
  it('are filtered by verdict', () => expect(idsOf({ verdict: 'conflict' })).toEqual(['a', 'c']));
  it('are filtered by rule', () => expect(idsOf({ rule: 'test.other' })).toEqual(['b']));
  it('are filtered by district', () => expect(idsOf({ district: 'D-1' })).toEqual(['a', 'c']));
  it('are filtered by the stage of their school', () => expect(idsOf({ stage: 'junior' })).toEqual(['c']));
  it('are filtered by who decided', () => expect(idsOf({ reviewer: '乙' })).toEqual(['b']));
  it('are filtered by where they stand', () => {
    expect(idsOf({ state: 'open' })).toEqual(['c']);
    expect(idsOf({ state: 'unreviewed' })).toEqual(['b', 'c']);
    expect(idsOf({ state: 'stale' })).toEqual(['b']);
    expect(idsOf({ state: 'accepted' })).toEqual(['b']);
    expect(idsOf({ state: 'must-resolve' })).toEqual(['a']);
  });
  it('are found by all words of a text, whatever their case', () => {
    expect(idsOf({ text: '城西 LANDFILL' })).toEqual(['c']);
    expect(idsOf({ text: '城西 地块' })).toEqual([]);
    expect(idsOf({ text: '标题 test.other' })).toEqual(['b']);
  });
});

describe('sites', () => {
  const analysis: Analysis = {
    revision: 1,
    findings: FINDINGS,
    checked: [],
    counts: { prohibit: 2, restrict: 0, study: 0, notice: 0, marginal: 1 },
    siteCounts: {
      [siteKey('schools', 'S-1')]: { prohibit: 1, restrict: 30, study: 0, notice: 0, marginal: 7 },
      [siteKey('reservations', 'R-1')]: { prohibit: 0, restrict: 0, study: 2, notice: 1, marginal: 0 },
    },
    deficits: [],
    coverage: [],
    catchments: [],
    districtOf: { 'S-1': 'D-1', 'S-2': null },
    areaM2: { 'S-1': 12_000 },
  };
  const rows = siteRows(PLAN, analysis);
  const idsOf = (filter: Partial<typeof EVERY_SITE>) =>
    filterSites(rows, { ...EVERY_SITE, ...filter }).map(({ record }) => record.id);

  it('carry their derived values and count conflicts without marginal ones', () => {
    expect(rows[0]).toMatchObject({ name: '城东小学', districtId: 'D-1', areaM2: 12_000, conflicts: 31 });
    expect(rows.map(({ conflicts }) => conflicts)).toEqual([31, 0, 3]);
  });

  it('are filtered by text, stage, status and district', () => {
    expect(idsOf({ text: 's-2' })).toEqual(['S-2']);
    expect(idsOf({ stage: 'junior' })).toEqual(['S-2']);
    expect(idsOf({ stage: 'reservation' })).toEqual(['R-1']);
    expect(idsOf({ status: 'planned' })).toEqual(['S-2', 'R-1']);
    expect(idsOf({ district: 'D-1' })).toEqual(['S-1']);
  });
});
