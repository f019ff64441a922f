import { describe, expect, it } from 'vitest';
import { reportModel } from '../../../../src/io/report/report-model';
import { findingOf } from '../../../builders/findings';
import { reportInput } from '../../../builders/report';

const idsOf = (model: ReturnType<typeof reportModel>) =>
  model.groups.map(({ group, count, rows }) => [
    group,
    count,
    rows.map(({ finding }) => finding.conflict.id),
  ]);

describe('reportModel', () => {
  it('puts what no longer holds before what is open, and what is settled last', () => {
    const model = reportModel(reportInput(), 'internal');
    expect(idsOf(model)).toEqual([
      ['stale', 1, ['c-stale']],
      ['expired', 1, ['c-expired']],
      ['open', 2, ['c-second', 'c-office']],
      ['accepted', 1, ['c-accepted']],
    ]);
    expect(model).toMatchObject({ total: 5, reviewed: 1, settled: 1, leftOut: { rules: 0, findings: 0 } });
  });

  it('is of a day: what has expired held before', () => {
    const model = reportModel(reportInput({ asOf: '2026-11-24' }), 'internal');
    expect(model.groups.find(({ group }) => group === 'accepted')?.count).toBe(2);
  });

  it('names decisions on conflicts that are there no more', () => {
    const { gone } = reportModel(reportInput(), 'internal');
    expect(gone.map(({ conflict }) => conflict)).toEqual(['c-gone']);
  });

  it('takes a decision that was made on a replaced parcel for this one, and not for gone', () => {
    const findings = [
      findingOf('r:s1:new', {
        rule: 'r',
        subject: { layer: 'schools', id: 's1' },
        object: { layer: 'parcels', id: 'new' },
        evidence: 'another',
      }),
    ].map((finding) => ({ ...finding, replaces: ['S-9'] }));
    const input = reportInput({ findings });
    const decision = {
      kind: 'decision',
      decision: {
        id: 'x',
        conflict: 'r:s1:S-9',
        verdict: 'must-resolve',
        reason: '',
        by: '',
        at: '',
        evidence: 'another',
        measured: { distanceM: 0, overlapM2: null },
      },
    } as const;
    const model = reportModel(
      { ...input, plan: new Map([...input.plan, ['decision/x', decision]]) },
      'internal',
    );
    expect(idsOf(model)).toEqual([['must-resolve', 1, ['r:s1:new']]]);
    expect(model.gone.map(({ conflict }) => conflict)).not.toContain('r:s1:S-9');
  });

  it('leaves out for outsiders what was not read in full and what is the office’s own', () => {
    const model = reportModel(reportInput(), 'public');
    expect(model.leftOut).toEqual({ rules: 2, findings: 2 });
    expect(model.groups.map(({ group }) => group)).toEqual(['stale', 'expired', 'accepted']);
    expect(model.checked.map(({ check }) => check.rule)).toEqual(['cn.near', 'cn.clear', 'cn.under']);
    expect([...model.rules.keys()]).not.toContain('office.band');
  });

  it('counts conflicts and marginal findings of each rule by district', () => {
    const { ruleCounts } = reportModel(reportInput(), 'internal');
    expect(ruleCounts.map(({ rule, districts }) => [rule, [...districts]])).toEqual([
      ['cn.near', [['D-1', { conflicts: 3, marginal: 0 }]]],
      ['cn.second', [['D-1', { conflicts: 0, marginal: 1 }]]],
      ['office.band', [['D-1', { conflicts: 1, marginal: 0 }]]],
    ]);
  });

  it('keeps the first of many and counts them all', () => {
    const findings = Array.from({ length: 50 }, (_, n) => findingOf(`n-${n}`, { rule: 'cn.near' }));
    const [group] = reportModel(reportInput({ findings }), 'internal', 10).groups;
    expect(group).toMatchObject({ group: 'open', count: 50 });
    expect(group?.rows).toHaveLength(10);
  });
});
