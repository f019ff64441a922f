import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DecidedConflict } from '../../../src/domain/decision-standing';
import {
  DecisionIndex,
  isExpired,
  isSettled,
  replacedIds,
  stateOf,
} from '../../../src/domain/decision-standing';
import { decisionOf } from '../../builders/decisions';

const TODAY = '2026-11-25';

function conflict(object = 'p1', evidence = 'e1'): DecidedConflict {
  return {
    id: `r:s1:${object}`,
    rule: 'r',
    subject: { layer: 'schools', id: 's1' },
    object: { layer: 'parcels', id: object },
    evidence,
  };
}

describe('the state of a decision', () => {
  it.each([
    ['what it saw is so still', {}, 'e1', 'current'],
    ['what it saw has changed', {}, 'e2', 'stale'],
    ['its last day is today', { until: TODAY }, 'e1', 'current'],
    ['its last day was yesterday', { until: '2026-11-24' }, 'e1', 'expired'],
    ['both', { until: '2026-11-24' }, 'e2', 'stale'],
    ['its last day is given with a time', { until: `${TODAY}T00:00:00Z` }, 'e1', 'current'],
  ])('where %s', (_name, changes, evidence, state) => {
    expect(stateOf(decisionOf('d', changes), evidence, TODAY)).toBe(state);
  });

  it('has no end where none is given', () => {
    expect(isExpired(undefined, '9999-12-31')).toBe(false);
  });

  it('is stale exactly when the evidence differs', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.option(fc.constantFrom('2020-01-01', '2030-01-01')),
        (seen, now, until) => {
          const state = stateOf(decisionOf('d', { evidence: seen, ...(until && { until }) }), now, TODAY);
          expect(state === 'stale').toBe(seen !== now);
        },
      ),
    );
  });
});

describe('the decision that stands', () => {
  it('is the last on that conflict', () => {
    const index = new DecisionIndex([
      decisionOf('d1', { verdict: 'must-resolve' }),
      decisionOf('d2', { verdict: 'accepted' }),
      decisionOf('d3', { conflict: 'r:s1:p2' }),
    ]);
    expect(index.standingOf(conflict(), TODAY)).toMatchObject({ decision: { id: 'd2' }, state: 'current' });
    expect(index.historyOf('r:s1:p1').map(({ id }) => id)).toEqual(['d1', 'd2']);
    expect(index.standingOf(conflict('p3'), TODAY)).toBeNull();
  });

  it('comes from a parcel that was split, stale, until there is one of its own', () => {
    const before = decisionOf('d1', { conflict: 'r:s1:p1' });
    const one = new DecisionIndex([before]);
    expect(one.standingOf(conflict('p1-2', 'e5'), TODAY, ['p1'])).toEqual({
      decision: before,
      state: 'stale',
    });
    const own = decisionOf('d2', { conflict: 'r:s1:p1-2', evidence: 'e7' });
    const both = new DecisionIndex([before, own]);
    expect(both.standingOf(conflict('p1-2', 'e7'), TODAY, ['p1'])).toEqual({
      decision: own,
      state: 'current',
    });
  });

  it('comes along, current, with a parcel that only has a new id', () => {
    const index = new DecisionIndex([decisionOf('d1', { conflict: 'r:s1:p1' })]);
    expect(index.standingOf(conflict('511381-07'), TODAY, ['p1'])?.state).toBe('current');
  });

  it('is the latest of those on the parcels that were merged', () => {
    const index = new DecisionIndex([
      decisionOf('d2', { conflict: 'r:s1:p2', at: '2026-11-22T00:00:00Z' }),
      decisionOf('d1', { conflict: 'r:s1:p1', at: '2026-11-21T00:00:00Z' }),
    ]);
    expect(index.standingOf(conflict('p9'), TODAY, ['p1', 'p2'])?.decision.id).toBe('d2');
    expect(index.standingOf(conflict('p9'), TODAY, ['p4'])).toBeNull();
  });
});

describe('a conflict is settled', () => {
  it.each([
    ['accepted', 'current', true],
    ['verified', 'current', true],
    ['accepted', 'stale', false],
    ['verified', 'expired', false],
    ['resolved', 'current', false],
    ['special-study', 'current', false],
  ] as const)('%s and %s: %s', (verdict, state, settled) => {
    expect(isSettled({ decision: { verdict }, state })).toBe(settled);
  });

  it('not without a decision', () => {
    expect(isSettled(null)).toBe(false);
  });
});

it('reads the ids that a parcel replaces', () => {
  expect(replacedIds('a')).toEqual(['a']);
  expect(replacedIds(['a', 7, null, {}])).toEqual(['a', '7']);
  expect(replacedIds(undefined)).toEqual([]);
});
