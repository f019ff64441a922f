import type { CountedLayerDifference, StateComparison } from '../../domain/compare/state-comparison';
import { isCollectionName, LAYER_NAMES } from '../../domain/layer';
import type { Progress } from '../protocol';
import { standingsOf } from '../standings';
import type { EngineState } from '../state';
import { conflictPairs } from './compare-conflicts';
import { compareLayers, type LayerCompareOptions } from './compare-layers';

export interface CompareOptions extends LayerCompareOptions {
  /** The day on which decisions must still hold, YYYY-MM-DD. */
  readonly asOf: string;
}

/** What makes `b` of `a`, as far as it is in no plan. Lists hold `limit` entries at most, the gravest conflicts first. */
export function* compareStates(
  a: EngineState,
  b: EngineState,
  options: CompareOptions,
): Generator<Progress, StateComparison> {
  const layers: CountedLayerDifference[] = [];
  for (const layer of LAYER_NAMES) {
    if (isCollectionName(layer)) continue;
    const [left, right] = [a, b].map(({ frame, layers }) => ({ frame, index: layers.get(layer) }));
    const difference = yield* compareLayers(left!, right!, options);
    if (difference) layers.push(difference);
  }
  return { layers, ...(yield* compareConflicts(a, b, options)) };
}

function* compareConflicts(
  a: EngineState,
  b: EngineState,
  { limit, asOf }: CompareOptions,
): Generator<Progress, Omit<StateComparison, 'layers'>> {
  const found = { gained: [], lost: [], changed: [], decided: [] } as Mutable<
    Pick<StateComparison, 'gained' | 'lost' | 'changed' | 'decided'>
  >;
  const counts = { gained: 0, lost: 0, changed: 0 };
  const [left, right] = [a, b].map((state) => ({ state, standings: standingsOf(state, asOf) }));
  for (const step of conflictPairs(left!, right!)) {
    if (!('before' in step)) {
      yield step;
      continue;
    }
    const { before, after, differs, standings } = step;
    if (standings.before || standings.after) {
      found.decided.push({
        conflict: (before ?? after)!.conflict.id,
        before: before && { finding: before, standing: standings.before },
        after: after && { finding: after, standing: standings.after },
      });
    }
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
