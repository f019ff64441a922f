import { describe, expect, test } from 'vitest';
import { compareStandings } from '../../../../src/domain/compare/compare-decisions';
import type { CheckedConflict } from '../../../../src/domain/check-report';
import type { Conflict } from '../../../../src/domain/conflict';
import type { GeoFeature } from '../../../../src/domain/feature';
import { planOf, type PlanRecord } from '../../../../src/domain/plan';
import { compareProjects } from '../../../../src/engine/compare/compare-projects';
import { checkInput, checkReport, type Town } from '../../../builders/check-input';
import { decisionOf } from '../../../builders/decisions';
import { randomSource } from '../../../builders/random';
import { boxFeature, randomSchool, smallTown, TOWN_RULES } from '../../../builders/small-town';

const OPTIONS = { limit: Infinity, isEditedElsewhere: false, asOf: '2026-11-25' };

/** Another state of the town: a few schools elsewhere, parcels gone, new, moved or of other use, a rule changed. */
function edited(town: ReturnType<typeof smallTown>, seed: number): Town {
  const random = randomSource(seed);
  const { parcels = [], schools } = town.layers;
  return {
    ...town,
    rules: TOWN_RULES.map((rule) =>
      rule.id === 'near' && random() < 0.5
        ? { ...rule, test: { relation: 'within-distance', distanceM: 55 } }
        : rule,
    ),
    layers: {
      ...town.layers,
      schools: schools.map((school) => (random() < 0.2 ? randomSchool(String(school.id), random) : school)),
      parcels:
        random() < 0.3
          ? parcels
          : [
              ...parcels.flatMap((parcel): GeoFeature[] => {
                const dice = random();
                if (dice < 0.03) return [];
                if (dice < 0.06)
                  return [{ ...parcel, properties: { ...parcel.properties, landUse: '0804' } }];
                if (dice < 0.09)
                  return [boxFeature(String(parcel.id), [600 * random(), 600 * random(), 40, 40])];
                return [parcel];
              }),
              boxFeature('new', [100, 650, 60, 60], { landUse: '070102' }),
            ],
    },
  };
}

/** An input whose parcels are of another file. */
function inputOf(town: Town, hash: string) {
  const input = checkInput(town);
  const file = (name: string, former: string) => (name === 'parcels' ? hash : former);
  return {
    ...input,
    records: input.records.map((record): PlanRecord =>
      record.kind === 'layer' && record.layer.hash !== undefined
        ? { kind: 'layer', layer: { ...record.layer, hash: file(record.layer.name, record.layer.hash) } }
        : record,
    ),
    layers: input.layers.map((layer) => ({ ...layer, hash: file(layer.layer, layer.hash) })),
  };
}

function withoutDecision(conflict: CheckedConflict): Conflict {
  const bare: Record<string, unknown> = { ...conflict };
  delete bare.decision;
  return bare as unknown as Conflict;
}

const byId = (conflicts: readonly CheckedConflict[]) =>
  new Map(conflicts.map((conflict) => [conflict.id, withoutDecision(conflict)]));

