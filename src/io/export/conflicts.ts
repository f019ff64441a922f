import type { Geometry } from 'geojson';
import type { FeatureRef, Finding } from '../../domain/conflict';
import type { LonLatBox } from '../../domain/feature';
import type { Rule } from '../../domain/rule';
import { geojsonFile, rounded, type ExportFeature, type ExportMembers } from './geojson-file';
import { ruleProperties } from './rule-properties';

/** Geometry of a feature of any layer; null if it is not to be had. */
export type GeometryOf = (ref: FeatureRef) => Geometry | null;

function boxPolygon([west, south, east, north]: LonLatBox): Geometry {
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

/** A conflict as a feature, with rule, citation and measures; see `exportConflicts`. */
export function conflictFeature(
  { conflict, subjectName, objectName, objectUse, districtId, box }: Finding,
  rules: ReadonlyMap<string, Rule>,
  geometryOf: GeometryOf,
): ExportFeature {
  const object = geometryOf(conflict.object);
  const subject = object ? null : geometryOf(conflict.subject);
  return {
    id: conflict.id,
    geometry: object ?? subject ?? boxPolygon(box),
    properties: {
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
      geometry_of: object ? 'object' : subject ? 'subject' : 'box',
    },
  };
}

/**
 * Conflicts as GeoJSON, with rule, citation and measures. Each stands where its object is; should that not be to be
 * had, where its subject is, else as the box around both: `geometry_of` says which.
 */
export function exportConflicts(
  findings: readonly Finding[],
  rules: ReadonlyMap<string, Rule>,
  geometryOf: GeometryOf,
  members: ExportMembers,
): Uint8Array {
  return geojsonFile(
    members,
    findings.map((finding) => conflictFeature(finding, rules, geometryOf)),
  );
}
