import { describe, expect, test } from 'vitest';
import type { MergeChoice } from '../../../../src/domain/compare/merge-item';
import { mergePlans, type MergeInput } from '../../../../src/domain/compare/merge-plans';
import { resolveMerge } from '../../../../src/domain/compare/resolve-merge';
import {
  commentsOf,
  decisionsOf,
  featureOf,
  planOf,
  ruleOf,
  type PlanRecord,
} from '../../../../src/domain/plan';
import { apply, EMPTY_DIFF } from '../../../../src/domain/plan-diff';
import { decisionOf } from '../../../builders/decisions';
import {
  featureRecord,
  packRecord,
  projectRecord,
  ruleOf as makeRule,
  schoolRecord,
  squareAt,
} from '../../../builders/plan-records';

const planWith = (...records: PlanRecord[]) => planOf([projectRecord(), ...records]);

function merged(input: MergeInput, ...choices: MergeChoice[]) {
  const conflicts = mergePlans(input).items.filter(({ state }) => state === 'conflict');
  const diff = resolveMerge(input, new Map(conflicts.map(({ id }, index) => [id, choices[index]!])));
  if (!diff.ok) throw new Error(diff.error.code);
  return apply(input.mine, diff.value);
}

describe('mergePlans', () => {
  const base = planWith(schoolRecord('S-1', { classes: 12, pupils: 540 }));

  test('takes geometry from one side and a property from the other', () => {
    const there = squareAt(106.01, 31.61);
    const plan = merged({
      base,
      mine: planWith(schoolRecord('S-1', { classes: 12, pupils: 540 }, there)),
      theirs: planWith(schoolRecord('S-1', { classes: 18, pupils: 540 })),
    });
    expect(featureOf(plan, 'schools', 'S-1')?.feature).toMatchObject({
      geometry: there,
      properties: { classes: 18, pupils: 540 },
    });
  });

  test('asks where both changed a property differently, and refuses to go on without an answer', () => {
    const input = {
      base,
      mine: planWith(schoolRecord('S-1', { classes: 15, pupils: 540 })),
      theirs: planWith(schoolRecord('S-1', { classes: 18, pupils: 600 })),
    };
    const { items } = mergePlans(input);
    expect(items.map(({ state, part, base, mine, theirs }) => [state, part, base, mine, theirs])).toEqual([
      ['conflict', 'properties.classes', 12, 15, 18],
      ['theirs', 'properties.pupils', 540, 540, 600],
    ]);
    expect(resolveMerge(input, new Map())).toEqual({
      ok: false,
      error: { code: 'merge.undecided', params: { count: 1 } },
    });
    expect(featureOf(merged(input, 'mine'), 'schools', 'S-1')?.feature.properties).toMatchObject({
      classes: 15,
      pupils: 600,
    });
  });

  test('asks where one side deleted what the other changed', () => {
    const changed = planWith(schoolRecord('S-1', { classes: 18, pupils: 540 }));
    const gone = planWith();
    expect(mergePlans({ base, mine: gone, theirs: changed }).items).toMatchObject([
      { state: 'conflict', part: null },
    ]);
    expect(featureOf(merged({ base, mine: changed, theirs: gone }, 'theirs'), 'schools', 'S-1')).toBeNull();
    expect(
      featureOf(merged({ base, mine: gone, theirs: changed }, 'theirs'), 'schools', 'S-1'),
    ).not.toBeNull();
    expect(mergePlans({ base, mine: base, theirs: gone }).items).toMatchObject([{ state: 'theirs' }]);
    expect(mergePlans({ base, mine: gone, theirs: base }).items).toEqual([]);
  });

  test('does not mind another way of writing the same geometry', () => {
    const { coordinates } = squareAt(106, 31.6) as { coordinates: number[][][] };
    const turned = { type: 'Polygon' as const, coordinates: [[...coordinates[0]!].reverse()] };
    const theirs = planWith(schoolRecord('S-1', { classes: 12, pupils: 540 }, turned));
    expect(mergePlans({ base, mine: base, theirs }).items).toEqual([]);
  });

  test('merges rules of one pack, and rules that one side added', () => {
    const rules = (distanceM: number, ...more: string[]) =>
      planWith(
        packRecord('office', 'rules/office.json', {
          rules: [
            makeRule('office.near', { test: { relation: 'within-distance', distanceM } }),
            ...more.map((id) => makeRule(id)),
          ],
        }),
      );
    const plan = merged({
      base: rules(50),
      mine: rules(50, 'office.mine'),
      theirs: rules(60, 'office.theirs'),
    });
    expect(ruleOf(plan, 'office.near')?.test).toEqual({ relation: 'within-distance', distanceM: 60 });
    expect(ruleOf(plan, 'office.mine')).not.toBeNull();
    expect(ruleOf(plan, 'office.theirs')).not.toBeNull();
  });
});

