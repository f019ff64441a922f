import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../../../src/domain/check-outcome';
import { ruleOf } from '../../builders/plan-records';

describe('the outcome of a check', () => {
  const check = { rule: 'test.near', subjects: 3, objects: 10, conflicts: 0, marginal: 0 };
  const measuredBy = (screening: 'none' | 'under') => {
    const rule = ruleOf('test.near');
    return { ...rule, measure: { ...rule.measure, screening } };
  };

  it('is clear only where the check cannot miss', () => {
    expect(outcomeOf(check, measuredBy('none'))).toBe('clear');
    expect(outcomeOf(check, measuredBy('under'))).toBe('undecided');
  });

  it('is never clear where a layer lacks or nothing was looked at', () => {
    expect(outcomeOf({ ...check, missingLayer: 'roads' }, measuredBy('none'))).toBe('missing-layer');
    expect(outcomeOf({ ...check, subjects: 0 }, measuredBy('none'))).toBe('nothing-to-check');
  });

  it('tells conflicts from marginal findings', () => {
    expect(outcomeOf({ ...check, conflicts: 1, marginal: 2 }, measuredBy('under'))).toBe('conflicts');
    expect(outcomeOf({ ...check, marginal: 2 }, measuredBy('under'))).toBe('marginal');
  });
});
