import type { Map as MapLibreMap } from 'maplibre-gl';
import type { PlanStore } from '../store/plan-store';
import { allOf, fill, sourceOf } from './map-sources';
import { PLAN_SOURCES, planFeatures, sourceDiffs } from './plan-features';

/** Keeps districts, schools and reservations on the map: whole on a reset, by difference on each transaction. */
export function followPlan(map: MapLibreMap, plan: PlanStore): () => void {
  const putAll = () => {
    for (const source of PLAN_SOURCES) fill(map, source, planFeatures(plan.getState().plan, source));
  };
  putAll();
  return allOf(
    plan.onReset(putAll),
    plan.onTransaction(({ diff }) => {
      for (const [source, change] of sourceDiffs(diff)) void sourceOf(map, source).updateData(change);
    }),
  );
}
