import { canonicalGeometry } from '../canonical-geometry';
import type { FeatureGeometry } from '../feature';
import { sameJson } from './same-json';

/**
 * Whether two geometries are the same shape to 1e-9° (0.1 mm), however it is written down: where a ring begins and
 * which way it runs, heights, and a multi-geometry of one part make no difference.
 */
export function sameShape(a: FeatureGeometry, b: FeatureGeometry): boolean {
  return (
    a === b || sameJson(a.coordinates, b.coordinates) || sameJson(canonicalGeometry(a), canonicalGeometry(b))
  );
}
