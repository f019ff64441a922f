import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/domain/json';
import type { RuleSubject } from '../../../src/domain/rule';
import { compileRule, isExempt, isObject, isSubject } from '../../../src/engine/subjects';
import { pairTolerance } from '../../../src/domain/tolerance';
import { ruleOf } from '../../builders/plan-records';
import { boxFeature } from '../../builders/small-town';

const box = (properties: JsonObject = {}) => boxFeature('x', [0, 0, 9, 9], properties);
const subject = (changes: Partial<RuleSubject>, properties: JsonObject) =>
  isSubject(compileRule(ruleOf('r', { subject: { layer: 'schools', ...changes } }), '1'), box(properties));

describe('a subject', () => {
  it.each([
    ['any stage', {}, { stage: 'senior', status: 'existing' }, true],
    ['its stage', { stages: ['primary'] }, { stage: 'primary' }, true],
    ['another stage', { stages: ['primary'] }, { stage: 'nine-year' }, false],
    ['no stage', { stages: ['primary'] }, {}, false],
    ['planned', {}, { status: 'planned' }, true],
    ['proposed', {}, { status: 'proposed' }, false],
    ['proposed, named', { statuses: ['proposed'] }, { status: 'proposed' }, true],
    ['no status', { statuses: ['existing'] }, {}, true],
    ['another status', { statuses: ['existing'] }, { status: 'planned' }, false],
    ['a where', { where: ['has', 'pupils'] }, { pupils: 3 }, true],
    ['a where that fails', { where: ['has', 'pupils'] }, {}, false],
    ['a reservation', { layer: 'reservations' }, {}, true],
    [
      'a reservation whose permit has run out',
      { layer: 'reservations' },
      { permits: [{ expiresOn: '2001-01-01' }] },
      true,
    ],
    ['a reservation that a document ended', { layer: 'reservations' }, { endedByDoc: '2024-1' }, false],
  ] as [string, Partial<RuleSubject>, JsonObject, boolean][])(
    '%s',
    (_what, changes, properties, expected) => {
      expect(subject(changes, properties)).toBe(expected);
    },
  );

  it('ended is no object either', () => {
    const rule = compileRule(ruleOf('r', { object: { layer: 'reservations' } }), '1');
    expect(isObject(rule, box())).toBe(true);
    expect(isObject(rule, box({ endedByDoc: '2024-1' }))).toBe(false);
  });
});

describe('a pair that no rule is about', () => {
  const school = {
    layer: 'schools',
    id: 's',
    properties: box({ parcelIds: ['p1', 2], hostParcelId: 'p3' }).properties,
  } as const;
  const parcel = (id: string) => ({ layer: 'parcels', id, properties: null }) as const;

  it('is a feature and itself', () => {
    expect(isExempt(school, school)).toBe(true);
    expect(isExempt(school, { ...school, id: 't' })).toBe(false);
    expect(isExempt(school, { ...school, layer: 'reservations' })).toBe(false);
  });

  it('is a school and its own parcels', () => {
    expect(['p1', '2', 'p3', 'p4'].map((id) => isExempt(school, parcel(id)))).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(isExempt(parcel('p1'), school)).toBe(true);
    expect(isExempt({ ...school, layer: 'reservations' }, parcel('p1'))).toBe(false);
  });
});

describe('the tolerance of a pair', () => {
  it('is the larger of the project’s and the layers’ accuracies together', () => {
    const accuracies = new Map([
      ['schools', 0.3],
      ['parcels', 0.4],
    ] as const);
    expect(pairTolerance(0.05, accuracies, 'schools', 'parcels')).toBeCloseTo(0.5, 12);
    expect(pairTolerance(0.05, accuracies, 'schools', 'roads')).toBe(0.3);
    expect(pairTolerance(0.6, accuracies, 'schools', 'parcels')).toBe(0.6);
    expect(pairTolerance(0.05, new Map(), 'schools', 'parcels')).toBe(0.05);
  });
});
