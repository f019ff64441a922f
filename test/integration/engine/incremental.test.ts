import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../../src/domain/analysis';
import type { Finding } from '../../../src/domain/conflict';
import { featureKey, layerKey, packsOf, planOf } from '../../../src/domain/plan';
import { apply, between, invert, type PlanDiff } from '../../../src/domain/plan-diff';
import type { Rule } from '../../../src/domain/rule';
import { takeChanges } from '../../../src/engine/changes';
import type { Contents } from '../../../src/engine/layer-contents';
import { FindingOrder } from '../../../src/engine/ordered-findings';
import { finished } from '../../../src/engine/pacer';
import { buildState, tablesOf, type EngineState } from '../../../src/engine/state';
import { updateState } from '../../../src/engine/update';
import { checkInput, contentsOf } from '../../builders/check-input';
import { ruleOf } from '../../builders/plan-records';
import { boxFeature, smallTown } from '../../builders/small-town';
import { edited, EDITS } from '../../builders/town-edits';

function analysisOf(state: EngineState): Analysis {
  return { ...tablesOf(state), findings: new FindingOrder(state).between(0, Infinity) };
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

  it('mistakes no feature for that of another layer when a rule is turned to other layers', () => {
    const input = checkInput(smallTown(3));
    const plan = planOf(input.records);
    const contents = contentsOf(input);
    const pack = packsOf(plan)[0]!;
    for (const side of ['subject', 'object'] as const) {
      const rules = pack.pack.rules.map((rule): Rule => {
        if (rule.id !== 'near') return rule;
        return side === 'subject'
          ? { ...rule, subject: { layer: 'reservations' } }
          : { ...rule, object: { layer: 'districts' } };
      });
      const diff: PlanDiff = {
        created: [],
        modified: [[pack, { ...pack, pack: { ...pack.pack, rules } }]],
        deleted: [],
      };
      const state = finished(buildState(plan, 0, contents));
      const shown = byId(analysisOf(state).findings);
      const target = { plan: apply(plan, diff), revision: 1, contents };
      const { whole, upserted, removed } = takeChanges(updateState(state, diff, target), 10_000);
      for (const id of removed) shown.delete(id);
      for (const finding of upserted) shown.set(finding.conflict.id, finding);
      if (!whole) expect(shown).toEqual(byId(analysisOf(state).findings));
      else expect(analysisOf(state).findings.some(({ conflict }) => conflict.rule === 'near')).toBe(true);
    }
  });

  it('finds the districts of a layer anew that is replaced', () => {
    const rule = ruleOf('near', { subject: { layer: 'parcels' }, object: { layer: 'schools' } });
    const townWithParcelAt = (x: number) =>
      checkInput({
        layers: {
          districts: [boxFeature('west', [-200, -200, 200, 400]), boxFeature('east', [0, -200, 200, 400])],
          schools: [boxFeature('S', [-5, -5, 10, 10])],
          parcels: [boxFeature('P', [x, 0, 10, 10])],
        },
        rules: [rule],
      });
    const plan = planOf(townWithParcelAt(-50).records);
    const [old, fresh] = [-50, 50].map((x) => contentsOf(townWithParcelAt(x)));
    const contents: Contents = (layer, hash) =>
      hash === 'another' ? fresh!(layer, 'hash of parcels') : old!(layer, hash);
    const record = plan.get(layerKey('parcels'));
    if (record?.kind !== 'layer') throw new Error('no parcels');
    const after = { ...record, layer: { ...record.layer, hash: 'another' } };
    const diff: PlanDiff = { created: [], modified: [[record, after]], deleted: [] };
    const state = finished(buildState(plan, 0, contents));
    const districts = () => analysisOf(state).findings.map(({ districtId }) => districtId);
    expect(districts()).toEqual(['west']);
    updateState(state, diff, { plan: apply(plan, diff), revision: 1, contents });
    expect(districts()).toEqual(['east']);
  });
});
