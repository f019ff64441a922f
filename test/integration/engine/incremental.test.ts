import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../../src/domain/analysis';
import type { Finding } from '../../../src/domain/conflict';
import type { GeoFeature } from '../../../src/domain/feature';
import type { CollectionName } from '../../../src/domain/layer';
import {
  featureKey,
  featuresOf,
  keyOf,
  packsOf,
  planOf,
  type Plan,
  type PlanRecord,
} from '../../../src/domain/plan';
import { apply, between, invert, type PlanDiff } from '../../../src/domain/plan-diff';
import { takeChanges } from '../../../src/engine/changes';
import { findingsBetween } from '../../../src/engine/ordered-findings';
import { finished } from '../../../src/engine/pacer';
import { buildState, tablesOf, type EngineState } from '../../../src/engine/state';
import { updateState } from '../../../src/engine/update';
import { checkInput, contentsOf } from '../../builders/check-input';
import { randomSource } from '../../builders/random';
import { boxFeature, randomReservation, randomSchool, smallTown } from '../../builders/small-town';

const EDITS = [
  'move a school',
  'new school',
  'delete a school',
  'move a reservation',
  'delete all reservations',
  'move a district',
  'switch a rule',
  'change a distance',
  'rename a pack',
  'change a standard',
  'change the tolerance',
  'change an accuracy',
  'drop a layer',
  'undo',
] as const;

/** The plan after an edit of that kind. */
function edited(plan: Plan, kind: (typeof EDITS)[number], seed: number): Plan {
  const random = randomSource(seed);
  const some = (collection: CollectionName) => {
    const records = featuresOf(plan, collection);
    return records[Math.floor(random() * records.length)];
  };
  const put = (record: PlanRecord): Plan => new Map(plan).set(keyOf(record), record);
  const putFeature = (collection: CollectionName, id: string, feature: GeoFeature): Plan =>
    put({ kind: 'feature', collection, id, feature });
  const without = (keys: readonly string[]): Plan => {
    const next = new Map(plan);
    for (const key of keys) next.delete(key);
    return next;
  };
  const pack = packsOf(plan)[0]!;
  switch (kind) {
    case 'move a school': {
      const id = some('schools')?.id ?? 'S0';
      return putFeature('schools', id, randomSchool(id, random));
    }
    case 'new school': {
      const id = `N${seed % 1000}`;
      return putFeature('schools', id, randomSchool(id, random));
    }
    case 'delete a school': {
      const school = some('schools');
      return school ? without([keyOf(school)]) : plan;
    }
    case 'move a reservation': {
      const id = some('reservations')?.id ?? 'R0';
      return putFeature('reservations', id, randomReservation(id, random));
    }
    case 'delete all reservations':
      return without([...featuresOf(plan, 'reservations').map(keyOf), 'layer/reservations']);
    case 'move a district':
      return putFeature('districts', 'west', boxFeature('west', [-200, -200, 300 + 400 * random(), 1000]));
    case 'switch a rule': {
      const n = Math.floor(random() * pack.pack.rules.length);
      const rules = pack.pack.rules.map((rule, i) =>
        i === n ? { ...rule, enabled: rule.enabled === false } : rule,
      );
      return put({ ...pack, pack: { ...pack.pack, rules } });
    }
    case 'change a distance': {
      const rules = pack.pack.rules.map((rule) =>
        rule.id === 'near'
          ? { ...rule, test: { relation: 'within-distance' as const, distanceM: 10 + 80 * random() } }
          : rule,
      );
      return put({ ...pack, pack: { ...pack.pack, rules } });
    }
    case 'rename a pack':
      return put({ ...pack, pack: { ...pack.pack, version: `1.0.${seed}` } });
    case 'change a standard': {
      const standards = (pack.pack.standards ?? []).map((one) => ({
        ...one,
        value: one.value * (0.5 + random()),
      }));
      return put({ ...pack, pack: { ...pack.pack, standards } });
    }
    case 'change the tolerance': {
      const project = plan.get('project');
      if (project?.kind !== 'project') return plan;
      return put({ ...project, info: { ...project.info, toleranceM: random() } });
    }
    case 'change an accuracy': {
      const layer = plan.get('layer/parcels');
      return layer?.kind === 'layer'
        ? put({ ...layer, layer: { ...layer.layer, accuracyM: random() } })
        : plan;
    }
    case 'drop a layer':
      return without([['layer/roads', 'layer/facilities', 'layer/residential'][seed % 3]!]);
    case 'undo':
      return plan;
  }
}

function analysisOf(state: EngineState): Analysis {
  return { ...tablesOf(state), findings: findingsBetween(state, 0, Infinity) };
}

function byId(findings: Iterable<Finding>): Map<string, Finding> {
  return new Map(Array.from(findings, (finding) => [finding.conflict.id, finding]));
}

describe('updating', () => {
  it('gives what computing everything anew gives, through any edits and undos', () => {
    let changed = 0;
    fc.assert(
      fc.property(
        fc.nat(50),
        fc.array(fc.tuple(fc.constantFrom(...EDITS), fc.nat()), { minLength: 1, maxLength: 8 }),
        (seed, edits) => {
          const input = checkInput(smallTown(seed));
          const contents = contentsOf(input);
          let plan = planOf(input.records);
          let state = finished(buildState(plan, 0, contents));
          let shown = byId(analysisOf(state).findings);
          const done: PlanDiff[] = [];
          edits.forEach(([kind, editSeed], index) => {
            const last = kind === 'undo' ? done.pop() : undefined;
            const diff = last ? invert(last) : between(plan, edited(plan, kind, editSeed));
            if (!last) done.push(diff);
            plan = apply(plan, diff);
            state = updateState(state, diff, { plan, revision: index + 1, contents });
            const { whole, upserted, removed } = takeChanges(state, 10_000);
            changed += upserted.length + removed.length;
            if (whole) shown = byId(analysisOf(state).findings);
            for (const id of removed) expect(shown.delete(id)).toBe(true);
            for (const finding of upserted) shown.set(finding.conflict.id, finding);
            const { findings, ...fresh } = analysisOf(finished(buildState(plan, index + 1, contents)));
            expect(tablesOf(state)).toEqual(fresh);
            expect(shown).toEqual(byId(findings));
            expect(analysisOf(state).findings).toEqual(findings);
          });
        },
      ),
      { numRuns: 15, seed: 7 },
    );
    expect(changed).toBeGreaterThan(200);
  });

  it('touches only what a change touches', () => {
    const input = checkInput(smallTown(3));
    const plan = planOf(input.records);
    const contents = contentsOf(input);
    const state = finished(buildState(plan, 0, contents));
    const school = plan.get(featureKey('schools', 'S1'));
    if (school?.kind !== 'feature') throw new Error('no school S1');
    const renamed = { ...school.feature, properties: { ...school.feature.properties, name: '新名' } };
    const diff: PlanDiff = {
      created: [],
      modified: [[school, { ...school, feature: renamed }]],
      deleted: [],
    };
    const delta = takeChanges(
      updateState(state, diff, { plan: apply(plan, diff), revision: 1, contents }),
      10_000,
    );
    expect(delta.removed).toEqual([]);
    expect(delta.upserted.length).toBeGreaterThan(0);
    for (const { conflict } of delta.upserted) {
      expect([conflict.subject.id, conflict.object.id]).toContain('S1');
    }
  });
});
