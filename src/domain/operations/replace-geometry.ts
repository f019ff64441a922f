import type { FeatureGeometry } from '../feature';
import type { CollectionName } from '../layer';
import { message } from '../message';
import type { Operation } from '../operation';
import { featureOf } from '../plan';
import { err, ok } from '../result';
import { geometryFault } from './geometry-fault';
import { replacing } from './record-diff';
import { withGeometry } from './with-geometry';

export interface ReplaceGeometryInput {
  readonly collection: CollectionName;
  readonly id: string;
  readonly geometry: FeatureGeometry;
}

/** Gives a feature another geometry: its vertices were edited, or a point became a polygon. */
export const replaceGeometry: Operation<ReplaceGeometryInput> = (plan, { collection, id, geometry }) => {
  const record = featureOf(plan, collection, id);
  if (!record) return err(message('feature.missing', { id }));
  const fault = geometryFault(collection, geometry);
  if (fault) return err(fault);
  return ok(replacing(record, { ...record, feature: withGeometry(record.feature, geometry) }));
};
