import { describe, expect, it } from 'vitest';
import type { GeoFeature } from '../../../src/domain/feature';
import type { JsonObject } from '../../../src/domain/json';
import type { Rule } from '../../../src/domain/rule';
import { evidenceOf } from '../../../src/engine/evidence';
import { itemOf } from '../../../src/engine/layer-item';
import { compileRule } from '../../../src/engine/subjects';
import { createFrame } from '../../../src/geo/frame';
import { ruleOf } from '../../builders/plan-records';
import { boxFeature, lineFeature, TOWN_CENTRE } from '../../builders/small-town';

const frame = createFrame(TOWN_CENTRE);
const rule = ruleOf('r', {
  subject: {
    layer: 'schools',
    stages: ['primary'],
    statuses: ['existing', 'planned'],
    where: ['has', 'classes'],
  },
  object: { layer: 'parcels', where: ['==', ['get', 'landUse'], '0701'] },
});
const school = boxFeature('s', [0, 0, 100, 80], {
  stage: 'primary',
  status: 'existing',
  classes: 12,
  name: 'A',
});
const parcel = boxFeature('o', [120, 0, 100, 80], { landUse: '0701', name: 'P' });

function evidence(
  changes: { rule?: Partial<Rule>; school?: GeoFeature; parcel?: GeoFeature; tolM?: number } = {},
) {
  return evidenceOf(
    compileRule({ ...rule, ...changes.rule }, '1.0.0'),
    itemOf(frame, 'schools', 's', changes.school ?? school),
    itemOf(frame, 'parcels', 'o', changes.parcel ?? parcel),
    changes.tolM ?? 0.05,
  );
}

function having(feature: GeoFeature, properties: JsonObject): GeoFeature {
  return { ...feature, properties: { ...feature.properties, ...properties } };
}

const original = evidence();

describe('evidence', () => {
  it('is a SHA-256', () => expect(original).toMatch(/^[0-9a-f]{64}$/));

  it.each([
    ['the subject moves', { school: boxFeature('s', [0.001, 0, 100, 80], school.properties!) }],
    ['the object moves', { parcel: boxFeature('o', [120.001, 0, 100, 80], parcel.properties!) }],
    ['its stage', { school: having(school, { stage: 'nine-year' }) }],
    ['its status', { school: having(school, { status: 'planned' }) }],
    ['a property that the subject filter reads', { school: having(school, { classes: 18 }) }],
    ['a property that the object filter reads', { parcel: having(parcel, { landUse: '0702' }) }],
    ['mixed uses beside it', { parcel: having(parcel, { landUses: [{ code: '0701', share: 1 }] }) }],
    ['the tolerance', { tolM: 0.3 }],
    ['the distance', { rule: { test: { relation: 'within-distance', distanceM: 201 } } }],
    ['the datum', { rule: { measure: { from: 'gate', to: 'boundary', screening: 'over' } } }],
    ['the statuses', { rule: { subject: { ...rule.subject, statuses: ['existing'] } } }],
    ['the object filter', { rule: { object: { layer: 'parcels' } } }],
  ] as const)('changes with %s', (_what, changes) => {
    expect(evidence(changes as Parameters<typeof evidence>[0])).not.toBe(original);
  });

  it.each([
    ['names', { school: having(school, { name: 'B' }), parcel: having(parcel, { name: 'Q' }) }],
    [
      'properties that no filter reads',
      { school: having(school, { pupils: 5 }), parcel: having(parcel, { far: 2 }) },
    ],
    [
      'titles and citations',
      { rule: { title: { zh: '新', en: 'new' }, basis: { ...rule.basis, clause: '第一条' } } },
    ],
    ['examples', { rule: { examples: [{ subject: school, object: parcel, expect: 'clear' }] } }],
    ['severity', { rule: { severity: 'notice' } }],
    ['a shift below 0.1 mm', { school: boxFeature('s', [0.00001, 0, 100, 80], school.properties!) }],
  ] as const)('stays with other %s', (_what, changes) => {
    expect(evidence(changes as Parameters<typeof evidence>[0])).toBe(original);
  });

  it('covers half the width of a line only where the rule uses it', () => {
    const wide = lineFeature(
      'o',
      [
        [120, 0],
        [120, 80],
      ],
      { halfWidthM: 10 },
    );
    const narrow = lineFeature(
      'o',
      [
        [120, 0],
        [120, 80],
      ],
      { halfWidthM: 5 },
    );
    const to = (datum: 'land-edge' | 'centreline', line: GeoFeature) =>
      evidence({ parcel: line, rule: { measure: { from: 'boundary', to: datum, screening: 'under' } } });
    expect(to('land-edge', wide)).not.toBe(to('land-edge', narrow));
    expect(to('centreline', wide)).toBe(to('centreline', narrow));
  });

  it('of one rule is that of the tolerance in hand', () => {
    const compiled = compileRule(rule, '1.0.0');
    const [subject, object] = [itemOf(frame, 'schools', 's', school), itemOf(frame, 'parcels', 'o', parcel)];
    const [first, other, again] = [0.05, 0.3, 0.05].map((tolM) =>
      evidenceOf(compiled, subject, object, tolM),
    );
    expect(first).toBe(original);
    expect(other).toBe(evidence({ tolM: 0.3 }));
    expect(again).toBe(original);
  });

  it('does not look at status where the rule does not', () => {
    const anyStatus = { subject: { layer: 'schools' } } as const;
    expect(evidence({ rule: anyStatus, school: having(school, { status: 'planned' }) })).toBe(
      evidence({ rule: anyStatus }),
    );
  });
});
