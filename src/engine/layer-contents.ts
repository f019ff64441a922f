import type { FeatureNotice } from '../domain/conflict';
import type { LayerDescription, LayerName } from '../domain/layer';
import { isCollectionName } from '../domain/layer';
import { featuresOf, layersOf, type Plan } from '../domain/plan';
import { EngineError } from './engine-error';
import type { IdentifiedFeature } from './layer-index';

/** What reading a reference layer's file gave. */
export interface LayerContent {
  readonly layer: LayerName;
  /** SHA-256 of the file. */
  readonly hash: string;
  readonly features: readonly IdentifiedFeature[];
  readonly rejected: readonly FeatureNotice[];
  readonly repaired: readonly FeatureNotice[];
}

/** The content of a reference layer; undefined if its file was not read. */
export type Contents = (layer: LayerName, hash: string) => LayerContent | undefined;

/** Layers that the project has: those it describes, and collections with a feature. */
export function presentLayers(plan: Plan): Set<LayerName> {
  const present = new Set<LayerName>();
  for (const record of plan.values()) {
    if (record.kind === 'feature') present.add(record.collection);
    else if (
      record.kind === 'layer' &&
      (isCollectionName(record.layer.name) || record.layer.hash !== undefined)
    ) {
      present.add(record.layer.name);
    }
  }
  return present;
}

/**
 * Features of a layer of the plan: a collection's records, or a reference layer's content. Throws `EngineError`
 * (`engine.layer-unread`, `layer`, `file`) where the file of a reference layer was not read before.
 */
export function featuresIn(plan: Plan, layer: LayerName, contents: Contents): readonly IdentifiedFeature[] {
  if (isCollectionName(layer)) return featuresOf(plan, layer);
  const description = layersOf(plan).find(({ name }) => name === layer);
  return description ? contentOf(description, contents).features : [];
}

/** Contents of the reference layers of the plan. */
export function contentsIn(plan: Plan, contents: Contents): readonly LayerContent[] {
  return layersOf(plan)
    .filter(({ name, hash }) => !isCollectionName(name) && hash !== undefined)
    .map((description) => contentOf(description, contents));
}

function contentOf({ name, hash, file }: LayerDescription, contents: Contents): LayerContent {
  const content = hash === undefined ? undefined : contents(name, hash);
  if (!content) throw new EngineError('engine.layer-unread', { layer: name, file });
  return content;
}
