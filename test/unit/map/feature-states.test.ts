import { describe, expect, it } from 'vitest';
import type { Conflict, Finding } from '../../../src/domain/conflict';
import { featureLooks, lookKey, sameLook, targetOf, type LookInput } from '../../../src/map/feature-states';

function finding(object: string, changes: Partial<Conflict> = {}): Finding {
  const conflict: Conflict = {
    id: `r:s:${object}`,
    rule: 'r',
    severity: 'restrict',
    verdict: 'conflict',
    screening: 'none',
    subject: { layer: 'schools', id: 's' },
    object: { layer: 'parcels', id: object },
    relation: 'overlaps',
    distanceM: 0,
    thresholdM: null,
    overlapM2: 10,
    objectShare: null,
    zoneShare: null,
    sharedEdgeM: null,
    evidence: '',
    ...changes,
  };
  return {
    conflict,
    subjectName: '',
    objectName: '',
    objectUse: null,
    objectScheme: null,
    districtId: null,
    box: [0, 0, 0, 0],
  };
}

const NOTHING: LookInput = {
  findings: [],
  preview: [],
  selection: null,
  conflict: null,
  hovered: null,
  inHand: null,
};
const parcel = (id: string) => lookKey({ source: 'parcels', id });
const school = (id: string) => lookKey({ source: 'schools', id });
const badge = (id: string) => lookKey({ source: 'plan-points', id: `schools/${id}` });

describe('featureLooks', () => {
  it('marks objects by the gravest of their conflicts, and by marginal only if nothing is worse', () => {
    const looks = featureLooks({
      ...NOTHING,
      findings: [
        finding('a', { severity: 'notice' }),
        finding('a', { severity: 'prohibit' }),
        finding('a', { severity: 'study' }),
        finding('b', { severity: 'prohibit', verdict: 'marginal' }),
        finding('c', { severity: 'prohibit', verdict: 'marginal' }),
        finding('c', { severity: 'notice' }),
      ],
    });
    expect(looks.get(parcel('a'))).toEqual({ mark: 'prohibit' });
    expect(looks.get(parcel('b'))).toEqual({ mark: 'marginal' });
    expect(looks.get(parcel('c'))).toEqual({ mark: 'notice' });
  });

  it('selects a school together with its badge', () => {
    const looks = featureLooks({
      ...NOTHING,
      selection: { kind: 'feature', ref: { layer: 'schools', id: 's' } },
    });
    expect([...looks.keys()].sort()).toEqual([badge('s'), school('s')].sort());
  });

  it('selects both sides of a selected conflict and keeps the mark', () => {
    const found = finding('a');
    const looks = featureLooks({
      ...NOTHING,
      findings: [found],
      selection: { kind: 'conflict', id: found.conflict.id },
      conflict: found.conflict,
      hovered: { layer: 'parcels', id: 'a' },
    });
    expect(looks.get(parcel('a'))).toEqual({ mark: 'restrict', selected: true, hovered: true });
    expect(looks.get(school('s'))).toEqual({ selected: true });
  });

  it('shows the findings of the site in hand in place of those of its record', () => {
    const looks = featureLooks({
      ...NOTHING,
      findings: [finding('old'), finding('other', { subject: { layer: 'schools', id: 't' } })],
      preview: [finding('new')],
      selection: { kind: 'feature', ref: { layer: 'schools', id: 's' } },
      inHand: { collection: 'schools', id: 's' },
    });
    expect(looks.has(parcel('old'))).toBe(false);
    expect(looks.get(parcel('new'))).toEqual({ mark: 'restrict' });
    expect(looks.get(parcel('other'))).toEqual({ mark: 'restrict' });
    expect(looks.get(school('s'))).toEqual({ inHand: true });
  });
});

describe('lookKey', () => {
  it('keeps ids with any signs in them', () => {
    const target = { source: 'parcels', id: 'a/b:c\nd' };
    expect(targetOf(lookKey(target))).toEqual(target);
  });
});

describe('sameLook', () => {
  it('tells looks apart by each of their parts', () => {
    expect(sameLook({ mark: 'study' }, { mark: 'study' })).toBe(true);
    expect(sameLook(undefined, {})).toBe(true);
    expect(sameLook({ mark: 'study' }, { mark: 'notice' })).toBe(false);
    expect(sameLook({ selected: true }, {})).toBe(false);
    expect(sameLook({ hovered: true }, {})).toBe(false);
    expect(sameLook({ inHand: true }, {})).toBe(false);
  });
});
