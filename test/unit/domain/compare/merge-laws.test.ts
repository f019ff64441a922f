import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differingKeys } from '../../../../src/domain/compare/compare-plans';
import type { MergeChoice } from '../../../../src/domain/compare/merge-item';
import { mergePlans, type MergeInput } from '../../../../src/domain/compare/merge-plans';
import { resolveMerge } from '../../../../src/domain/compare/resolve-merge';
import { decisionsOf, type Plan } from '../../../../src/domain/plan';
import { apply, misfit } from '../../../../src/domain/plan-diff';
import { anyMinutes, anyPlan, withDecisions } from '../../../builders/two-hands';

/** The merged plan, with every conflict chosen alike. */
function merged(input: MergeInput, conflicts: MergeChoice = 'mine'): Plan {
  const choices = new Map(
    mergePlans(input)
      .items.filter(({ state }) => state === 'conflict')
      .map(({ id }) => [id, conflicts] as const),
  );
  const diff = resolveMerge(input, choices);
  if (!diff.ok) throw new Error(diff.error.code);
  expect(misfit(input.mine, diff.value)).toBeNull();
  return apply(input.mine, diff.value);
}

/** The plan with the records of some keys as another has them. */
function withEdits(base: Plan, other: Plan, takes: (key: string) => boolean): Plan {
  const edited = new Map(base);
  for (const key of new Set([...base.keys(), ...other.keys()])) {
    const record = other.get(key);
    if (!takes(key)) continue;
    if (record) edited.set(key, record);
    else edited.delete(key);
  }
  return edited;
}

const same = (a: Plan, b: Plan) => {
  expect(differingKeys(a, b)).toEqual([]);
  expect(decisionsOf(a).map(({ id }) => id)).toEqual(decisionsOf(b).map(({ id }) => id));
};

describe('laws of merging', () => {
  test('what they did not change stays as I have it', () => {
    fc.assert(
      fc.property(anyPlan, anyPlan, anyMinutes, (base, x, minutes) => {
        const mine = withDecisions(x, '甲', minutes);
        same(merged({ base, mine, theirs: base }), mine);
      }),
    );
  });

  test('what I did not change comes as they have it', () => {
    fc.assert(
      fc.property(anyPlan, anyPlan, anyMinutes, (base, y, minutes) => {
        const theirs = withDecisions(y, '乙', minutes);
        expect(mergePlans({ base, mine: base, theirs }).items.every(({ state }) => state === 'theirs')).toBe(
          true,
        );
        same(merged({ base, mine: base, theirs }), theirs);
      }),
    );
  });

  test('what both have is no conflict, with or without a base', () => {
    fc.assert(
      fc.property(fc.option(anyPlan, { nil: null }), anyPlan, (base, x) => {
        expect(mergePlans({ base, mine: x, theirs: x }).items).toEqual([]);
        same(merged({ base, mine: x, theirs: x }), x);
      }),
    );
  });

  test('edits that do not meet give the same, whoever takes in whose', () => {
    fc.assert(
      fc.property(anyPlan, anyPlan, anyPlan, fc.func(fc.boolean()), (base, x, y, isMine) => {
        const mine = withEdits(base, x, isMine);
        const theirs = withEdits(base, y, (key) => !isMine(key));
        expect(mergePlans({ base, mine, theirs }).items.every(({ state }) => state === 'theirs')).toBe(true);
        const [one, other] = [merged({ base, mine, theirs }), merged({ base, mine: theirs, theirs: mine })];
        expect(differingKeys(one, other)).toEqual([]);
      }),
    );
  });

  test('choosing mine everywhere changes nothing that both touched; choosing theirs loses nothing of theirs', () => {
    fc.assert(
      fc.property(fc.option(anyPlan, { nil: null }), anyPlan, anyPlan, (base, mine, theirs) => {
        const taken = merged({ base, mine, theirs }, 'theirs');
        const left = mergePlans({ base, mine: taken, theirs }).items;
        expect(left).toEqual([]);
        // Every item says one of the two sides' states as it is.
        for (const { mine: own, theirs: other } of mergePlans({ base, mine, theirs }).items) {
          expect(own).not.toEqual(other);
        }
      }),
    );
  });

  test('without a base everything that differs is asked, or is only with them', () => {
    fc.assert(
      fc.property(anyPlan, anyPlan, (mine, theirs) => {
        same(merged({ base: null, mine, theirs }, 'theirs'), theirs);
        for (const { state, part, mine: own } of mergePlans({ base: null, mine, theirs }).items) {
          expect(state).toBe(part === null && own === undefined ? 'theirs' : 'conflict');
        }
      }),
    );
  });

  test('no decision is lost, and each side keeps its order', () => {
    fc.assert(
      fc.property(anyPlan, anyMinutes, anyMinutes, anyMinutes, (plan, shared, first, second) => {
        const base = withDecisions(plan, '丙', shared);
        const [mine, theirs] = [withDecisions(base, '甲', first), withDecisions(base, '乙', second)];
        const all = decisionsOf(merged({ base, mine, theirs })).map(({ id }) => id);
        expect([...all].sort()).toEqual(
          Array.from(new Set([...decisionsOf(mine), ...decisionsOf(theirs)].map(({ id }) => id))).sort(),
        );
        for (const side of [mine, theirs]) {
          const ids = decisionsOf(side).map(({ id }) => id);
          expect(all.filter((id) => ids.includes(id))).toEqual(ids);
        }
      }),
    );
  });
});
