import type { Geometry } from 'geojson';
import type { FeatureRef, Finding } from '../../domain/conflict';
import type { StandingOf } from '../../domain/finding-standing';
import type { LonLatBox } from '../../domain/feature';
import type { Rule } from '../../domain/rule';
import { geojsonFile, rounded, type ExportFeature, type ExportMembers } from './geojson-file';
import { ruleProperties } from './rule-properties';

/** Geometry of a feature of any layer; null if it is not to be had. */
export type GeometryOf = (ref: FeatureRef) => Geometry | null;

/** What the features of conflicts are made from, beside the findings. */
export interface ConflictContext {
  readonly rules: ReadonlyMap<string, Rule>;
  readonly standingOf: StandingOf;
  readonly geometryOf: GeometryOf;
}

/** Whose geometry stands for a conflict. */
export type GeometryOwner = 'object' | 'subject' | 'box';

/** A box as a polygon. */
export function boxPolygon([west, south, east, north]: LonLatBox): Geometry {
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  };
}

/** What the feature of a conflict says of it: rule, citation, measures and decision. */
export function conflictProperties(
  finding: Finding,
  { rules, standingOf }: Pick<ConflictContext, 'rules' | 'standingOf'>,
  geometryOwner: GeometryOwner,
): Record<string, unknown> {
  const { conflict, subjectName, objectName, objectUse, districtId } = finding;
  const standing = standingOf(finding);
  return {
    id: conflict.id,
    ...ruleProperties(conflict.rule, rules),
    severity: conflict.severity,
    verdict: conflict.verdict,
    screening: conflict.screening,
    relation: conflict.relation,
    subject_layer: conflict.subject.layer,
    subject_id: conflict.subject.id,
    subject_name: subjectName,
    object_layer: conflict.object.layer,
    object_id: conflict.object.id,
    object_name: objectName,
    object_use: objectUse,
    district_id: districtId,
    distance_m: rounded(conflict.distanceM, 3),
    threshold_m: conflict.thresholdM,
    overlap_m2: rounded(conflict.overlapM2, 2),
    object_share: rounded(conflict.objectShare, 6),
    zone_share: rounded(conflict.zoneShare, 6),
    shared_edge_m: rounded(conflict.sharedEdgeM, 3),
    evidence: conflict.evidence,
    decision: standing?.decision.verdict ?? null,
    decision_state: standing?.state ?? null,
    decided_by: standing?.decision.by ?? null,
    decided_at: standing?.decision.at ?? null,
    decision_basis_doc: standing?.decision.basisDoc ?? null,
    decision_reason: standing?.decision.reason ?? null,
    decision_until: standing?.decision.until ?? null,
    geometry_of: geometryOwner,
  };
}

/** A conflict as a feature; see `exportConflicts`. */
export function conflictFeature(
  finding: Finding,
  { geometryOf, ...context }: ConflictContext,
): ExportFeature {
  const { conflict, box } = finding;
  const object = geometryOf(conflict.object);
  const subject = object ? null : geometryOf(conflict.subject);
  return {
    id: conflict.id,
    geometry: object ?? subject ?? boxPolygon(box),
    properties: conflictProperties(finding, context, object ? 'object' : subject ? 'subject' : 'box'),
  };
}

/**
 * Conflicts as GeoJSON, with rule, citation, measures and decision. Each stands where its object is; should that not be to be
 * had, where its subject is, else as the box around both: `geometry_of` says which.
 */
export function exportConflicts(
  findings: readonly Finding[],
  context: ConflictContext,
  members: ExportMembers,
): Uint8Array {
  return geojsonFile(
    members,
    findings.map((finding) => conflictFeature(finding, context)),
  );
}
