import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Conflict } from '../../../../src/domain/conflict';
import { conflictId } from '../../../../src/domain/conflict';
import { FindingOrder } from '../../../../src/engine/ordered-findings';
import { isExempt } from '../../../../src/engine/subjects';
import { leastDistance } from '../../../../src/geo/distance';
import { appraised, conflictsIn, stateOf } from '../../../builders/appraised';
import { ruleOf } from '../../../builders/plan-records';
import { smallTown, TOWN_RULES } from '../../../builders/small-town';

/** The town, with rules of which a parcel is the subject too. */
function town(seed: number) {
  const rules = [
    ...TOWN_RULES,
    ruleOf('homes', {
      subject: { layer: 'parcels', where: ['==', ['get', 'landUse'], '070102'] },
      test: { relation: 'within-distance', distanceM: 15 },
    }),
    ruleOf('street', {
      subject: { layer: 'parcels' },
      object: { layer: 'roads' },
      test: { relation: 'crosses' },
    }),
    ruleOf('next', {
      subject: { layer: 'parcels', where: ['==', ['get', 'landUse'], '0804'] },
      object: { layer: 'parcels' },
      test: { relation: 'adjacent' },
      severity: 'notice',
    }),
  ];
  const made = smallTown(seed);
  return { ...made, rules };
}

function idsOf(conflicts: Iterable<Conflict>): string[] {
  return Array.from(conflicts, ({ id }) => id).sort();
}

const SEEDS = fc.nat(1000);
const RUNS = { numRuns: 12, seed: 5 };

describe('an appraisal', () => {
  it('fails just what the check finds about a parcel, with the same record to the bit', () => {
    let compared = 0;
    fc.assert(
      fc.property(SEEDS, (seed) => {
        const state = stateOf(town(seed));
        const checked = new FindingOrder(state).between(0, Infinity).map(({ conflict }) => conflict);
        const parcels = state.layers.get('parcels')!;
        for (const slot of parcels.slots()) {
          const id = parcels.idAt(slot);
          const of = checked.filter(({ subject, object }) =>
            [subject, object].some((side) => side.layer === 'parcels' && side.id === id),
          );
          const mine = conflictsIn(appraised(state, { kind: 'parcel', id }));
          expect(idsOf(mine)).toEqual(idsOf(of));
          const byId = new Map(of.map((conflict) => [conflict.id, conflict]));
          for (const conflict of mine) expect(conflict).toEqual(byId.get(conflict.id));
          compared += mine.length;
        }
      }),
      RUNS,
    );
    expect(compared).toBeGreaterThan(1000);
  });

  it('measures a proposal as it measures a parcel of that shape and use', () => {
    fc.assert(
      fc.property(SEEDS, fc.nat(99), (seed, n) => {
        const made = town(seed);
        const feature = made.layers.parcels![n]!;
        const parcels = made.layers.parcels!.filter((other) => other !== feature);
        const target = { kind: 'proposal', feature } as const;
        const asProposal = appraised(stateOf({ ...made, layers: { ...made.layers, parcels } }), target);
        const asParcel = appraised(stateOf(made), { kind: 'parcel', id: String(feature.id) });
        expect(asProposal.areaM2).toBe(asParcel.areaM2);
        expect(conflictsIn(asProposal)).toEqual(conflictsIn(asParcel));
        expect(asProposal.schools).toEqual(asParcel.schools);
      }),
      RUNS,
    );
  });

  it('names the nearest where a rule fails nothing', () => {
    let named = 0;
    fc.assert(
      fc.property(SEEDS, fc.nat(99), (seed, n) => {
        const made = town(seed);
        const state = stateOf(made);
        const id = String(made.layers.parcels![n]!.id);
        const land = state.layers.get('parcels')!.itemAt(state.layers.get('parcels')!.slotOf(id)!);
        for (const { rule: ruleId, side, outcome, pairs } of appraised(state, { kind: 'parcel', id }).rules) {
          if (outcome !== 'clear') continue;
          const rule = state.rules.get(ruleId)!;
          const [layer, members] =
            side === 'object'
              ? [rule.rule.subject.layer, rule.subjects]
              : [rule.rule.object.layer, rule.objects];
          const others = state.layers.get(layer)!;
          const distances = [...others.slots()]
            .filter((slot) => members.has(slot))
            .map((slot) => others.itemAt(slot))
            .filter((other) => (side === 'object' ? !isExempt(other, land) : !isExempt(land, other)))
            .map((other) => leastDistance(land.geometry, other.geometry));
          expect(pairs).toHaveLength(distances.length > 0 ? 1 : 0);
          for (const { distanceM, verdict, conflict } of pairs) {
            named += 1;
            expect(verdict).toBe('clear');
            expect(conflict).toBeNull();
            expect(distanceM).toBeCloseTo(Math.min(...distances), 3);
          }
        }
      }),
      { ...RUNS, numRuns: 40 },
    );
    expect(named).toBeGreaterThan(50);
  });

  it('evaluates every rule about parcels, gravest outcome first', () => {
    fc.assert(
      fc.property(SEEDS, fc.nat(99), (seed, n) => {
        const made = town(seed);
        const id = String(made.layers.parcels![n]!.id);
        const { rules, otherRules } = appraised(stateOf(made), { kind: 'parcel', id });
        const about = made.rules.filter(
          ({ subject, object }) => subject.layer === 'parcels' || object.layer === 'parcels',
        );
        expect(new Set(rules.map(({ rule }) => rule))).toEqual(new Set(about.map((rule) => rule.id)));
        expect(otherRules).toBe(made.rules.length - about.length);
        const firstClear = rules.findIndex(({ outcome }) => outcome === 'clear');
        const lastFailed = rules.findLastIndex(({ outcome }) => outcome === 'conflict');
        if (firstClear >= 0) expect(lastFailed).toBeLessThan(firstClear);
        for (const { pairs, failed, marginal, rule, side } of rules) {
          if (failed + marginal === 0) continue;
          expect(pairs).toHaveLength(failed + marginal);
          for (const { conflict, other } of pairs) {
            const [subject, object] = side === 'object' ? [other.id, id] : [id, other.id];
            expect(conflict?.id).toBe(conflictId(rule, subject, object));
          }
        }
      }),
      RUNS,
    );
  });
});
