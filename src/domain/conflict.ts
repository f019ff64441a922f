import type { LonLatBox } from './feature';
import type { LayerName } from './layer';
import type { Relation, Screening, Severity } from './rule';

export interface FeatureRef {
  readonly layer: LayerName;
  readonly id: string;
}

/** One rule failed (or nearly: `marginal` 临界) by one subject against one object. The JSON contract. */
export interface Conflict {
  /** `<rule id>:<subject id>:<object id>`: a label, never parsed. */
  readonly id: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly verdict: 'conflict' | 'marginal';
  readonly screening: Screening;
  readonly subject: FeatureRef;
  readonly object: FeatureRef;
  readonly relation: Relation;
  /** Least distance in metres; 0 where they touch or overlap. */
  readonly distanceM: number;
  /** Null but for `within-distance`. */
  readonly thresholdM: number | null;
  /** Area of the object inside the zone, ellipsoidal m²; null where the object has no area. */
  readonly overlapM2: number | null;
  readonly objectShare: number | null;
  readonly zoneShare: number | null;
  /** Common boundary in metres, for `adjacent`. */
  readonly sharedEdgeM: number | null;
  /** SHA-256 (hex) of the inputs that decided it. */
  readonly evidence: string;
}

export function conflictId(rule: string, subject: string, object: string): string {
  return `${rule}:${subject}:${object}`;
}

/** A conflict with what a table and a map need to show it. */
export interface Finding {
  readonly conflict: Conflict;
  readonly subjectName: string;
  readonly objectName: string;
  /** Land-use code of a parcel, kind of a facility, class of a road; null for others. */
  readonly objectUse: string | null;
  /** Of a parcel: the code scheme of its land use, without which the code says nothing. Null where none is given. */
  readonly objectScheme: string | null;
  /** District of the subject. */
  readonly districtId: string | null;
  /** Around subject and object. */
  readonly box: LonLatBox;
  /** Around the object, and its ellipsoidal area (null for points and lines): to find it again under another id. */
  readonly objectBox: LonLatBox;
  readonly objectAreaM2: number | null;
  /** Of a parcel, the ids in its `replaces`: what it was before a split, a merger or a renumbering. Absent: none. */
  readonly replaces?: readonly string[];
}

/** What one rule looked at. No row for a pair is no result; zero conflicts of some subjects is 未发现冲突. */
export interface RuleCheck {
  readonly rule: string;
  readonly subjects: number;
  readonly objects: number;
  readonly conflicts: number;
  readonly marginal: number;
  /** The rule could not run: this layer is not in the project. */
  readonly missingLayer?: LayerName;
}

/** A feature that was refused (`rejected`) or changed on reading (`repaired`). */
export interface FeatureNotice {
  readonly layer: LayerName;
  readonly index: number;
  readonly id?: string;
  /** A code, e.g. `self-intersection`; `i18n` has its words. */
  readonly reason: string;
}
