import type { FeatureGeometry, GeoFeature } from '../feature';

/** The same feature elsewhere. A `bbox` that came with it would be wrong now, and goes. */
export function withGeometry(feature: GeoFeature, geometry: FeatureGeometry): GeoFeature {
  const moved: Record<string, unknown> = { ...feature };
  Reflect.deleteProperty(moved, 'bbox');
  return { ...moved, type: 'Feature', properties: feature.properties, geometry };
}
