import type { Feature } from 'geojson';
import type { GeoJSONSourceDiff } from 'maplibre-gl';
import { textOf } from '../domain/feature';
import { COLLECTION_NAMES, type CollectionName } from '../domain/layer';
import { featuresOf, type FeatureRecord, type Plan, type PlanRecord } from '../domain/plan';
import type { PlanDiff } from '../domain/plan-diff';
import { labelPoint } from './label-point';
import { ID_PROPERTY, planPointId, SOURCE } from './style/sources';

/** A source that the plan fills: one per collection, and the points that carry badges and names. */
type PlanSource = CollectionName | typeof SOURCE.planPoints;

export const PLAN_SOURCES: readonly PlanSource[] = [...COLLECTION_NAMES, SOURCE.planPoints];

/** A record as its collection's source holds it: its id as a property, and what the map draws by. */
function drawn({ id, feature }: FeatureRecord): Feature {
  return {
    type: 'Feature',
    geometry: feature.geometry,
    properties: { ...drawnBy(feature), [ID_PROPERTY]: id },
  };
}

/** A record's point; null where its geometry is empty. */
function pointed({ collection, id, feature }: FeatureRecord): Feature | null {
  const coordinates = labelPoint(feature.geometry);
  if (!coordinates) return null;
  const properties = {
    ...drawnBy(feature),
    layer: collection,
    id,
    [ID_PROPERTY]: planPointId(collection, id),
  };
  return { type: 'Feature', geometry: { type: 'Point', coordinates }, properties };
}

function drawnBy(feature: FeatureRecord['feature']) {
  return {
    name: textOf(feature, 'name') ?? null,
    stage: textOf(feature, 'stage') ?? null,
    status: textOf(feature, 'status') ?? null,
  };
}

/** All features of one source. */
export function planFeatures(plan: Plan, source: PlanSource): Feature[] {
  if (source !== SOURCE.planPoints) return featuresOf(plan, source).map(drawn);
  return COLLECTION_NAMES.flatMap((collection) =>
    featuresOf(plan, collection).flatMap((record) => pointed(record) ?? []),
  );
}

function isFeature(record: PlanRecord): record is FeatureRecord {
  return record.kind === 'feature';
}

/** What a change of the plan changes in the sources, for `updateData`; sources that it leaves alone are absent. */
export function sourceDiffs(diff: PlanDiff): Map<PlanSource, GeoJSONSourceDiff> {
  const gone = [...diff.deleted, ...diff.modified.map(([before]) => before)].filter(isFeature);
  const come = [...diff.created, ...diff.modified.map(([, after]) => after)].filter(isFeature);
  const diffs = new Map<PlanSource, Required<Pick<GeoJSONSourceDiff, 'remove' | 'add'>>>();
  const of = (source: PlanSource) => {
    const known = diffs.get(source);
    if (known) return known;
    const fresh = { remove: [], add: [] };
    diffs.set(source, fresh);
    return fresh;
  };
  for (const { collection, id } of gone) {
    of(collection).remove.push(id);
    of(SOURCE.planPoints).remove.push(planPointId(collection, id));
  }
  for (const record of come) {
    of(record.collection).add.push(drawn(record));
    const point = pointed(record);
    if (point) of(SOURCE.planPoints).add.push(point);
  }
  return diffs;
}
