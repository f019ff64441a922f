import type { Position } from 'geojson';
import type { Rule } from '../domain/rule';
import { nearestPoints } from '../geo/distance';
import type { Frame } from '../geo/frame';
import { halfWidthOf } from './half-width';
import type { LayerItem } from './layer-item';

/**
 * Between which points the distance of a conflict is measured, as the record has it: that of the subject and that of
 * the object, lon/lat. Null where they touch or overlap.
 */
export function dimensionOf(
  frame: Frame,
  subject: LayerItem,
  object: LayerItem,
  rule: Rule,
): readonly [Position, Position] | null {
  const { distance, ax, ay, bx, by } = nearestPoints(subject.geometry, object.geometry);
  // The edge of a road's land lies its half width before the line that stands for it.
  const share = 1 - (halfWidthOf(rule, object) * subject.k) / distance;
  if (!(distance > 0) || !Number.isFinite(distance) || share <= 0) return null;
  return [frame.unproject(ax, ay), frame.unproject(ax + share * (bx - ax), ay + share * (by - ay))];
}
