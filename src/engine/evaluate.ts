import type { LayerName } from '../domain/layer';
import type { ActiveRule } from './active-rule';
import { boxGap } from './box-index';
import { judge, reachOf, type Judgement } from './judge';
import type { LayerIndex, LayerItem } from './layer-index';
import { halfWidthOf, measurePair } from './pair-measures';
import { isExempt } from './subjects';

/** One rule failed, or nearly, by one pair. */
export interface Hit {
  readonly rule: ActiveRule;
  readonly subject: LayerItem;
  readonly object: LayerItem;
  readonly judgement: Judgement;
}

type Layers = ReadonlyMap<LayerName, LayerIndex>;

/**
 * All hits of one subject under the rules given, of which it must be a subject. One search for each object layer, at
 * the rules' largest reach, serves them all.
 */
export function hitsOfSubject(layers: Layers, subject: LayerItem, rules: readonly ActiveRule[]): Hit[] {
  const hits: Hit[] = [];
  for (const [layer, group] of byLayer(rules, ({ rule }) => rule.object.layer)) {
    const objects = layers.get(layer);
    if (!objects) continue;
    const reach = Math.max(...group.map((rule) => searchReach(rule, subject.k)));
    for (const slot of objects.search(subject.geometry, reach)) {
      const concerned = group.filter((rule) => rule.objects.has(slot));
      if (concerned.length > 0) judgePair(subject, objects.itemAt(slot), concerned, hits);
    }
  }
  return hits;
}

/** All hits of one object under the rules given, of which it must be an object. */
export function hitsOfObject(layers: Layers, object: LayerItem, rules: readonly ActiveRule[]): Hit[] {
  const hits: Hit[] = [];
  for (const [layer, group] of byLayer(rules, ({ rule }) => rule.subject.layer)) {
    const subjects = layers.get(layer);
    if (!subjects) continue;
    const reach = Math.max(
      ...group.map(
        (rule) => reachOf(rule.rule, rule.tolM, halfWidthOf(rule.rule, object)) * SCALE_MARGIN * object.k,
      ),
    );
    for (const slot of subjects.search(object.geometry, reach)) {
      const concerned = group.filter((rule) => rule.subjects.has(slot));
      if (concerned.length > 0) judgePair(subjects.itemAt(slot), object, concerned, hits);
    }
  }
  return hits;
}

/** k of subject and object differ by less than this within any rule's reach. */
const SCALE_MARGIN = 1.0001;

function searchReach({ rule, tolM, maxHalfWidthM }: ActiveRule, k: number): number {
  return reachOf(rule, tolM, maxHalfWidthM) * SCALE_MARGIN * k;
}

/** Judges one pair by all rules that are about it; its measures are taken once. */
function judgePair(subject: LayerItem, object: LayerItem, rules: readonly ActiveRule[], hits: Hit[]): void {
  if (isExempt(subject, object)) return;
  const gapM = boxGap(subject.geometry, object.geometry) / subject.k;
  const pair = measurePair(subject, object);
  for (const rule of rules) {
    if (gapM > reachOf(rule.rule, rule.tolM, halfWidthOf(rule.rule, object))) continue;
    const judgement = judge(rule.rule, pair, rule.tolM);
    if (judgement) hits.push({ rule, subject, object, judgement });
  }
}

function byLayer(
  rules: readonly ActiveRule[],
  layerOf: (rule: ActiveRule) => LayerName,
): Map<LayerName, ActiveRule[]> {
  const groups = new Map<LayerName, ActiveRule[]>();
  for (const rule of rules) {
    const layer = layerOf(rule);
    const group = groups.get(layer);
    if (group) group.push(rule);
    else groups.set(layer, [rule]);
  }
  return groups;
}
