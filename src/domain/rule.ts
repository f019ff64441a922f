import type { GeoFeature, FeatureGeometry } from './feature';
import type { JsonValue } from './json';
import type { LayerName } from './layer';

/** Words in both languages. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** Gravest first: the order in which conflicts are listed. */
export const SEVERITIES = ['prohibit', 'restrict', 'study', 'notice'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const RELATIONS = ['overlaps', 'within-distance', 'crosses', 'adjacent'] as const;
export type Relation = (typeof RELATIONS)[number];

export const DATUMS = [
  'boundary',
  'gate',
  'window-wall',
  'centreline',
  'land-edge',
  'outer-conductor',
  'wall',
  'tank',
] as const;
/** From or to what a rule measures. */
export type Datum = (typeof DATUMS)[number];

export const SCREENINGS = ['none', 'over', 'under'] as const;
/**
 * How far the check is from what the rule means 初筛: `none`, the data hold the rule's true datum; `over`, the
 * check is stricter than the rule; `under`, it can miss, so that a miss is 不能判定 and never clear.
 */
export type Screening = (typeof SCREENINGS)[number];

export const BASIS_KINDS = ['law', 'standard', 'local', 'office'] as const;
export type BasisKind = (typeof BASIS_KINDS)[number];

export const CONFIDENCES = ['full-text', 'secondary', 'unverified'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** The source of a rule or number. */
export interface Basis {
  readonly kind: BasisKind;
  readonly code: string;
  readonly clause?: string;
  readonly text?: string;
  readonly region: string;
  readonly confidence: Confidence;
}

/** A MapLibre filter expression, evaluated on a feature by the engine. */
export type FilterExpression = JsonValue[];

export interface RuleSubject {
  readonly layer: LayerName;
  /** Absent: all. */
  readonly stages?: readonly string[];
  /** Absent: all but `proposed`. */
  readonly statuses?: readonly string[];
  readonly where?: FilterExpression;
}

export interface RuleObject {
  readonly layer: LayerName;
  /** Absent: all. */
  readonly where?: FilterExpression;
}

export type RuleTest =
  | { readonly relation: 'within-distance'; readonly distanceM: number }
  | { readonly relation: 'overlaps'; readonly minOverlapM2?: number }
  | { readonly relation: 'crosses'; readonly minOverlapM2?: number }
  | { readonly relation: 'adjacent'; readonly minSharedEdgeM?: number };

/** Used where a rule's test does not say: an overlap under 1 m² is marginal. */
export const DEFAULT_MIN_OVERLAP_M2 = 1;
/** Used where a rule's test does not say: less than 1 m of common boundary is a corner, not an edge. */
export const DEFAULT_MIN_SHARED_EDGE_M = 1;

export interface RuleMeasure {
  readonly from: Datum;
  readonly to: Datum;
  readonly screening: Screening;
}

/** A case that the rule must decide as it says, given in lon/lat. */
export interface RuleExample {
  readonly title?: Bilingual;
  readonly subject: FeatureGeometry | GeoFeature;
  readonly object: GeoFeature;
  readonly expect: 'conflict' | 'marginal' | 'clear';
}

export interface Rule {
  readonly id: string;
  readonly title: Bilingual;
  readonly basis: Basis;
  readonly subject: RuleSubject;
  readonly object: RuleObject;
  readonly test: RuleTest;
  readonly measure: RuleMeasure;
  readonly severity: Severity;
  readonly examples: readonly RuleExample[];
  /** Absent: on. */
  readonly enabled?: boolean;
}

/** What a standard sets besides distances; see `Standard`. */
export const STANDARD_KINDS = [
  'service-radius',
  'site-area',
  'seats',
  'pupils-per-class',
  'coverage',
] as const;

/**
 * A quantity that a stage should reach, with its source:
 * `service-radius` m; `site-area` m² per pupil; `seats` places per 1,000 residents; `pupils-per-class` pupils;
 * `coverage` the share (0–1) of residents who should live inside a catchment.
 */
export interface Standard {
  readonly id: string;
  readonly kind: (typeof STANDARD_KINDS)[number];
  readonly stage: string;
  readonly value: number;
  readonly basis: Basis;
  readonly enabled?: boolean;
}

/** A versioned set of cited rules. */
export interface RulePack {
  readonly id: string;
  readonly version: string;
  readonly title: Bilingual;
  readonly region: string;
  readonly validFrom?: string;
  readonly rules: readonly Rule[];
  readonly standards?: readonly Standard[];
}
