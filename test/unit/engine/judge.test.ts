import { describe, expect, it } from 'vitest';
import type { GeoFeature } from '../../../src/domain/feature';
import type { Rule, RuleTest } from '../../../src/domain/rule';
import { judge } from '../../../src/engine/judge';
import { itemOf } from '../../../src/engine/layer-item';
import { measurePair } from '../../../src/engine/pair-measures';
import { createFrame } from '../../../src/geo/frame';
import { ruleOf } from '../../builders/plan-records';
import { areaFeature, boxFeature, lineFeature, pointFeature, TOWN_CENTRE } from '../../builders/small-town';

const frame = createFrame(TOWN_CENTRE);
const campus = boxFeature('s', [0, 0, 100, 80]);
const TOL = 0.05;

function judged(test: RuleTest, object: GeoFeature, subject = campus, changes: Partial<Rule> = {}) {
  const pair = measurePair(itemOf(frame, 'schools', 's', subject), itemOf(frame, 'parcels', 'o', object));
  return judge(ruleOf('r', { test, ...changes }), pair, TOL);
}

describe('within-distance', () => {
  const test: RuleTest = { relation: 'within-distance', distanceM: 50 };

  it.each([
    [-7, 'conflict'],
    [-3, 'marginal'],
    [3, 'marginal'],
    [7, undefined],
  ] as const)('%d cm from the limit is %s', (cm, verdict) => {
    const gap = 50 + cm / 100;
    expect(judged(test, boxFeature('o', [100 + gap, 0, 20, 20]))?.verdict).toBe(verdict);
    expect(judged(test, pointFeature('o', 50, 80 + gap))?.verdict).toBe(verdict);
    expect(
      judged(
        test,
        lineFeature('o', [
          [-gap, -500],
          [-gap, 500],
        ]),
      )?.verdict,
    ).toBe(verdict);
  });

  it('measures distance, overlap with the zone and its shares', () => {
    const found = judged(test, boxFeature('o', [120, 20, 40, 40]))!;
    expect(found).toMatchObject({ verdict: 'conflict', thresholdM: 50, sharedEdgeM: null });
    expect(found.distanceM).toBeCloseTo(20, 6);
    expect(found.overlapM2).toBeCloseTo(1200, 4);
    expect(found.objectShare).toBeCloseTo(0.75, 6);
    expect(found.zoneShare).toBeCloseTo(1200 / (8000 + 360 * 50 + Math.PI * 2500), 6);
  });

  it('knows no overlap of an object without area', () => {
    const found = judged(test, pointFeature('o', 50, 90));
    expect(found).toMatchObject({ overlapM2: null, objectShare: null, zoneShare: null });
  });

  it('measures from a point too', () => {
    const found = judged(test, boxFeature('o', [10, -5, 10, 10]), pointFeature('s', 0, 0))!;
    expect(found.distanceM).toBeCloseTo(10, 6);
    expect(found.overlapM2).toBeCloseTo(100, 4);
  });

  it('is 0 away in a courtyard only if it is not one', () => {
    const ring = areaFeature('s', [
      [
        [0, 0],
        [200, 0],
        [200, 200],
        [0, 200],
      ],
      [
        [20, 20],
        [180, 20],
        [180, 180],
        [20, 180],
      ],
    ]);
    expect(judged(test, pointFeature('o', 10, 10), ring)?.distanceM).toBe(0);
    expect(judged(test, pointFeature('o', 60, 100), ring)?.distanceM).toBeCloseTo(40, 6);
    expect(judged(test, pointFeature('o', 100, 100), ring)).toBeNull();
  });

  it('takes half the width off a line, where the rule means the edge of what it stands for', () => {
    const road = lineFeature(
      'o',
      [
        [100 + 53, -500],
        [100 + 53, 500],
      ],
      { halfWidthM: 10 },
    );
    const measure = { from: 'boundary', screening: 'under' } as const;
    expect(judged(test, road)).toBeNull();
    expect(judged(test, road, campus, { measure: { ...measure, to: 'centreline' } })).toBeNull();
    for (const to of ['land-edge', 'outer-conductor'] as const) {
      expect(judged(test, road, campus, { measure: { ...measure, to } })?.distanceM).toBeCloseTo(43, 6);
    }
    const wide = lineFeature(
      'o',
      [
        [105, -500],
        [105, 500],
      ],
      { halfWidthM: 10 },
    );
    expect(judged(test, wide, campus, { measure: { ...measure, to: 'land-edge' } })?.distanceM).toBe(0);
  });
});

