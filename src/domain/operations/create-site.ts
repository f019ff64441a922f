import { boxOf, type FeatureGeometry } from '../feature';
import type { JsonObject } from '../json';
import type { CollectionName } from '../layer';
import { message } from '../message';
import type { Operation } from '../operation';
import { featureKey, type FeatureRecord } from '../plan';
import { err, ok } from '../result';
import { withFirstFrame } from './first-frame';
import { geometryFault } from './geometry-fault';
import { nextId } from './next-id';
import { propertyFault } from './property-fault';

export interface CreateSiteInput {
  readonly collection: Exclude<CollectionName, 'districts'>;
  /** WGS84/CGCS2000 degrees. */
  readonly geometry: FeatureGeometry;
  readonly properties: JsonObject;
  /** Absent: the next of the collection's series (see `nextId`). */
  readonly id?: string;
}

/** Adds a school or reservation. Refused: an id that is taken, a geometry or property that cannot be. */
export const createSite: Operation<CreateSiteInput> = (plan, { collection, geometry, properties, id }) => {
  const siteId = id ?? nextId(plan, collection);
  if (siteId === '') return err(message('property.empty', { property: 'id' }));
  if (plan.has(featureKey(collection, siteId))) return err(message('feature.id-taken', { id: siteId }));
  const fault = geometryFault(collection, geometry);
  if (fault) return err(fault);
  for (const [property, value] of Object.entries(properties)) {
    const wrong = propertyFault(property, value);
    if (wrong) return err(wrong);
  }
  const record: FeatureRecord = {
    kind: 'feature',
    collection,
    id: siteId,
    feature: { type: 'Feature', id: siteId, geometry, properties: { ...properties, id: siteId } },
  };
  const diff = { created: [record], modified: [], deleted: [] };
  return ok(withFirstFrame(plan, diff, boxOf(geometry)));
};
