import type { CollectionName } from '../layer';
import { message } from '../message';
import type { Operation } from '../operation';
import { featureOf, type FeatureRecord } from '../plan';
import { err, ok } from '../result';

export interface DeleteFeaturesInput {
  readonly features: readonly { readonly collection: CollectionName; readonly id: string }[];
}

/** Removes features of the plan; all of them or, if one is not there, none. */
export const deleteFeatures: Operation<DeleteFeaturesInput> = (plan, { features }) => {
  const deleted = new Set<FeatureRecord>();
  for (const { collection, id } of features) {
    const record = featureOf(plan, collection, id);
    if (!record) return err(message('feature.missing', { id }));
    deleted.add(record);
  }
  return ok({ created: [], modified: [], deleted: Array.from(deleted) });
};