describe('overlaps', () => {
  const test: RuleTest = { relation: 'overlaps' };

  it('is a conflict with its area and shares', () => {
    const found = judged(test, boxFeature('o', [90, 0, 40, 80]))!;
    expect(found).toMatchObject({ verdict: 'conflict', distanceM: 0, thresholdM: null, sharedEdgeM: null });
    expect(found.overlapM2).toBeCloseTo(800, 4);
    expect(found.objectShare).toBeCloseTo(0.25, 6);
    expect(found.zoneShare).toBeCloseTo(0.1, 6);
  });

  it.each([
    ['a shared edge', [100, 0, 50, 80], undefined],
    ['a corner', [100, 80, 50, 50], undefined],
    ['a gap', [100.03, 0, 50, 80], undefined],
    ['half a millimetre', [99.9995, 0, 50, 80], undefined],
    ['a sliver of 2 cm', [99.98, 0, 50, 80], 'marginal'],
    ['a sliver of 7 cm', [99.93, 0, 50, 80], 'conflict'],
    ['less than 1 m²', [99.1, 79, 50, 50], 'marginal'],
    ['all of it', [10, 10, 20, 20], 'conflict'],
  ] as const)('%s', (_what, box, verdict) => {
    expect(judged(test, boxFeature('o', box))?.verdict).toBe(verdict);
  });

  it('takes the least area from the rule', () => {
    const corner = boxFeature('o', [95, 75, 50, 50]);
    expect(judged({ relation: 'overlaps', minOverlapM2: 24 }, corner)?.verdict).toBe('conflict');
    expect(judged({ relation: 'overlaps', minOverlapM2: 26 }, corner)?.verdict).toBe('marginal');
  });

  it('needs two areas', () => {
    expect(judged(test, pointFeature('o', 50, 40))).toBeNull();
    expect(
      judged(
        test,
        lineFeature('o', [
          [-10, 40],
          [110, 40],
        ]),
      ),
    ).toBeNull();
    expect(judged(test, boxFeature('o', [0, 0, 50, 50]), pointFeature('s', 20, 20))).toBeNull();
  });
});

describe('crosses', () => {
  const test: RuleTest = { relation: 'crosses' };

  it.each([
    [
      'through',
      [
        [50, -10],
        [50, 90],
      ],
      'conflict',
    ],
    [
      'inside',
      [
        [20, 20],
        [60, 60],
      ],
      'conflict',
    ],
    [
      'along the edge',
      [
        [-10, 0],
        [110, 0],
      ],
      undefined,
    ],
    [
      'to the edge',
      [
        [50, -10],
        [50, 0],
      ],
      undefined,
    ],
    [
      'over a corner',
      [
        [-10, 10],
        [10, -10],
      ],
      undefined,
    ],
    [
      '3 cm in',
      [
        [50, -10],
        [50, 0.03],
      ],
      'marginal',
    ],
    [
      'past it',
      [
        [-10, -10],
        [110, -10],
      ],
      undefined,
    ],
  ] as const)('a line %s', (_how, vertices, verdict) => {
    const line = lineFeature(
      'o',
      vertices.map(([x, y]) => [x, y]),
    );
    expect(judged(test, line)?.verdict).toBe(verdict);
  });

  it('measures no overlap of a line', () => {
    const found = judged(
      test,
      lineFeature('o', [
        [50, -10],
        [50, 90],
      ]),
    );
    expect(found).toMatchObject({ distanceM: 0, overlapM2: null, objectShare: null, zoneShare: null });
  });

  it('takes an area as an overlap, and a point as nothing', () => {
    expect(judged(test, boxFeature('o', [90, 0, 40, 80]))?.verdict).toBe('conflict');
    expect(judged(test, boxFeature('o', [100, 0, 40, 80]))).toBeNull();
    expect(judged(test, pointFeature('o', 50, 40))).toBeNull();
    expect(
      judged(
        test,
        lineFeature('o', [
          [-10, 0],
          [10, 0],
        ]),
        pointFeature('s', 0, 0),
      ),
    ).toBeNull();
  });
});

describe('adjacent', () => {
  const test: RuleTest = { relation: 'adjacent' };

  it('measures the common boundary', () => {
    const found = judged(test, boxFeature('o', [100, 20, 50, 200]))!;
    expect(found).toMatchObject({ verdict: 'conflict', distanceM: 0, overlapM2: 0, zoneShare: 0 });
    expect(found.sharedEdgeM! - 60).toBeLessThan(0.11);
    expect(found.sharedEdgeM! - 60).toBeGreaterThanOrEqual(-1e-6);
  });

  it.each([
    ['a gap within the tolerance', [100.04, 0, 50, 80], 'conflict'],
    ['a gap beyond it', [100.06, 0, 50, 80], undefined],
    ['a corner', [100, 80, 50, 50], undefined],
    ['an edge of half a metre', [100, 79.5, 50, 50], undefined],
    ['far inside', [30, 30, 10, 10], undefined],
  ] as const)('%s', (_what, box, verdict) => {
    expect(judged(test, boxFeature('o', box))?.verdict).toBe(verdict);
  });

  it('is marginal just below the least length', () => {
    const edge = boxFeature('o', [100, 20, 50, 40]);
    const shared = judged(test, edge)!.sharedEdgeM!;
    const verdictFor = (minSharedEdgeM: number) =>
      judged({ relation: 'adjacent', minSharedEdgeM }, edge)?.verdict;
    expect(verdictFor(shared)).toBe('conflict');
    expect(verdictFor(shared + 0.03)).toBe('marginal');
    expect(verdictFor(shared + 0.07)).toBeUndefined();
  });

  it('is nothing for a point', () => {
    expect(judged(test, boxFeature('o', [0, 0, 10, 10]), pointFeature('s', 0, 0))).toBeNull();
  });
});
