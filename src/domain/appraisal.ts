import type { Conflict, FeatureRef } from './conflict';
import type { GeoFeature, LonLatBox } from './feature';
import type { JsonValue } from './json';
import type { LayerName } from './layer';
import type { Relation, Screening, Severity, Standard } from './rule';

/** What is appraised: a parcel of the project, or land that is not in the plan. */
export type AppraisalTarget =
  | { readonly kind: 'parcel'; readonly id: string }
  | { readonly kind: 'proposal'; readonly feature: GeoFeature };

/** Id of a proposal that has none of its own. */
export const PROPOSAL_ID = 'proposal';

/**
 * What a rule says of the land, gravest first: failed; within tolerance of failing; cannot be told (a check that can
 * miss found nothing, or what the rule asks of the land is not known); not run for want of a layer; evaluated and not
 * failed 未发现冲突; not about land of this kind.
 */
export const APPRAISAL_OUTCOMES = [
  'conflict',
  'marginal',
  'undecided',
  'not-run',
  'clear',
  'not-concerned',
] as const;
export type AppraisalOutcome = (typeof APPRAISAL_OUTCOMES)[number];

/** A property that decided, as the land has it; null where it has none. */
export interface PropertyRead {
  readonly name: string;
  readonly value: JsonValue;
}

/** Why an outcome is not what was measured. */
export type OutcomeReason =
  /** The check can miss what the rule means, so that nothing found decides nothing. */
  | { readonly kind: 'screening' }
  /** The rule's filter asks for properties that the land does not state. */
  | { readonly kind: 'unknown'; readonly missing: readonly string[] }
  | { readonly kind: 'missing-layer'; readonly layer: LayerName }
  /** The rule is not about land with these properties. */
  | { readonly kind: 'filtered'; readonly read: readonly PropertyRead[] };

/** The land and one other feature under one rule. Metres and square metres, true. */
export interface PairMeasure {
  readonly other: FeatureRef;
  readonly otherName: string;
  readonly verdict: 'conflict' | 'marginal' | 'clear';
  /** Least distance, as the rule measures it; 0 where they touch or overlap. */
  readonly distanceM: number;
  /** Null but for `within-distance`. */
  readonly thresholdM: number | null;
  /** By how much the distance is more than the limit; negative where it is less. Null where there is no limit. */
  readonly marginM: number | null;
  readonly overlapM2: number | null;
  /** Share of the object inside the zone, 0–1. */
  readonly objectShare: number | null;
  readonly sharedEdgeM: number | null;
  /** Length of a line inside, for `crosses`. */
  readonly insideM: number | null;
  /** Around both. */
  readonly box: LonLatBox;
  /** The record of a check, the same to the bit; null where clear. */
  readonly conflict: Conflict | null;
}

export interface RuleAppraisal {
  readonly rule: string;
  readonly severity: Severity;
  readonly screening: Screening;
  readonly relation: Relation;
  /** Whether the land is the rule's object (as development near a school is) or its subject. */
  readonly side: 'object' | 'subject';
  /** Layer of those that it was measured against. */
  readonly counterpart: LayerName;
  readonly outcome: AppraisalOutcome;
  readonly reason: OutcomeReason | null;
  /** How many features of the counterpart's layer the rule is about. */
  readonly tested: number;
  readonly failed: number;
  readonly marginal: number;
  /** All that failed, then the marginal ones, each by distance; where there are none, the nearest. */
  readonly pairs: readonly PairMeasure[];
}

/** A school with a stage in whose catchment 服务半径覆盖范围(非学区) the land lies. */
export interface ServingSchool {
  readonly school: string;
  readonly name: string;
  readonly stage: string;
  readonly status: string;
  readonly radiusM: number;
  readonly distanceM: number;
  /** Share of the land inside the catchment, 0–1. */
  readonly share: number;
  /** Classes × pupils per class of the standard in force; null where classes or standard are not known. */
  readonly seats: number | null;
  /** Counted pupils; null where they are not known. */
  readonly pupils: number | null;
  readonly box: LonLatBox | null;
}

/** A feature that was looked for by id or name. */
export interface FoundFeature {
  readonly id: string;
  readonly name: string | null;
}

/** Everything that the loaded rules and data say of one piece of land. */
export interface Appraisal {
  /** Of the plan that it was made from. */
  readonly revision: number;
  readonly target: AppraisalTarget;
  readonly id: string;
  readonly feature: GeoFeature;
  readonly box: LonLatBox | null;
  /** Ellipsoidal m². */
  readonly areaM2: number;
  readonly districtId: string | null;
  /** Schools whose own land this is, which no rule holds against it. */
  readonly ownSchools: readonly { readonly id: string; readonly name: string }[];
  /** By outcome, then severity, then the rule's id. */
  readonly rules: readonly RuleAppraisal[];
  /** Rules of the loaded packs that are about nothing like parcels. */
  readonly otherRules: number;
  /** By stage, then distance. */
  readonly schools: readonly ServingSchool[];
  /** Whether there are schools to serve it at all. */
  readonly hasSchools: boolean;
  /** Places per 1,000 residents in force, one for each stage that a pack sets them for. */
  readonly seatStandards: readonly Standard[];
  /** Persons per household that the project assumes; null where it does not. */
  readonly householdSize: number | null;
}
