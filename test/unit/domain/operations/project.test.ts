import { describe, expect, test } from 'vitest';
import type { Rejection } from '../../../../src/domain/operation';
import { addPack } from '../../../../src/domain/operations/add-pack';
import { importCollection } from '../../../../src/domain/operations/import-collection';
import { importReferenceLayer } from '../../../../src/domain/operations/import-reference-layer';
import { removeLayer } from '../../../../src/domain/operations/remove-layer';
import { removePack } from '../../../../src/domain/operations/remove-pack';
import { setProjectInfo } from '../../../../src/domain/operations/set-project-info';
import { setRuleDistance } from '../../../../src/domain/operations/set-rule-distance';
import { setRuleEnabled } from '../../../../src/domain/operations/set-rule-enabled';
import { setStandard } from '../../../../src/domain/operations/set-standard';
import { setTargets } from '../../../../src/domain/operations/set-targets';
import {
  featuresOf,
  layerOf,
  packsOf,
  planOf,
  projectOf,
  targetsOf,
  type Plan,
} from '../../../../src/domain/plan';
import { apply, invert, isEmpty, type PlanDiff } from '../../../../src/domain/plan-diff';
import type { Result } from '../../../../src/domain/result';
import type { Target } from '../../../../src/domain/target';
import {
  featureRecord,
  layerRecord,
  packRecord,
  projectRecord,
  ruleOf,
  schoolRecord,
} from '../../../builders/plan-records';

function after(plan: Plan, result: Result<PlanDiff, Rejection>): Plan {
  if (!result.ok) throw new Error(result.error.code);
  return apply(plan, result.value);
}

function codeOf(result: Result<PlanDiff, Rejection>): string {
  return result.ok ? (isEmpty(result.value) ? 'nothing' : 'accepted') : result.error.code;
}

describe('rules and standards', () => {
  const plan = planOf([packRecord('national'), packRecord('office', 'rules/office.json')]);

  test('a rule of a shipped pack that is changed makes the pack the project’s own', () => {
    const result = setRuleDistance(plan, { pack: 'national', rule: 'national.near', distanceM: 250 });
    const next = after(plan, result);
    const record = packsOf(next).find(({ pack }) => pack.id === 'national');
    expect(record?.source).toBe('rules/national.json');
    expect(record?.pack.rules[0]?.test).toEqual({ relation: 'within-distance', distanceM: 250 });
    expect(record?.pack.rules[1]).toBe(packsOf(plan)[0]?.pack.rules[1]);
    expect(result.ok && apply(next, invert(result.value))).toEqual(plan);
  });

  test('its file is not one that another pack has', () => {
    const crowded = planOf([packRecord('national'), packRecord('other', 'rules/national.json')]);
    const next = after(
      crowded,
      setRuleEnabled(crowded, { pack: 'national', rule: 'national.near', enabled: false }),
    );
    expect(packsOf(next).map(({ source }) => source)).toContain('rules/national-2.json');
  });

  test('a pack of the project keeps its file', () => {
    const next = after(plan, setRuleEnabled(plan, { pack: 'office', rule: 'office.over', enabled: false }));
    expect(packsOf(next)[1]?.source).toBe('rules/office.json');
    expect(packsOf(next)[1]?.pack.rules.map(({ enabled }) => enabled)).toEqual([undefined, false]);
  });

  test.each([
    ['nothing', setRuleEnabled(plan, { pack: 'national', rule: 'national.near', enabled: true })],
    ['nothing', setRuleDistance(plan, { pack: 'national', rule: 'national.near', distanceM: 200 })],
    ['rule.bad-distance', setRuleDistance(plan, { pack: 'national', rule: 'national.near', distanceM: 0 })],
    ['rule.bad-distance', setRuleDistance(plan, { pack: 'national', rule: 'national.near', distanceM: NaN })],
    [
      'rule.bad-distance',
      setRuleDistance(plan, { pack: 'national', rule: 'national.near', distanceM: Infinity }),
    ],
    ['rule.no-distance', setRuleDistance(plan, { pack: 'national', rule: 'national.over', distanceM: 20 })],
    ['rule.missing', setRuleDistance(plan, { pack: 'national', rule: '?', distanceM: 20 })],
    ['pack.missing', setRuleEnabled(plan, { pack: '?', rule: '?', enabled: false })],
    [
      'nothing',
      setStandard(plan, { pack: 'national', standard: 'cn.primary-radius', value: 500, enabled: true }),
    ],
    ['standard.bad-value', setStandard(plan, { pack: 'national', standard: 'cn.primary-radius', value: -1 })],
    ['standard.missing', setStandard(plan, { pack: 'national', standard: '?', value: 1 })],
    ['pack.missing', removePack(plan, { pack: '?' })],
    ['pack.taken', addPack(plan, { source: 'rules/x.json', pack: packRecord('national').pack })],
    ['pack.file-taken', addPack(plan, { source: 'rules/office.json', pack: packRecord('x').pack })],
    [
      'rule.taken',
      addPack(plan, {
        source: 'rules/x.json',
        pack: packRecord('x', '', { rules: [ruleOf('office.near')] }).pack,
      }),
    ],
    [
      'rule.taken',
      addPack(plan, {
        source: 'rules/x.json',
        pack: packRecord('x', '', { rules: [ruleOf('a'), ruleOf('a')] }).pack,
      }),
    ],
  ])('answers %s', (code, result) => {
    expect(codeOf(result)).toBe(code);
  });

  test('a standard gets another value, and the pack another file', () => {
    const next = after(
      plan,
      setStandard(plan, { pack: 'national', standard: 'cn.primary-radius', value: 600 }),
    );
    const record = packsOf(next).find(({ pack }) => pack.id === 'national');
    expect(record?.pack.standards?.[0]?.value).toBe(600);
    expect(record?.source).toBe('rules/national.json');
  });

  test('packs come and go', () => {
    const more = after(plan, addPack(plan, { source: 'builtin:henan', pack: packRecord('henan').pack }));
    expect(packsOf(more).map(({ pack }) => pack.id)).toEqual(['national', 'office', 'henan']);
    expect(after(more, removePack(more, { pack: 'henan' }))).toEqual(plan);
  });
});

