import { describe, expect, it } from 'vitest';
import type { Conflict, Finding } from '../../../src/domain/conflict';
import {
  conflictMarks,
  differingKeys,
  featureEmphasis,
  graver,
  lookKey,
  sameEmphasis,
  targetOf,
  type EmphasisInput,
} from '../../../src/map/feature-states';

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
    objectBox: [0, 0, 0, 0],
    objectAreaM2: null,
  };
}

const NOTHING: EmphasisInput = { selection: null, conflict: null, hovered: null, inHand: null };
const parcel = (id: string) => lookKey({ source: 'parcels', id });
const school = (id: string) => lookKey({ source: 'schools', id });
const badge = (id: string) => lookKey({ source: 'plan-points', id: `schools/${id}` });

describe('conflictMarks', () => {
  it('are those of the gravest of their conflicts, and marginal only if nothing is worse', () => {
    const findings = [
      finding('a', { severity: 'notice' }),
      finding('a', { severity: 'prohibit' }),
      finding('a', { severity: 'study' }),
      finding('b', { severity: 'prohibit', verdict: 'marginal' }),
      finding('c', { severity: 'prohibit', verdict: 'marginal' }),
      finding('c', { severity: 'notice' }),
    ];
    expect([...conflictMarks(findings, null)]).toEqual([
      [parcel('a'), 'prohibit'],
      [parcel('b'), 'marginal'],
      [parcel('c'), 'notice'],
    ]);
  });

  it('leave out what the site in hand has to do with', () => {
    const findings = [finding('old'), finding('other', { subject: { layer: 'schools', id: 't' } })];
    const marks = conflictMarks(findings, { collection: 'schools', id: 's' });
    expect([...marks.keys()]).toEqual([parcel('other')]);
  });

  it('yield to graver ones', () => {
    expect(graver('study', 'prohibit')).toBe('prohibit');
    expect(graver('prohibit', 'study')).toBe('prohibit');
    expect(graver(undefined, 'marginal')).toBe('marginal');
  });
});

describe('featureEmphasis', () => {
  it('selects a school together with its badge', () => {
    const found = featureEmphasis({
      ...NOTHING,
      selection: { kind: 'feature', ref: { layer: 'schools', id: 's' } },
    });
    expect([...found.keys()].sort()).toEqual([badge('s'), school('s')].sort());
  });

  it('selects both sides of a selected conflict', () => {
    const { conflict } = finding('a');
    const found = featureEmphasis({
      ...NOTHING,
      selection: { kind: 'conflict', id: conflict.id },
      conflict,
      hovered: { layer: 'parcels', id: 'a' },
    });
    expect(found.get(parcel('a'))).toEqual({ selected: true, hovered: true });
    expect(found.get(school('s'))).toEqual({ selected: true });
  });

  it('does not select the site in hand', () => {
    const found = featureEmphasis({
      ...NOTHING,
      selection: { kind: 'feature', ref: { layer: 'schools', id: 's' } },
      inHand: { collection: 'schools', id: 's' },
    });
    expect(found.get(school('s'))).toEqual({ inHand: true });
  });

  it('is told apart by each of its parts', () => {
    expect(sameEmphasis({ selected: true }, { selected: true })).toBe(true);
    expect(sameEmphasis({ selected: true }, {})).toBe(false);
    expect(sameEmphasis({ hovered: true }, {})).toBe(false);
    expect(sameEmphasis({ inHand: true }, {})).toBe(false);
  });
});

describe('differingKeys', () => {
  it('names what came, went and changed, and nothing else', () => {
    const before = new Map([
      ['same', 1],
      ['changed', 2],
      ['gone', 3],
    ]);
    const after = new Map([
      ['same', 1],
      ['changed', 4],
      ['new', 5],
    ]);
    expect(differingKeys(before, after)).toEqual(['changed', 'new', 'gone']);
    expect(differingKeys(before, new Map(before))).toEqual([]);
  });
});

describe('lookKey', () => {
  it('keeps ids with any signs in them, and knows what comes in tiles', () => {
    const id = 'a/b:c\nd';
    expect(targetOf(lookKey({ source: 'parcels', id }))).toEqual({
      source: 'parcels',
      sourceLayer: 'parcels',
      id,
    });
    expect(targetOf(lookKey({ source: 'schools', id }))).toEqual({ source: 'schools', id });
  });
});
