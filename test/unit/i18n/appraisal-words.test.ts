import { describe, expect, it } from 'vitest';
import type { PairMeasure, RuleAppraisal } from '../../../src/domain/appraisal';
import { appraisalWords, pairWords, reasonWords } from '../../../src/i18n/appraisal-words';

const pair = (changes: Partial<PairMeasure> = {}): PairMeasure => ({
  other: { layer: 'schools', id: 'S1' },
  otherName: '江北二小',
  verdict: 'clear',
  distanceM: 243,
  thresholdM: null,
  marginM: null,
  overlapM2: 0,
  objectShare: 0,
  sharedEdgeM: null,
  insideM: null,
  box: [0, 0, 0, 0],
  conflict: null,
  ...changes,
});

const rule = (changes: Partial<RuleAppraisal> = {}): RuleAppraisal => ({
  rule: 'r',
  severity: 'prohibit',
  screening: 'none',
  relation: 'within-distance',
  side: 'object',
  counterpart: 'schools',
  outcome: 'clear',
  reason: null,
  tested: 1,
  failed: 0,
  marginal: 0,
  pairs: [],
  ...changes,
});

const zh = (relation: RuleAppraisal['relation'], changes: Partial<PairMeasure>) =>
  pairWords('zh', rule({ relation }), pair(changes));

describe('words of a measure', () => {
  it('tell distance, limit and what is to spare or short', () => {
    expect(zh('within-distance', { thresholdM: 200, marginM: 43 })).toBe(
      '距江北二小 243.00 m，要求 200 m，余 43.00 m',
    );
    const short = { distanceM: 150, thresholdM: 200, marginM: -50, overlapM2: 1234, objectShare: 0.5 };
    expect(zh('within-distance', { ...short, verdict: 'conflict' })).toBe(
      '距江北二小 150.00 m，要求 200 m，差 50.00 m，范围内 1,234 m²（50.0%）',
    );
    expect(pairWords('en', rule(), pair({ otherName: 'School 2', thresholdM: 200, marginM: 43 }))).toBe(
      '243.00 m to School 2; 200 m required, 43.00 m to spare',
    );
  });

  it('tell overlaps, touches and what is apart', () => {
    const on = { verdict: 'conflict', distanceM: 0, overlapM2: 412, objectShare: 0.25 } as const;
    expect(zh('overlaps', on)).toBe('占压江北二小 412 m²，占本地块 25.0%');
    expect(zh('overlaps', { distanceM: 0 })).toBe('与江北二小相接，未占压');
    expect(zh('overlaps', {})).toBe('未占压；最近的江北二小相距 243.00 m');
  });

  it('tell crossings and shared edges', () => {
    expect(zh('crosses', { verdict: 'conflict', insideM: 50 })).toBe('穿越江北二小 50.00 m');
    expect(zh('crosses', { verdict: 'conflict', overlapM2: 30, objectShare: 0.1 })).toBe(
      '伸入江北二小 30 m²，占本地块 10.0%',
    );
    expect(zh('crosses', {})).toBe('未穿越；最近的江北二小相距 243.00 m');
    expect(zh('adjacent', { verdict: 'conflict', distanceM: 0, sharedEdgeM: 12.5 })).toBe(
      '与江北二小共边 12.50 m',
    );
    expect(zh('adjacent', { sharedEdgeM: 0 })).toBe('不相邻；最近的江北二小相距 243.00 m');
  });

  it('set Latin names apart', () => {
    expect(zh('overlaps', { otherName: 'R-1' })).toBe('未占压；最近的 R-1 相距 243.00 m');
  });
});

describe('words of a reason', () => {
  it('name what was read, in words where there are some', () => {
    const read = [
      { name: 'kind', value: 'existing' },
      { name: 'landUse', value: null },
    ];
    expect(reasonWords('zh', { kind: 'filtered', read })).toBe('不适用于此地块：类别 现状、用地代码 未填');
    expect(reasonWords('zh', { kind: 'filtered', read: [] })).toBe('不适用于此地块');
    expect(reasonWords('en', { kind: 'missing-layer', layer: 'reservations' })).toMatch(/reserv/i);
  });

  it('stand before what was measured', () => {
    const said = appraisalWords(
      'zh',
      rule({
        outcome: 'undecided',
        reason: { kind: 'screening' },
        pairs: [pair({ thresholdM: 10, marginM: 233 })],
      }),
    );
    expect(said).toEqual(['初筛未发现，不能判定', '距江北二小 243.00 m，要求 10 m，余 233.00 m']);
    expect(appraisalWords('zh', rule())).toEqual(['没有此规则所指的学校']);
  });
});
