import { numberOf } from '../domain/feature';
import type { Rule } from '../domain/rule';
import type { LayerItem } from './layer-item';

/** Whether a rule means the edge of a line's land or its outer conductor, not the line that stands for it. */
export function readsHalfWidth({ test, measure }: Rule): boolean {
  return (
    test.relation === 'within-distance' && (measure.to === 'land-edge' || measure.to === 'outer-conductor')
  );
}

/** How far a road or power line reaches out from the line that stands for it, m: its `halfWidthM`, else 0. */
export function widthIn(object: LayerItem): number {
  return object.geometry.dimension === 1 ? Math.max(0, numberOf(object, 'halfWidthM') ?? 0) : 0;
}

/** What a rule takes off the distance to an object, m. */
export function halfWidthOf(rule: Rule, object: LayerItem): number {
  return readsHalfWidth(rule) ? widthIn(object) : 0;
}