describe('two new sites of one id', () => {
  const about = {
    rule: 'r',
    subject: { layer: 'schools', id: 'S-2' },
    object: { layer: 'parcels', id: 'P-1' },
  } as const;
  const base = planWith(schoolRecord('S-1'));
  const mine = planWith(schoolRecord('S-1'), schoolRecord('S-2', { name: '我方' }));
  const theirs = planWith(
    schoolRecord('S-1'),
    schoolRecord('S-2', { name: '对方' }, squareAt(106.1, 31.7)),
    featureRecord('reservations', 'R-1', { schoolIds: ['S-2'] }),
    { kind: 'decision', decision: decisionOf('d', { conflict: 'r:S-2:P-1', about }) },
    {
      kind: 'comment',
      comment: { id: 'c', conflict: 'r:S-2:P-1', text: '问', by: '乙', at: '2026-11-20T09:00:00Z' },
    },
  );

  test('are one question', () => {
    expect(mergePlans({ base, mine, theirs }).items).toMatchObject([
      { state: 'conflict', record: 'feature/schools/S-2', part: null, canKeepBoth: true },
      { state: 'theirs', record: 'feature/reservations/R-1' },
    ]);
  });

  test('can both be kept: theirs gets a new id, and what they said of it speaks of that', () => {
    const plan = merged({ base, mine, theirs }, 'both');
    expect(featureOf(plan, 'schools', 'S-2')?.feature.properties?.name).toBe('我方');
    expect(featureOf(plan, 'schools', 'S-3')?.feature).toMatchObject({
      id: 'S-3',
      properties: { id: 'S-3', name: '对方' },
    });
    expect(featureOf(plan, 'reservations', 'R-1')?.feature.properties?.schoolIds).toEqual(['S-3']);
    expect(decisionsOf(plan)).toMatchObject([{ conflict: 'r:S-3:P-1', about: { subject: { id: 'S-3' } } }]);
    expect(commentsOf(plan)).toMatchObject([{ conflict: 'r:S-3:P-1' }]);
  });
});

describe('decisions of two people', () => {
  const ruling = (id: string, at: string): PlanRecord => ({
    kind: 'decision',
    decision: decisionOf(id, { at: `2026-11-20T${at}:00Z` }),
  });
  const base = planWith(ruling('d0', '08:00'));
  const mine = planWith(ruling('d0', '08:00'), ruling('m1', '10:00'));
  const theirs = planWith(ruling('d0', '08:00'), ruling('t1', '09:00'), ruling('t2', '11:00'));

  test('are all kept, by time: the later counts', () => {
    expect(decisionsOf(merged({ base, mine, theirs })).map(({ id }) => id)).toEqual(['d0', 't1', 'm1', 't2']);
    expect(mergePlans({ base, mine, theirs }).ruledByBoth).toMatchObject([
      { conflict: 'r:s1:p1', mine: { id: 'm1' }, theirs: { id: 't2' }, counts: 'theirs' },
    ]);
  });

  test('an earlier one does not come to count by being taken in later', () => {
    const early = planWith(ruling('d0', '08:00'), ruling('t1', '09:00'));
    const plan = merged({ base, mine, theirs: early });
    expect(decisionsOf(plan).at(-1)?.id).toBe('m1');
    expect(mergePlans({ base, mine, theirs: early }).ruledByBoth).toMatchObject([{ counts: 'mine' }]);
  });

  test('one that I took back does not return; one that they took back stays', () => {
    expect(mergePlans({ base, mine: planWith(), theirs: base }).decisions).toEqual([]);
    expect(resolveMerge({ base, mine: base, theirs: planWith() }, new Map())).toEqual({
      ok: true,
      value: EMPTY_DIFF,
    });
  });

  test('one id with two contents is a conflict', () => {
    const forged = planWith({
      kind: 'decision',
      decision: decisionOf('d0', { at: '2026-11-20T08:00:00Z', by: '乙' }),
    });
    expect(mergePlans({ base, mine: base, theirs: forged }).items).toMatchObject([
      { state: 'conflict', kind: 'decision', about: 'd0' },
    ]);
  });
});