describe('targets and project', () => {
  const target: Target = { programme: 'next', district: null, stage: 'primary', sites: 4, basis: 'new' };
  test('targets are replaced as a whole', () => {
    const plan = planOf([{ kind: 'targets', targets: [] }]);
    expect(targetsOf(after(plan, setTargets(plan, { targets: [target] })))).toEqual([target]);
    expect(targetsOf(after(new Map(), setTargets(new Map(), { targets: [target] })))).toEqual([target]);
  });
  test.each([
    ['target.bad-count', [{ ...target, sites: -1 }]],
    ['target.bad-count', [{ ...target, sites: 1.5 }]],
    ['target.incomplete', [{ ...target, stage: '' }]],
    ['target.twice', [target, { ...target, sites: 5 }]],
  ])('refuses: %s', (code, targets) => {
    expect(codeOf(setTargets(new Map(), { targets }))).toBe(code);
  });

  test('the project is renamed, and keeps its frame and unknown members', () => {
    const plan = planOf([projectRecord({ members: { office: 1 } })]);
    const info = projectOf(after(plan, setProjectInfo(plan, { name: '江城' })));
    expect(info).toMatchObject({ name: '江城', frame: { lon: 106, lat: 31.6 }, members: { office: 1 } });
    expect(codeOf(setProjectInfo(plan, { name: ' ' }))).toBe('property.empty');
    expect(codeOf(setProjectInfo(plan, { classification: '' }))).toBe('property.empty');
    expect(codeOf(setProjectInfo(plan, { toleranceM: -1 }))).toBe('project.bad-tolerance');
    expect(codeOf(setProjectInfo(plan, { toleranceM: 0.05 }))).toBe('nothing');
    expect(codeOf(setProjectInfo(new Map(), { name: '江城' }))).toBe('project.none');
  });
  test('the household size is assumed and taken back', () => {
    const plan = planOf([projectRecord()]);
    const assumed = after(plan, setProjectInfo(plan, { householdSize: 2.6 }));
    expect(projectOf(assumed)?.householdSize).toBe(2.6);
    expect(projectOf(after(assumed, setProjectInfo(assumed, { name: '江城' })))?.householdSize).toBe(2.6);
    expect(after(assumed, setProjectInfo(assumed, { householdSize: null }))).toEqual(plan);
    expect(codeOf(setProjectInfo(plan, { householdSize: null }))).toBe('nothing');
    for (const householdSize of [0, -1, NaN, 21]) {
      expect(codeOf(setProjectInfo(plan, { householdSize }))).toBe('project.bad-household-size');
    }
  });
});

