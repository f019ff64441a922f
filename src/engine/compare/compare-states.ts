import type { CountedLayerDifference, StateComparison } from '../../domain/compare/state-comparison';
import { isCollectionName, LAYER_NAMES } from '../../domain/layer';
import { decisionsOf } from '../../domain/plan';
import type { Progress } from '../protocol';
import type { EngineState } from '../state';
import { conflictPairs } from './compare-conflicts';
import { compareLayers, type LayerCompareOptions } from './compare-layers';

/** What makes `b` of `a`, as far as it is in no plan. Lists hold `limit` entries at most, the gravest conflicts first. */
export function* compareStates(
  a: EngineState,
  b: EngineState,
  options: LayerCompareOptions,
): Generator<Progress, StateComparison> {
  const layers: CountedLayerDifference[] = [];
  for (const layer of LAYER_NAMES) {
    if (isCollectionName(layer)) continue;
    const [left, right] = [a, b].map(({ frame, layers }) => ({ frame, index: layers.get(layer) }));
    const difference = yield* compareLayers(left!, right!, options);
    if (difference) layers.push(difference);
  }
  return { layers, ...(yield* compareConflicts(a, b, options.limit)) };
}

function* compareConflicts(
  a: EngineState,
  b: EngineState,
  limit: number,
): Generator<Progress, Omit<StateComparison, 'layers'>> {
  const found = { gained: [], lost: [], changed: [], decided: [] } as Mutable<
    Pick<StateComparison, 'gained' | 'lost' | 'changed' | 'decided'>
  >;
  const counts = { gained: 0, lost: 0, changed: 0 };
  const ids = new Set([a, b].flatMap(({ plan }) => decisionsOf(plan).map(({ conflict }) => conflict)));
  for (const step of conflictPairs(a, b, ids)) {
    if (!('before' in step)) {
      yield step;
      continue;
    }
    const { before, after, differs } = step;
    if (ids.has((before ?? after)!.conflict.id)) found.decided.push({ before, after });
    if (!differs) continue;
    const kind = !before ? 'gained' : !after ? 'lost' : 'changed';
    counts[kind] += 1;
    if (counts[kind] > limit) continue;
    if (before && after) found.changed.push({ before, after });
    else if (after) found.gained.push(after);
    else if (before) found.lost.push(before);
  }
  return { ...found, counts };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };
