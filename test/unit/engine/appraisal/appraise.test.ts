import { describe, expect, it } from 'vitest';
import type { RuleAppraisal } from '../../../../src/domain/appraisal';
import type { JsonObject } from '../../../../src/domain/json';
import type { Rule, Standard } from '../../../../src/domain/rule';
import { appraisalOf } from '../../../../src/engine/appraisal/appraise';
import { appraised, stateOf } from '../../../builders/appraised';
import type { Town } from '../../../builders/check-input';
import { ruleOf, STANDARD } from '../../../builders/plan-records';
import { boxFeature, lineFeature, pointFeature } from '../../../builders/small-town';

const NEAR: Rule = ruleOf('near', {
  object: { layer: 'parcels' },
  test: { relation: 'within-distance', distanceM: 200 },
  measure: { from: 'boundary', to: 'boundary', screening: 'none' },
});

const SCHOOL = boxFeature('S1', [0, 0, 100, 100], {
  name: '江北二小',
  stage: 'primary',
  classes: 24,
  pupils: 1000,
});

/** One parcel, `gapM` east of the school. */
function town(gapM: number, more: Partial<Town> = {}, properties: JsonObject = {}): Town {
  const parcel = boxFeature('P1', [100 + gapM, 0, 50, 50], {
    landUse: '070102',
    codeScheme: 'MNR2023',
    ...properties,
  });
  return {
    rules: [NEAR],
    ...more,
    layers: { schools: [SCHOOL], parcels: [parcel], ...more.layers },
  };
}

function outcome(made: Town): RuleAppraisal {
  const [only] = appraised(stateOf(made), { kind: 'parcel', id: 'P1' }).rules;
  if (!only) throw new Error('no rule is about parcels');
  return only;
}

describe('one rule', () => {
  it('tells by how much the nearest school is clear of the limit', () => {
    const { outcome: said, pairs, tested } = outcome(town(243));
    expect(said).toBe('clear');
    expect(tested).toBe(1);
    expect(pairs[0]).toMatchObject({ otherName: '江北二小', thresholdM: 200, overlapM2: 0, conflict: null });
    expect(pairs[0]!.distanceM).toBeCloseTo(243, 2);
    expect(pairs[0]!.marginM).toBeCloseTo(43, 2);
  });

  it('tells by how much it falls short, and what is marginal', () => {
    const failed = outcome(town(150));
    expect(failed.outcome).toBe('conflict');
    expect(failed.pairs[0]!.marginM).toBeCloseTo(-50, 2);
    expect(failed.pairs[0]!.overlapM2).toBeGreaterThan(2000);
    const marginal = outcome(town(200.02));
    expect(marginal.outcome).toBe('marginal');
    expect(marginal).toMatchObject({ failed: 0, marginal: 1 });
  });

  it('is not clear where a check that can miss found nothing', () => {
    const rule: Rule = { ...NEAR, measure: { from: 'wall', to: 'boundary', screening: 'under' } };
    const said = outcome(town(243, { rules: [rule] }));
    expect(said.outcome).toBe('undecided');
    expect(said.reason).toEqual({ kind: 'screening' });
    expect(said.pairs[0]!.marginM).toBeCloseTo(43, 2);
    expect(outcome(town(150, { rules: [rule] })).outcome).toBe('conflict');
  });

  it('says by which properties it does not concern the land', () => {
    const rule: Rule = {
      ...NEAR,
      object: {
        layer: 'parcels',
        where: ['all', ['==', ['get', 'kind'], 'proposal'], ['==', ['get', 'landUse'], '0804']],
      },
    };
    const said = outcome(town(10, { rules: [rule] }));
    expect(said.outcome).toBe('not-concerned');
    expect(said.reason).toEqual({
      kind: 'filtered',
      read: [
        { name: 'kind', value: null },
        { name: 'landUse', value: '070102' },
      ],
    });
    expect(said.pairs).toEqual([]);
  });

  it('decides nothing where the land does not state its use', () => {
    const rule: Rule = {
      ...NEAR,
      object: { layer: 'parcels', where: ['==', ['get', 'landUse'], '0804'] },
    };
    const said = outcome(town(10, { rules: [rule] }, { landUse: '' }));
    expect(said.outcome).toBe('undecided');
    expect(said.reason).toEqual({ kind: 'unknown', missing: ['landUse'] });
  });

  it('cannot run without the layer that it needs', () => {
    const rule: Rule = { ...NEAR, subject: { layer: 'reservations' } };
    const said = outcome(town(10, { rules: [rule] }));
    expect(said.outcome).toBe('not-run');
    expect(said.reason).toEqual({ kind: 'missing-layer', layer: 'reservations' });
  });

  it('is clear, of nobody, where it has no subjects', () => {
    const rule: Rule = {
      ...NEAR,
      subject: { layer: 'schools', stages: ['senior'] },
      measure: { from: 'wall', to: 'boundary', screening: 'under' },
    };
    expect(outcome(town(10, { rules: [rule] }))).toMatchObject({ outcome: 'clear', tested: 0, pairs: [] });
  });

  it('takes the half width of a road off the distance, of a farther but wider one too', () => {
    const rule = ruleOf('road', {
      subject: { layer: 'parcels' },
      object: { layer: 'roads' },
      test: { relation: 'within-distance', distanceM: 20 },
      measure: { from: 'boundary', to: 'land-edge', screening: 'none' },
    });
    const roads = [
      lineFeature(
        'narrow',
        [
          [-100, -90],
          [400, -90],
        ],
        { class: 'branch', halfWidthM: 5 },
      ),
      lineFeature(
        'wide',
        [
          [-100, -100],
          [400, -100],
        ],
        { class: 'arterial', halfWidthM: 30 },
      ),
    ];
    const { pairs } = outcome(town(10, { rules: [rule], layers: { roads } }));
    expect(pairs[0]!.other.id).toBe('wide');
    expect(pairs[0]!.distanceM).toBeCloseTo(70, 2);
    expect(pairs[0]!.marginM).toBeCloseTo(50, 2);
  });

  it('measures the length of a line inside, and the shared edge of a neighbour', () => {
    const crossing = ruleOf('cross', {
      subject: { layer: 'parcels' },
      object: { layer: 'roads' },
      test: { relation: 'crosses' },
    });
    const roads = [
      lineFeature('W', [
        [0, 25],
        [400, 25],
      ]),
    ];
    expect(outcome(town(10, { rules: [crossing], layers: { roads } })).pairs[0]!.insideM).toBeCloseTo(50, 2);
    const adjacent = ruleOf('edge', {
      object: { layer: 'parcels' },
      test: { relation: 'adjacent', minSharedEdgeM: 60 },
    });
    const edge = outcome(town(0, { rules: [adjacent] }));
    expect(edge.outcome).toBe('clear');
    expect(edge.pairs[0]!.sharedEdgeM).toBeCloseTo(50, 0);
  });
});

