import type { GeoFeature } from '../feature';

/** What stands in a feature beside its type, geometry and properties: its `id`, its `bbox`, and foreign members. */
export function membersBeside(feature: GeoFeature): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(feature).filter(([name]) => !OWN.includes(name)));
}

const OWN: readonly string[] = ['type', 'geometry', 'properties'];
