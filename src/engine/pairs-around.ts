import type { ActiveRule } from './active-rule';
import type { MeasuredPair } from './findings';
import { blocksOf, measuredPair, searchReach } from './join';
import type { LayerItem } from './layer-item';
import { measuredAt } from './result-block';
import type { EngineState } from './state';

/** A subject and an object that fail a rule, or nearly. */
export interface FoundPair {
  readonly rule: ActiveRule;
  readonly subject: LayerItem;
  readonly object: LayerItem;
  readonly measured: MeasuredPair;
}

type Layers = Pick<EngineState, 'layers'>;

/** What a feature meets as the subject of rules, of all of which it must be one. */
export function pairsAsSubject(
  { layers }: Layers,
  item: LayerItem,
  rules: readonly ActiveRule[],
): readonly FoundPair[] {
  const pairs: FoundPair[] = [];
  blocksOf(layers, item, rules).forEach((block, i) => {
    const rule = rules[i]!;
    const objects = layers.get(rule.rule.object.layer);
    for (let row = 0; objects && row < (block?.size ?? 0); row++) {
      const measured = measuredAt(block!, row);
      pairs.push({ rule, subject: item, object: objects.itemAt(measured.object), measured });
    }
  });
  return pairs;
}

/** What a feature meets as the object of a rule, of which it must be one. */
export function pairsAsObject({ layers }: Layers, item: LayerItem, rule: ActiveRule): readonly FoundPair[] {
  const pairs: FoundPair[] = [];
  const subjects = layers.get(rule.rule.subject.layer);
  for (const slot of subjects?.search(item.geometry, searchReach(rule, item.k)) ?? []) {
    if (!rule.subjects.has(slot)) continue;
    const subject = subjects!.itemAt(slot);
    const measured = measuredPair(subject, item, -1, rule);
    if (measured) pairs.push({ rule, subject, object: item, measured });
  }
  return pairs;
}
