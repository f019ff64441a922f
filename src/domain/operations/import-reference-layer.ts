import { isCollectionName, type LayerDescription } from '../layer';
import { message } from '../message';
import type { Operation } from '../operation';
import { layerKey } from '../plan';
import { EMPTY_DIFF } from '../plan-diff';
import { err, ok } from '../result';
import { putting } from './record-diff';

export interface ImportReferenceLayerInput {
  /** With the hash under which the content store has the file. */
  readonly layer: LayerDescription;
}

/** Adds a reference layer, or puts another file in its place. */
export const importReferenceLayer: Operation<ImportReferenceLayerInput> = (plan, { layer }) => {
  if (isCollectionName(layer.name) || layer.hash === undefined) {
    return err(message('layer.not-reference', { layer: layer.name }));
  }
  const before = plan.get(layerKey(layer.name));
  if (before?.kind === 'layer' && before.layer.hash === layer.hash && before.layer.file === layer.file) {
    return ok(EMPTY_DIFF);
  }
  return ok(putting(before, { kind: 'layer', layer }));
};
