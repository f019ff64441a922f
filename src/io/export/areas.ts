import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { CATCHMENT_NOTE } from '../../domain/analysis';
import type { Rule } from '../../domain/rule';
import { geojsonFile, rounded, type ExportFeature, type ExportMembers } from './geojson-file';
import { ruleProperties } from './rule-properties';

type Areas<P> = FeatureCollection<Polygon | MultiPolygon, P>;

interface Zone {
  readonly subjectLayer: string;
  readonly subject: string;
  readonly subjectName: string;
  readonly rule: string;
  readonly distanceM: number;
  readonly severity: string;
  readonly areaM2: number;
}

interface Catchment {
  readonly school: string;
  readonly schoolName: string;
  readonly stage: string;
  readonly radiusM: number;
  readonly areaM2: number;
  readonly residents: number | null;
}

/** A protected zone 周边控制范围 with its rule's citation. */
export function zoneFeature(
  { geometry, properties }: Feature<Polygon | MultiPolygon, Zone>,
  rules: ReadonlyMap<string, Rule>,
): ExportFeature {
  return {
    geometry,
    properties: {
      subject_layer: properties.subjectLayer,
      subject_id: properties.subject,
      subject_name: properties.subjectName,
      ...ruleProperties(properties.rule, rules),
      severity: properties.severity,
      distance_m: properties.distanceM,
      area_m2: rounded(properties.areaM2, 2),
    },
  };
}

/** A catchment 服务半径覆盖范围, which says that it is no enrolment district. */
export function catchmentFeature({
  geometry,
  properties,
}: Feature<Polygon | MultiPolygon, Catchment>): ExportFeature {
  return {
    geometry,
    properties: {
      school_id: properties.school,
      school_name: properties.schoolName,
      stage: properties.stage,
      radius_m: properties.radiusM,
      area_m2: rounded(properties.areaM2, 2),
      residents: properties.residents,
      note: CATCHMENT_NOTE,
    },
  };
}

/** Protected zones as GeoJSON. */
export function exportZones(
  zones: Areas<Zone>,
  rules: ReadonlyMap<string, Rule>,
  members: ExportMembers,
): Uint8Array {
  return geojsonFile(
    members,
    zones.features.map((zone) => zoneFeature(zone, rules)),
  );
}

/** Catchments as GeoJSON; the file too says that they are no enrolment districts. */
export function exportCatchments(catchments: Areas<Catchment>, members: ExportMembers): Uint8Array {
  return geojsonFile({ ...members, note: CATCHMENT_NOTE }, catchments.features.map(catchmentFeature));
}
