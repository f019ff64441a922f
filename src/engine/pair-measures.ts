import { numberOf } from '../domain/feature';
import type { Rule } from '../domain/rule';
import { lengthInside } from '../geo/crossing';
import { leastDistance } from '../geo/distance';
import { overlap } from '../geo/overlap';
import { sharedEdgeLength } from '../geo/shared-edge';
import { zoneArea, zoneOverlapArea } from '../geo/zone-overlap';
import type { LayerItem } from './layer-index';

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
  const a = subject.geometry;
  const b = object.geometry;
  const { k } = subject;
  const kept = new Map<string, number>();
  const once = (name: string, measure: () => number): number => {
    let value = kept.get(name);
    if (value === undefined) kept.set(name, (value = measure()));
    return value;
  };
  let common: { areaM2: number; meanWidthM: number } | null = null;
  return {
    subject,
    object,
    distanceM: () => once('distance', () => leastDistance(a, b) / k),
    overlap: () => (common ??= meanWidth(overlap(b, a), k)),
    zoneOverlapM2: (d) => once(`overlap ${d}`, () => zoneOverlapArea(b, a, d * k) / k ** 2),
    zoneM2: (d) => zoneAreaOf(subject, d),
    lengthInsideM: () => once('inside', () => lengthInside(b, a) / k),
    sharedEdgeM: (tolM) => once(`edge ${tolM}`, () => sharedEdgeLength(b, a, tolM * k) / k),
  };
}

/** Width that a strip of this area and perimeter would have: 2A/P, tending to its width as it gets longer. */
function meanWidth({ areaM2, perimeterM }: { areaM2: number; perimeterM: number }, k: number) {
  return {
    areaM2: areaM2 / k ** 2,
    meanWidthM: perimeterM > 0 ? (2 * areaM2) / perimeterM / k : 0,
  };
}

const zoneAreas = new WeakMap<LayerItem, Map<number, number>>();

/** True area in m² of everything within `distanceM` of the item, the item included. Kept with the item. */
export function zoneAreaOf(item: LayerItem, distanceM: number): number {
  let areas = zoneAreas.get(item);
  if (!areas) zoneAreas.set(item, (areas = new Map<number, number>()));
  let area = areas.get(distanceM);
  if (area === undefined) {
    area = zoneArea(item.geometry, distanceM * item.k) / item.k ** 2;
    areas.set(distanceM, area);
  }
  return area;
}

/** True area of a feature in m²; 0 for points and lines. */
export function trueAreaOf(item: LayerItem): number {
  return item.planarAreaM2 / item.k ** 2;
}

/**
 * How far the thing that a rule measures to reaches out from the line that stands for it: `halfWidthM` of a road or
 * power line, where the rule means its land's edge or its outer conductor; else 0.
 */
export function halfWidthOf(rule: Rule, object: LayerItem): number {
  const { relation } = rule.test;
  const { to } = rule.measure;
  if (relation !== 'within-distance' || object.geometry.dimension !== 1) return 0;
  if (to !== 'land-edge' && to !== 'outer-conductor') return 0;
  return Math.max(0, numberOf(object.feature, 'halfWidthM') ?? 0);
}
