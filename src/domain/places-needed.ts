import type { Appraisal, ServingSchool } from './appraisal';
import { numberOf } from './feature';
import type { Standard } from './rule';
import { STAGES } from './stage';

/** What the user set in place of what the land, the project or the packs say; null where nothing. */
export interface PlacesEdits {
  readonly households: number | null;
  /** Persons per household. */
  readonly householdSize: number | null;
  /** Places per household by stage. */
  readonly perHousehold: Readonly<Record<string, number>>;
}

export const NO_EDITS: PlacesEdits = { households: null, householdSize: null, perHousehold: {} };

/** A number with where it comes from; null where nothing says it. */
export interface SourcedNumber {
  readonly value: number | null;
  readonly from: 'entered' | 'land' | 'project' | 'unknown';
}

/** Places of one stage that the dwellings need, against those that are free where they would go. */
export interface StagePlaces {
  readonly stage: string;
  readonly perHousehold: number | null;
  /** The standard that `perHousehold` was computed from; null where it was entered, or is not known. */
  readonly standard: Standard | null;
  readonly needed: number | null;
  /** Places less pupils of the existing schools that serve the land and say both; null where none does. */
  readonly free: number | null;
  /** Existing schools that serve it, and those of them whose free places are not known. */
  readonly schools: number;
  readonly unknown: number;
  /** Places less what is needed; null where either is not known of all. Negative: short. */
  readonly balance: number | null;
}

/** A share of the land so near to 1 is shown as the whole: the rest is no land to speak of. */
const WHOLE = 0.9995;

/** Whether the land lies in the catchment as a whole. */
export function liesWhole({ share }: ServingSchool): boolean {
  return share >= WHOLE;
}

/** Dwellings of the land: as entered, else as its property `households` says. */
export function householdsOf({ feature }: Appraisal, { households }: PlacesEdits): SourcedNumber {
  if (households !== null) return { value: households, from: 'entered' };
  const stated = numberOf(feature, 'households');
  return stated === undefined ? { value: null, from: 'unknown' } : { value: stated, from: 'land' };
}

/** Persons per household: as entered, else as the project assumes. */
export function householdSizeOf({ householdSize }: Appraisal, edits: PlacesEdits): SourcedNumber {
  if (edits.householdSize !== null) return { value: edits.householdSize, from: 'entered' };
  return householdSize === null
    ? { value: null, from: 'unknown' }
    : { value: householdSize, from: 'project' };
}

/** Free places of a school: seats less counted pupils; negative where it is overfull, null where either is unknown. */
export function freePlaces({ seats, pupils }: ServingSchool): number | null {
  return seats === null || pupils === null ? null : Math.round(seats - pupils);
}

/**
 * Places by stage: households × places per household, rounded up. Places per household are as entered, else the
 * standard's places per 1,000 residents × persons per household ÷ 1,000; nothing is assumed where a pack sets none.
 * A school that is overfull has no free places; it takes none from others.
 */
export function placesNeeded(appraisal: Appraisal, edits: PlacesEdits): readonly StagePlaces[] {
  const households = householdsOf(appraisal, edits).value;
  const size = householdSizeOf(appraisal, edits).value;
  const standards = new Map(appraisal.seatStandards.map((standard) => [standard.stage, standard]));
  const stages = new Set([...standards.keys(), ...appraisal.schools.map(({ stage }) => stage)]);
  return [...stages]
    .sort((a, b) => rankOf(a) - rankOf(b))
    .map((stage) => {
      const entered = edits.perHousehold[stage];
      const standard = entered === undefined ? (standards.get(stage) ?? null) : null;
      const perHousehold = entered ?? (standard && size !== null ? (standard.value * size) / 1000 : null);
      const needed =
        households === null || perHousehold === null ? null : roundedUp(households * perHousehold);
      const open = appraisal.schools.filter(
        (school) => school.stage === stage && school.status === 'existing',
      );
      const known = open.flatMap((school) => freePlaces(school) ?? []);
      const free = known.length > 0 ? known.reduce((sum, places) => sum + Math.max(0, places), 0) : null;
      const unknown = open.length - known.length;
      const settled = needed !== null && unknown === 0;
      return {
        stage,
        perHousehold,
        standard,
        needed,
        free,
        schools: open.length,
        unknown,
        balance: settled ? (free ?? 0) - needed : null,
      };
    });
}

/** Half a pupil needs a place; float noise does not. */
function roundedUp(places: number): number {
  return Math.ceil(places - 1e-9);
}

function rankOf(stage: string): number {
  const rank = (STAGES as readonly string[]).indexOf(stage);
  return rank < 0 ? STAGES.length : rank;
}
