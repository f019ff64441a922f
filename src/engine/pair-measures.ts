import { lengthInside } from '../geo/crossing';
import { overlap } from '../geo/overlap';
import { sharedEdgeLength } from '../geo/shared-edge';
import type { LayerItem } from './layer-item';

/**
 * What can be measured between a subject and an object, in true metres. Each is computed when first asked for and
 * kept: many rules look at the same pair.
 */
export interface PairMeasures {
  readonly subject: LayerItem;
  readonly object: LayerItem;
  /** Least distance; 0 where they touch or overlap. */
  distanceM(): number;
  /** The whole intersection of the two. */
  overlap(): { readonly areaM2: number; readonly meanWidthM: number };
  /** Area of the object within `d` metres of the subject. */
  zoneOverlapM2(d: number): number;
  /** Area of all within `d` metres of the subject. */
  zoneM2(d: number): number;
  /** Length of a line object inside the subject. */
  lengthInsideM(): number;
  /** Length of the object's boundary within `tolM` of the subject's. */
  sharedEdgeM(tolM: number): number;
}

export function measurePair(subject: LayerItem, object: LayerItem): PairMeasures {
  const { k, meter } = subject;
  const { shapes, shape } = object;
  let planarDistance: number | null = null;
  const distance = (): number => (planarDistance ??= meter.distance(shapes, shape, Infinity));
  let common: { areaM2: number; meanWidthM: number } | null = null;
  return {
    subject,
    object,
    distanceM: () => distance() / k,
    overlap: () => (common ??= meanWidth(overlap(object.geometry, subject.geometry), k)),
    zoneOverlapM2: (d) => meter.overlap(shapes, shape, d * k, distance()) / k ** 2,
    zoneM2: (d) => zoneAreaOf(subject, d),
    lengthInsideM: () => lengthInside(object.geometry, subject.geometry) / k,
    sharedEdgeM: (tolM) => sharedEdgeLength(object.geometry, subject.geometry, tolM * k) / k,
  };
}

/** Width that a strip of this area and perimeter would have: 2A/P, tending to its width as it gets longer. */
function meanWidth({ areaM2, perimeterM }: { areaM2: number; perimeterM: number }, k: number) {
  return {
    areaM2: areaM2 / k ** 2,
    meanWidthM: perimeterM > 0 ? (2 * areaM2) / perimeterM / k : 0,
  };
}

/** True area in m² of everything within `distanceM` of the item, the item included. */
export function zoneAreaOf({ meter, k }: LayerItem, distanceM: number): number {
  return meter.zoneArea(distanceM * k) / k ** 2;
}

/** True area of a feature in m²; 0 for points and lines. */
export function trueAreaOf(item: LayerItem): number {
  return item.planarAreaM2 / item.k ** 2;
}
