import type { Analysis } from '../../domain/analysis';
import { textOf } from '../../domain/feature';
import { featureOf, featuresOf, type FeatureRecord, type Plan } from '../../domain/plan';
import { geojsonFile, rounded, type ExportFeature, type ExportMembers } from './geojson-file';

type Derived = Pick<Analysis, 'districtOf' | 'areaM2'>;

/**
 * A site with its own properties untouched; what was computed is beside them under `xz_…`, so that it can never be
 * taken for what the user's documents say.
 */
function siteFeature(plan: Plan, record: FeatureRecord, analysis: Derived | null): ExportFeature {
  const { id, feature } = record;
  const district = analysis?.districtOf[id] ?? null;
  const districtFeature = district === null ? null : featureOf(plan, 'districts', district)?.feature;
  return {
    id,
    geometry: feature.geometry,
    properties: {
      ...feature.properties,
      id,
      ...(record.collection === 'schools'
        ? {
            xz_district_id: district,
            xz_district_name: (districtFeature && textOf(districtFeature, 'name')) ?? district,
          }
        : {}),
      xz_area_m2: rounded(analysis?.areaM2[id] ?? null, 2),
    },
  };
}

/** Schools or reservations with district and ellipsoidal area; `analysis` null leaves these null. */
export function siteFeatures(
  plan: Plan,
  collection: 'schools' | 'reservations',
  analysis: Derived | null,
): ExportFeature[] {
  return featuresOf(plan, collection).map((record) => siteFeature(plan, record, analysis));
}

/** Schools or reservations as GeoJSON; see `siteFeatures`. */
export function exportSites(
  plan: Plan,
  collection: 'schools' | 'reservations',
  analysis: Derived | null,
  members: ExportMembers,
): Uint8Array {
  return geojsonFile(members, siteFeatures(plan, collection, analysis));
}