describe('layers', () => {
  const plan = planOf([
    layerRecord({
      name: 'schools',
      file: '学校.geojson',
      accuracyM: 0.3,
      members: { note: 'old' },
      unread: ['a'],
    }),
    schoolRecord('S-1'),
    schoolRecord('S-2'),
  ]);
  const incoming = [
    { id: 'S-2', feature: schoolRecord('S-2', { name: '新名' }).feature },
    { id: 'S-3', feature: schoolRecord('S-3').feature },
  ];

  test('replacing keeps none of the former features, nor what came with them', () => {
    const next = after(
      plan,
      importCollection(plan, {
        collection: 'schools',
        features: incoming,
        members: { title: 't' },
        unread: [1],
        mode: 'replace',
      }),
    );
    expect(featuresOf(next, 'schools').map(({ id, feature }) => [id, feature.properties?.name])).toEqual([
      ['S-2', '新名'],
      ['S-3', '学校 S-3'],
    ]);
    expect(layerOf(next, 'schools')).toEqual({
      name: 'schools',
      file: '学校.geojson',
      accuracyM: 0.3,
      members: { title: 't' },
      unread: [1],
    });
  });

  test('merging keeps the others and everything that could not be read', () => {
    const next = after(
      plan,
      importCollection(plan, {
        collection: 'schools',
        features: incoming,
        members: { title: 't' },
        unread: [1],
        mode: 'merge',
      }),
    );
    expect(featuresOf(next, 'schools').map(({ id }) => id)).toEqual(['S-1', 'S-2', 'S-3']);
    expect(layerOf(next, 'schools')).toMatchObject({
      members: { note: 'old', title: 't' },
      unread: ['a', 1],
    });
  });

  test('a first import makes the layer', () => {
    const next = after(
      new Map(),
      importCollection(new Map(), { collection: 'reservations', features: [], mode: 'replace' }),
    );
    expect(layerOf(next, 'reservations')).toEqual({ name: 'reservations', file: 'reservations.geojson' });
  });

  test('an id that comes twice is refused', () => {
    const features = [...incoming, ...incoming];
    expect(codeOf(importCollection(plan, { collection: 'schools', features, mode: 'merge' }))).toBe(
      'feature.id-twice',
    );
  });

  test('a reference layer comes, is replaced, and goes', () => {
    const first = importReferenceLayer(plan, {
      layer: { name: 'parcels', file: 'parcels.geojson', hash: 'a' },
    });
    const one = after(plan, first);
    expect(
      codeOf(importReferenceLayer(one, { layer: { name: 'parcels', file: 'parcels.geojson', hash: 'a' } })),
    ).toBe('nothing');
    const two = after(
      one,
      importReferenceLayer(one, { layer: { name: 'parcels', file: 'parcels.geojson', hash: 'b' } }),
    );
    expect(layerOf(two, 'parcels')?.hash).toBe('b');
    expect(layerOf(after(two, removeLayer(two, { layer: 'parcels' })), 'parcels')).toBeNull();
    expect(codeOf(importReferenceLayer(plan, { layer: { name: 'parcels', file: 'p.geojson' } }))).toBe(
      'layer.not-reference',
    );
    expect(
      codeOf(importReferenceLayer(plan, { layer: { name: 'schools', file: 's.geojson', hash: 'a' } })),
    ).toBe('layer.not-reference');
  });

  test('a collection goes with its features; what every project has stays', () => {
    const reserved = planOf([
      layerRecord({ name: 'reservations', file: 'r.geojson' }),
      featureRecord('reservations', 'R-1'),
    ]);
    expect(after(reserved, removeLayer(reserved, { layer: 'reservations' })).size).toBe(0);
    expect(codeOf(removeLayer(plan, { layer: 'schools' }))).toBe('layer.needed');
    expect(codeOf(removeLayer(plan, { layer: 'parcels' }))).toBe('layer.missing');
  });
});
