import type { GeoFeature } from '../feature';
import { isCollectionName, type LayerName } from '../layer';
import { featureOf, layerKey, layerOf, planOf, type Plan, type PlanRecord } from '../plan';
import { asFormerly } from './edited-elsewhere';

/** A layer's file as it was read: the features of a collection, or the hash by which the others are known. */
export interface ReadLayerFile {
  readonly layer: LayerName;
  readonly file: string;
  readonly hash: string;
  readonly features: readonly { readonly id: string; readonly feature: GeoFeature }[] | null;
}

/**
 * The plan with one of its layers as a file has it that was exported from it and edited by another program. What the
 * plan says of the layer itself stays.
 */
export function withEditedLayer(plan: Plan, { layer, file, hash, features }: ReadLayerFile): Plan {
  if (!isCollectionName(layer)) {
    const described = { ...(layerOf(plan, layer) ?? { name: layer, file }), hash };
    return new Map(plan).set(layerKey(layer), { kind: 'layer', layer: described });
  }
  const kept = Array.from(plan.values()).filter(
    (record) => !(record.kind === 'feature' && record.collection === layer),
  );
  const read = (features ?? []).map(({ id, feature: edited }): PlanRecord => {
    const former = featureOf(plan, layer, id)?.feature;
    return { kind: 'feature', collection: layer, id, feature: former ? asFormerly(former, edited) : edited };
  });
  return planOf([...kept, ...read]);
}
