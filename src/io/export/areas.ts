import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { CATCHMENT_NOTE } from '../../domain/analysis';
import type { Rule } from '../../domain/rule';
import { geojsonFile, rounded, type ExportMembers } from './geojson-file';
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

/** Protected zones 周边控制范围 as GeoJSON, each with its rule's citation. */
export function exportZones(
  zones: Areas<Zone>,
  rules: ReadonlyMap<string, Rule>,
  members: ExportMembers,
): Uint8Array {
  return geojsonFile(
    members,
    zones.features.map(({ geometry, properties }) => ({
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
    })),
  );
}

/** Catchments 服务半径覆盖范围 as GeoJSON; the file and every feature say that they are no enrolment districts. */
export function exportCatchments(catchments: Areas<Catchment>, members: ExportMembers): Uint8Array {
  return geojsonFile(
    { ...members, note: CATCHMENT_NOTE },
    catchments.features.map(({ geometry, properties }) => ({
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
    })),
  );
}