describe('the land', () => {
  it('may be a proposal in a project without parcels', () => {
    const { layers, ...rest } = town(150);
    const feature = { ...layers.parcels![0]!, id: '' };
    const state = stateOf({ ...rest, layers: { schools: [SCHOOL] } });
    const made = appraised(state, { kind: 'proposal', feature });
    expect(made.id).toBe('proposal');
    expect(made.areaM2).toBeCloseTo(2500, 1);
    expect(made.rules[0]!.outcome).toBe('conflict');
  });

  it('is none where no parcel has that id', () => {
    expect(appraisalOf(stateOf(town(10)), { kind: 'parcel', id: 'P9' })).toBeNull();
  });

  it('is no conflict of the school whose own it is', () => {
    const schools = [{ ...SCHOOL, properties: { ...SCHOOL.properties, parcelIds: ['P1'] } }];
    const made = appraised(stateOf(town(0, { layers: { schools } })), { kind: 'parcel', id: 'P1' });
    expect(made.rules[0]).toMatchObject({ outcome: 'clear', pairs: [] });
    expect(made.ownSchools).toEqual([{ id: 'S1', name: '江北二小' }]);
  });
});

describe('schools that serve it', () => {
  const standard = (kind: Standard['kind'], stage: string, value: number): Standard => ({
    ...STANDARD,
    id: `${kind}.${stage}`,
    kind,
    stage,
    value,
  });
  const standards = [
    standard('service-radius', 'primary', 300),
    standard('pupils-per-class', 'primary', 45),
    standard('seats', 'primary', 100),
  ];

  it('are named with share and free places', () => {
    const { schools, seatStandards, householdSize } = appraised(
      stateOf(town(275, { standards, info: { householdSize: 2.8 } })),
      { kind: 'parcel', id: 'P1' },
    );
    expect(schools).toHaveLength(1);
    expect(schools[0]).toMatchObject({ school: 'S1', stage: 'primary', seats: 1080, pupils: 1000 });
    expect(schools[0]!.distanceM).toBeCloseTo(275, 2);
    // 25 of 50 m lie within 300 m of the school's straight side.
    expect(schools[0]!.share).toBeCloseTo(0.5, 3);
    expect(seatStandards.map(({ stage, value }) => [stage, value])).toEqual([['primary', 100]]);
    expect(householdSize).toBe(2.8);
  });

  it('are none out of reach, and their places unknown where data are missing', () => {
    const out = appraised(stateOf(town(301, { standards })), { kind: 'parcel', id: 'P1' });
    expect(out.schools).toEqual([]);
    expect(out.hasSchools).toBe(true);
    const schools = [pointFeature('S2', 0, 0, { stage: 'nine-year', status: 'planned' })];
    const [first] = appraised(stateOf(town(0, { standards, layers: { schools } })), {
      kind: 'parcel',
      id: 'P1',
    }).schools;
    expect(first).toMatchObject({ stage: 'primary', status: 'planned', seats: null, pupils: null, share: 1 });
  });
});
