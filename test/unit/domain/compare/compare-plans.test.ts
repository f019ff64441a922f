import { expect, test } from 'vitest';
import { comparePlans } from '../../../../src/domain/compare/compare-plans';
import { planOf, type PlanRecord } from '../../../../src/domain/plan';
import { createFrame } from '../../../../src/geo/frame';
import { vertexShift } from '../../../../src/geo/vertex-shift';
import { decisionOf } from '../../../builders/decisions';
import { packRecord, projectRecord, ruleOf, schoolRecord, squareAt } from '../../../builders/plan-records';

const frame = createFrame({ lon: 106, lat: 31.6 });
const compare = (a: readonly PlanRecord[], b: readonly PlanRecord[]) =>
  comparePlans(planOf(a), planOf(b), (from, to) => vertexShift(frame, from, to));

const rules = (distanceM: number, enabled?: boolean) =>
  packRecord('office', 'rules/office.json', {
    rules: [
      ruleOf('office.near', {
        test: { relation: 'within-distance', distanceM },
        ...(enabled === undefined ? {} : { enabled }),
      }),
    ],
  });

test('names what was added, removed, moved and changed', () => {
  const north = squareAt(106, 31.6 + 100 / 110_875);
  const difference = compare(
    [projectRecord(), schoolRecord('S-1', { classes: 12 }), schoolRecord('S-2'), rules(50)],
    [
      projectRecord({ toleranceM: 0.1 }),
      schoolRecord('S-1', { classes: 18 }, north),
      schoolRecord('S-3'),
      rules(60, false),
      { kind: 'decision', decision: decisionOf('d') },
    ],
  );
  expect(difference.layers).toMatchObject([
    {
      layer: 'schools',
      added: ['S-3'],
      removed: ['S-2'],
      moved: [{ id: 'S-1' }],
      changed: [{ id: 'S-1', properties: [{ name: 'classes', before: 12, after: 18 }] }],
    },
  ]);
  // 100 m by the length of a degree of latitude there, 110 875 m.
  expect(difference.layers[0]?.moved[0]?.byM).toBeCloseTo(100, 1);
  expect(difference.entities).toEqual([
    {
      kind: 'project',
      id: '测试项目',
      within: null,
      change: 'changed',
      parts: [{ name: 'toleranceM', before: 0.05, after: 0.1 }],
    },
    {
      kind: 'rule',
      id: 'office.near',
      within: 'office',
      change: 'changed',
      parts: [
        {
          name: 'test',
          before: { relation: 'within-distance', distanceM: 50 },
          after: { relation: 'within-distance', distanceM: 60 },
        },
        { name: 'enabled', after: false },
      ],
    },
  ]);
  expect(difference.decisions.added).toMatchObject([{ id: 'd' }]);
});

test('a plan read again does not differ: winding, ninth decimals, a rule that says it is on', () => {
  const { coordinates } = squareAt(106, 31.6) as { coordinates: number[][][] };
  const read = [[...coordinates[0]!].reverse().map(([lon, lat]) => [lon! + 2e-10, lat!])];
  const difference = compare(
    [projectRecord(), schoolRecord('S-1'), rules(50)],
    [projectRecord(), schoolRecord('S-1', {}, { type: 'Polygon', coordinates: read }), rules(50, true)],
  );
  expect(difference).toEqual({
    layers: [],
    entities: [],
    decisions: { added: [], removed: [] },
    comments: { added: [], removed: [] },
  });
});
