import * as fc from 'fast-check';
import type { JsonObject } from '../../src/domain/json';
import { keyOf, planOf, type Plan, type PlanRecord } from '../../src/domain/plan';
import { decisionOf } from './decisions';
import { layerRecord, packRecord, projectRecord, ruleOf, schoolRecord, squareAt } from './plan-records';

const value = fc.nat(3);

const school = fc
  .record({ id: fc.nat(4), properties: fc.dictionary(fc.constantFrom('a', 'b', 'c'), value), at: fc.nat(3) })
  .map(({ id, properties, at }) =>
    schoolRecord(`S-${id}`, properties as JsonObject, squareAt(106 + at / 100, 31.6)),
  );

const pack = fc
  .record({
    id: fc.nat(1),
    rules: fc.uniqueArray(fc.nat(3), { maxLength: 3 }),
    distanceM: value,
    on: fc.boolean(),
  })
  .map(({ id, rules, distanceM, on }) =>
    packRecord(`p-${id}`, `rules/p-${id}.json`, {
      rules: rules.map((rule) =>
        ruleOf(`p-${id}.r-${rule}`, {
          test: { relation: 'within-distance', distanceM: 50 + distanceM },
          ...(on ? {} : { enabled: false }),
        }),
      ),
    }),
  );

const targets = fc
  .uniqueArray(fc.record({ stage: fc.constantFrom('primary', 'junior', 'senior'), sites: value }), {
    selector: ({ stage }) => stage,
  })
  .map((list): PlanRecord => ({
    kind: 'targets',
    targets: list.map((target) => ({ programme: 'planned', district: null, basis: 'new', ...target })),
  }));

const layer = value.map((hash) =>
  layerRecord({ name: 'parcels', file: 'parcels.geojson', hash: String(hash) }),
);

/** A small project; records of the same key in two of them may differ. */
export const anyPlan: fc.Arbitrary<Plan> = fc
  .tuple(
    value.map((n) => projectRecord({ toleranceM: 0.05 + n / 100 })),
    fc.array(school, { maxLength: 5 }),
    fc.array(pack, { maxLength: 2 }),
    fc.option(targets, { nil: null }),
    fc.option(layer, { nil: null }),
  )
  .map(([project, schools, packs, wanted, parcels]) =>
    planOf([project, ...schools, ...packs, ...[wanted, parcels].filter((record) => record !== null)]),
  );

/** The plan with decisions of one hand after those that it has, in their order. */
export function withDecisions(plan: Plan, by: string, minutes: readonly number[]): Plan {
  const added = minutes.map((minute, index): PlanRecord => ({
    kind: 'decision',
    decision: decisionOf(`${by}-${index}`, {
      by,
      at: new Date(Date.UTC(2026, 10, 20, 8, minute)).toISOString(),
    }),
  }));
  return new Map([...plan, ...added.map((record) => [keyOf(record), record] as const)]);
}

/** Minutes at which one hand ruled, in order. */
export const anyMinutes = fc
  .array(fc.nat(59), { maxLength: 4 })
  .map((minutes) => minutes.sort((a, b) => a - b));
