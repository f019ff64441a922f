import { boxOf, type LonLatBox } from '../domain/feature';
import type { CollectionName } from '../domain/layer';
import { featuresOf, type Plan } from '../domain/plan';

export function unionBox(boxes: Iterable<LonLatBox | null>): LonLatBox | null {
  let all: LonLatBox | null = null;
  for (const box of boxes) {
    if (!box) continue;
    all = all
      ? [
          Math.min(all[0], box[0]),
          Math.min(all[1], box[1]),
          Math.max(all[2], box[2]),
          Math.max(all[3], box[3]),
        ]
      : box;
  }
  return all;
}

/** Around all features of a collection; null if it has none. */
export function collectionBox(plan: Plan, collection: CollectionName): LonLatBox | null {
  return unionBox(featuresOf(plan, collection).map(({ feature }) => boxOf(feature.geometry)));
}

/** Where the project is: around its districts, else its schools and reservations; null if it has no feature. */
export function planBox(plan: Plan): LonLatBox | null {
  return (
    collectionBox(plan, 'districts') ??
    unionBox([collectionBox(plan, 'schools'), collectionBox(plan, 'reservations')])
  );
}
