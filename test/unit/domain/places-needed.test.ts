import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Appraisal, ServingSchool } from '../../../src/domain/appraisal';
import type { JsonObject } from '../../../src/domain/json';
import {
  freePlaces,
  householdsOf,
  householdSizeOf,
  NO_EDITS,
  placesNeeded,
} from '../../../src/domain/places-needed';
import type { Standard } from '../../../src/domain/rule';
import { STANDARD, squareAt } from '../../builders/plan-records';

const seats = (stage: string, value: number): Standard => ({
  ...STANDARD,
  id: `seats.${stage}`,
  kind: 'seats',
  stage,
  value,
});

const serving = (changes: Partial<ServingSchool> = {}): ServingSchool => ({
  school: 'S1',
  name: '江北二小',
  stage: 'primary',
  status: 'existing',
  radiusM: 500,
  distanceM: 100,
  share: 1,
  seats: 1080,
  pupils: 1000,
  box: null,
  ...changes,
});

function land(changes: Partial<Appraisal> = {}, properties: JsonObject = { households: 100 }): Appraisal {
  const feature = { type: 'Feature', geometry: squareAt(106, 31.6), properties } as const;
  return {
    revision: 1,
    target: { kind: 'proposal', feature },
    id: 'proposal',
    feature,
    box: null,
    areaM2: 1000,
    districtId: null,
    ownSchools: [],
    rules: [],
    otherRules: 0,
    schools: [],
    hasSchools: true,
    seatStandards: [seats('primary', 100)],
    householdSize: 2.8,
    ...changes,
  };
}

describe('places needed', () => {
  it('are households × places per 1,000 residents × persons per household, rounded up', () => {
    const [primary] = placesNeeded(land(), NO_EDITS);
    expect(primary).toMatchObject({ stage: 'primary', needed: 28 });
    expect(primary!.perHousehold).toBeCloseTo(0.28);
    expect(placesNeeded(land({}, { households: 101 }), NO_EDITS)[0]!.needed).toBe(29);
  });

  it('are not known without households, size or standard; nothing is assumed', () => {
    expect(placesNeeded(land({}, {}), NO_EDITS)[0]).toMatchObject({ needed: null, balance: null });
    expect(placesNeeded(land({ householdSize: null }), NO_EDITS)[0]).toMatchObject({
      perHousehold: null,
      needed: null,
    });
    const withoutStandard = land({ seatStandards: [], schools: [serving()] });
    expect(placesNeeded(withoutStandard, NO_EDITS)[0]).toMatchObject({
      stage: 'primary',
      standard: null,
      needed: null,
      free: 80,
    });
  });

  it('follow what was entered before what land, project and packs say', () => {
    const edits = { households: 50, householdSize: 3, perHousehold: { primary: 0.5 } };
    expect(householdsOf(land(), edits)).toEqual({ value: 50, from: 'entered' });
    expect(householdsOf(land(), NO_EDITS)).toEqual({ value: 100, from: 'land' });
    expect(householdSizeOf(land(), NO_EDITS)).toEqual({ value: 2.8, from: 'project' });
    expect(placesNeeded(land(), edits)[0]).toMatchObject({ perHousehold: 0.5, standard: null, needed: 25 });
  });

  it('stand against the free places of existing schools; a full one takes none from others', () => {
    const schools = [
      serving(),
      serving({ school: 'S2', pupils: 1200 }),
      serving({ school: 'S3', status: 'planned', pupils: null }),
    ];
    expect(schools.map(freePlaces)).toEqual([80, -120, null]);
    expect(placesNeeded(land({ schools }), NO_EDITS)[0]).toMatchObject({
      schools: 2,
      unknown: 0,
      free: 80,
      balance: 52,
    });
  });

  it('have no balance where the places of a school are not known', () => {
    const schools = [serving(), serving({ school: 'S2', pupils: null })];
    expect(placesNeeded(land({ schools }), NO_EDITS)[0]).toMatchObject({
      free: 80,
      unknown: 1,
      balance: null,
    });
    expect(placesNeeded(land(), NO_EDITS)[0]).toMatchObject({ free: null, schools: 0, balance: -28 });
  });

  it('never fall as households grow, and are whole', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(1000), (households, more) => {
        const needed = (n: number) => placesNeeded(land(), { ...NO_EDITS, households: n })[0]!.needed ?? NaN;
        expect(needed(households + more)).toBeGreaterThanOrEqual(needed(households));
        expect(Number.isInteger(needed(households))).toBe(true);
        expect(needed(households) - households * 0.28).toBeGreaterThan(-1e-6);
        expect(needed(households) - households * 0.28).toBeLessThan(1);
      }),
    );
  });
});
