import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyOf, planOf, type Plan, type PlanRecord } from '../../../src/domain/plan';
import {
  apply,
  between,
  compose,
  EMPTY_DIFF,
  invert,
  isEmpty,
  misfit,
  type PlanDiff,
} from '../../../src/domain/plan-diff';
import { layerRecord, packRecord, projectRecord, schoolRecord } from '../../builders/plan-records';

const record: fc.Arbitrary<PlanRecord> = fc
  .record({
    kind: fc.constantFrom('school', 'layer', 'pack', 'project'),
    id: fc.integer({ min: 0, max: 7 }),
    value: fc.nat(99),
  })
  .map(({ kind, id, value }): PlanRecord => {
    if (kind === 'school') return schoolRecord(`S-${id}`, { classes: value });
    if (kind === 'pack') return packRecord(`pack-${id}`, `rules/${value}.json`);
    if (kind === 'layer')
      return layerRecord({ name: 'parcels', file: `${value}.geojson`, hash: String(value) });
    return projectRecord({ name: `项目 ${value}` });
  });

const plan: fc.Arbitrary<Plan> = fc.array(record, { maxLength: 12 }).map(planOf);

/** A diff that fits a plan: some of its records deleted or changed, some others created. */
function diffOf(from: Plan, wanted: readonly PlanRecord[], doomed: readonly number[]): PlanDiff {
  const next = new Map(from);
  const keys = Array.from(next.keys());
  for (const index of doomed) {
    const key = keys[index % Math.max(1, keys.length)];
    if (key !== undefined) next.delete(key);
  }
  for (const each of wanted) next.set(keyOf(each), each);
  return between(from, next);
}

const change = fc.tuple(fc.array(record, { maxLength: 6 }), fc.array(fc.nat(50), { maxLength: 4 }));

function sorted(one: Plan) {
  return Array.from(one.entries()).sort(([a], [b]) => (a < b ? -1 : 1));
}

describe('laws of PlanDiff', () => {
  test('the change between two plans leads from one to the other', () => {
    fc.assert(
      fc.property(plan, plan, (from, to) => {
        const diff = between(from, to);
        expect(misfit(from, diff)).toBeNull();
        expect(sorted(apply(from, diff))).toEqual(sorted(to));
      }),
    );
  });

  test('between a plan and itself there is nothing', () => {
    fc.assert(
      fc.property(plan, (one) => {
        expect(isEmpty(between(one, one))).toBe(true);
      }),
    );
  });

  test('the inverse takes a change back, and fits where the change has been made', () => {
    fc.assert(
      fc.property(plan, change, (one, [wanted, doomed]) => {
        const diff = diffOf(one, wanted, doomed);
        const after = apply(one, diff);
        expect(misfit(after, invert(diff))).toBeNull();
        expect(sorted(apply(after, invert(diff)))).toEqual(sorted(one));
      }),
    );
  });

  test('inverting twice changes nothing', () => {
    fc.assert(
      fc.property(plan, change, (one, [wanted, doomed]) => {
        const diff = diffOf(one, wanted, doomed);
        expect(invert(invert(diff))).toEqual(diff);
      }),
    );
  });

  test('a composed change has the effect of both, fits, and names no record twice', () => {
    fc.assert(
      fc.property(plan, change, change, (one, [wantedA, doomedA], [wantedB, doomedB]) => {
        const first = diffOf(one, wantedA, doomedA);
        const between1 = apply(one, first);
        const second = diffOf(between1, wantedB, doomedB);
        const both = compose(first, second);
        expect(misfit(one, both)).toBeNull();
        expect(sorted(apply(one, both))).toEqual(sorted(apply(between1, second)));
        const keys = [...both.created, ...both.deleted, ...both.modified.map(([before]) => before)].map(
          keyOf,
        );
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  test('composing is associative', () => {
    fc.assert(
      fc.property(plan, change, change, change, (one, a, b, c) => {
        const first = diffOf(one, ...a);
        const two = apply(one, first);
        const second = diffOf(two, ...b);
        const three = apply(two, second);
        const third = diffOf(three, ...c);
        const left = compose(compose(first, second), third);
        const right = compose(first, compose(second, third));
        expect(sorted(apply(one, left))).toEqual(sorted(apply(one, right)));
      }),
    );
  });

  test('a change and its inverse compose to nothing; the empty change is neutral', () => {
    fc.assert(
      fc.property(plan, change, (one, [wanted, doomed]) => {
        const diff = diffOf(one, wanted, doomed);
        expect(isEmpty(compose(diff, invert(diff)))).toBe(true);
        expect(compose(diff, EMPTY_DIFF)).toEqual(compose(EMPTY_DIFF, diff));
        expect(sorted(apply(one, compose(diff, EMPTY_DIFF)))).toEqual(sorted(apply(one, diff)));
      }),
    );
  });

  test('applying never touches the plan it is given', () => {
    fc.assert(
      fc.property(plan, change, (one, [wanted, doomed]) => {
        const copy = new Map(one);
        apply(one, diffOf(one, wanted, doomed));
        expect(one).toEqual(copy);
      }),
    );
  });

  test('misfit names what is in the way', () => {
    const school = schoolRecord('S-1');
    const one = planOf([school]);
    expect(misfit(one, { ...EMPTY_DIFF, created: [school] })).toBe('feature/schools/S-1');
    expect(misfit(new Map(), { ...EMPTY_DIFF, deleted: [school] })).toBe('feature/schools/S-1');
    expect(misfit(new Map(), { ...EMPTY_DIFF, modified: [[school, school]] })).toBe('feature/schools/S-1');
    expect(misfit(one, { ...EMPTY_DIFF, modified: [[school, schoolRecord('S-2')]] })).toBe(
      'feature/schools/S-1',
    );
  });
});
