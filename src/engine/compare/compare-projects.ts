import type { StateComparison } from '../../domain/compare/state-comparison';
import { planOf } from '../../domain/plan';
import type { CheckInput } from '../check-project';
import { layerContent, type Contents, type LayerContent } from '../layer-contents';
import { paced } from '../pacer';
import { buildState } from '../state';
import { compareStates, type CompareOptions } from './compare-states';

export type ComparedProject = Pick<CheckInput, 'records' | 'layers'>;

/** Checks two projects and compares them, without a worker. Rejects as `buildState` throws. */
export async function compareProjects(
  a: ComparedProject,
  b: ComparedProject,
  options: CompareOptions,
): Promise<StateComparison> {
  const contents = contentsOf([...a.layers, ...b.layers]);
  const [before, after] = [
    await paced(buildState(planOf(a.records), 0, contents)),
    await paced(buildState(planOf(b.records), 0, contents)),
  ];
  return paced(compareStates(before, after, options));
}

/** A file that both have is one content: what lies in it needs no comparing. */
function contentsOf(layers: CheckInput['layers']): Contents {
  const contents = new Map<string, LayerContent>();
  const keyOf = (layer: string, hash: string) => `${layer}/${hash}`;
  for (const { layer, hash, table } of layers) {
    const key = keyOf(layer, hash);
    if (contents.has(key)) continue;
    contents.set(key, layerContent({ layer, hash, rejected: [], repaired: [] }, table));
  }
  return (layer, hash) => contents.get(keyOf(layer, hash));
}