describe('compareProjects', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'tells of conflicts what two whole checks tell (seed %i)',
    async (seed) => {
      const town = smallTown(seed);
      const other = edited(town, seed + 100);
      const isSameFile = other.layers.parcels === town.layers.parcels;
      const [a, b] = [inputOf(town, 'a'), inputOf(other, isSameFile ? 'a' : 'b')];
      const { gained, lost, changed, counts } = await compareProjects(a, b, OPTIONS);
      const [before, after] = [await checkReport(a), await checkReport(b)].map(({ conflicts }) =>
        byId(conflicts),
      );
      const expected = {
        gained: Array.from(after!.values()).filter(({ id }) => !before!.has(id)),
        lost: Array.from(before!.values()).filter(({ id }) => !after!.has(id)),
        changed: Array.from(after!.values()).filter(
          ({ id }) => before!.has(id) && JSON.stringify(before!.get(id)) !== JSON.stringify(after!.get(id)),
        ),
      };
      expect(expected.gained.length + expected.lost.length).toBeGreaterThan(0);
      const sorted = (list: readonly Conflict[]) => [...list].sort((x, y) => (x.id < y.id ? -1 : 1));
      expect(sorted(gained.map(({ conflict }) => conflict))).toEqual(sorted(expected.gained));
      expect(sorted(lost.map(({ conflict }) => conflict))).toEqual(sorted(expected.lost));
      expect(sorted(changed.map(({ after: { conflict } }) => conflict))).toEqual(sorted(expected.changed));
      expect(counts).toEqual({ gained: gained.length, lost: lost.length, changed: changed.length });
    },
  );

  test('names the features of reference layers that differ, and no other', async () => {
    const town = smallTown(1);
    const { parcels = [] } = town.layers;
    const [first, second, third, ...rest] = parcels as [GeoFeature, GeoFeature, GeoFeature, ...GeoFeature[]];
    const other = {
      ...town,
      layers: {
        ...town.layers,
        parcels: [
          { ...second, properties: { ...second.properties, landUse: '0805', note: '改' } },
          boxFeature(String(third.id), [600, 0, 60, 60], { ...third.properties }),
          ...rest.reverse(),
          boxFeature('new', [0, 700, 10, 10]),
        ],
      },
    };
    const { layers } = await compareProjects(inputOf(town, 'a'), inputOf(other, 'b'), OPTIONS);
    expect(layers).toMatchObject([
      {
        layer: 'parcels',
        added: ['new'],
        removed: [first.id],
        moved: [{ id: third.id }],
        changed: [
          {
            id: second.id,
            properties: [
              { name: 'landUse', before: second.properties?.landUse, after: '0805' },
              { name: 'note', after: '改' },
            ],
          },
        ],
        counts: { added: 1, removed: 1, moved: 1, changed: 1 },
      },
    ]);
    // From 120 to 600: 480 m along the row.
    expect(layers[0]?.moved[0]?.byM).toBeCloseTo(480, 1);
  });

  test('a file that says the same in other words differs in nothing', async () => {
    const town = smallTown(2);
    const turned = (town.layers.parcels ?? []).map((parcel): GeoFeature => {
      const { coordinates } = parcel.geometry as { coordinates: number[][][] };
      const [ring = []] = coordinates;
      const open = ring.slice(0, -1);
      const begun = [...open.slice(2), ...open.slice(0, 2)];
      return { ...parcel, geometry: { type: 'MultiPolygon', coordinates: [[[...begun, begun[0]!]]] } };
    });
    const other = { ...town, layers: { ...town.layers, parcels: turned.reverse() } };
    const comparison = await compareProjects(inputOf(town, 'a'), inputOf(other, 'b'), OPTIONS);
    expect(comparison.layers).toEqual([]);
    expect(comparison.counts).toEqual({ gained: 0, lost: 0, changed: 0 });
  });

  test('a file from a program with columns differs by what was edited alone', async () => {
    const [one, two] = [
      boxFeature('P1', [0, 0, 10, 10], { landUses: [{ code: '070102', share: 1 }] }),
      boxFeature('P2', [20, 0, 10, 10], { name: '乙' }),
    ];
    const written = [
      { ...one, properties: { landUses: '[{"code":"070102","share":1}]', name: null } },
      { ...two, properties: { landUses: null, name: '丙' } },
    ];
    const a = inputOf({ layers: { schools: [], parcels: [one, two] } }, 'a');
    const b = inputOf({ layers: { schools: [], parcels: written } }, 'b');
    const { layers } = await compareProjects(a, b, { ...OPTIONS, isEditedElsewhere: true });
    expect(layers).toMatchObject([
      { moved: [], changed: [{ id: 'P2', properties: [{ name: 'name', before: '乙', after: '丙' }] }] },
    ]);
  });

  test('lists are cut short where they are long, and counted whole', async () => {
    const a = inputOf({ layers: { schools: [], parcels: [] } }, 'a');
    const parcels = Array.from({ length: 9 }, (_, n) => boxFeature(`P${n}`, [20 * n, 0, 10, 10]));
    const b = inputOf({ layers: { schools: [], parcels } }, 'b');
    const { layers } = await compareProjects(a, b, { ...OPTIONS, limit: 4 });
    expect(layers).toMatchObject([{ added: ['P0', 'P1', 'P2', 'P3'], counts: { added: 9 } }]);
  });

  test('tells which decisions turn stale, come back, or lose their conflict', async () => {
    const town = smallTown(3);
    const other = edited(town, 9);
    const [a, b] = [inputOf(town, 'a'), inputOf(other, 'b')];
    const [before, after] = [await checkReport(a), await checkReport(b)].map(({ conflicts }) =>
      byId(conflicts),
    );
    const decisions = Array.from(before!.values(), (conflict): PlanRecord => ({
      kind: 'decision',
      decision: decisionOf(`d ${conflict.id}`, { conflict: conflict.id, evidence: conflict.evidence }),
    }));
    const [left, right] = [a, b].map((input) => ({ ...input, records: [...input.records, ...decisions] }));
    const forth = await compareProjects(left!, right!, OPTIONS);
    const plans = [planOf(left!.records), planOf(right!.records)] as const;
    const { stale, current, gone } = compareStandings(...plans, forth.decided);
    const ids = (list: readonly { conflict: string }[]) => list.map(({ conflict }) => conflict).sort();
    expect(ids(stale)).toEqual(
      Array.from(before!.values())
        .filter(({ id, evidence }) => after!.has(id) && after!.get(id)?.evidence !== evidence)
        .map(({ id }) => id)
        .sort(),
    );
    expect(ids(gone)).toEqual([...before!.keys()].filter((id) => !after!.has(id)).sort());
    expect(stale.length).toBeGreaterThan(0);
    expect(current).toEqual([]);
    const back = await compareProjects(right!, left!, OPTIONS);
    const returned = compareStandings(plans[1], plans[0], back.decided);
    expect(ids(returned.current)).toEqual([...ids(stale), ...ids(gone)].sort());
  });
});
