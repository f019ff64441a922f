import { isCollectionName, type LayerName } from '../layer';
import { message } from '../message';
import type { Operation } from '../operation';
import { featuresOf, layerKey } from '../plan';
import { err, ok } from '../result';

export interface RemoveLayerInput {
  readonly layer: LayerName;
}

/** Takes a layer out of the project. Refused for districts and schools, which every project has. */
export const removeLayer: Operation<RemoveLayerInput> = (plan, { layer }) => {
  if (layer === 'districts' || layer === 'schools') return err(message('layer.needed', { layer }));
  const record = plan.get(layerKey(layer));
  if (!record) return err(message('layer.missing', { layer }));
  const features = isCollectionName(layer) ? featuresOf(plan, layer) : [];
  return ok({ created: [], modified: [], deleted: [record, ...features] });
};
