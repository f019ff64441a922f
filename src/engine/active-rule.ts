import { numberOf } from '../domain/feature';
import type { LayerName } from '../domain/layer';
import type { PackRecord } from '../domain/plan';
import type { LayerIndex } from './layer-index';
import { createSlotSet, type SlotSet } from './slot-set';
import { compileRule, isObject, isSubject, type CompiledRule } from './subjects';
import { pairTolerance, type Accuracies } from './tolerance';

/** A rule at work on the layers of a project. */
export interface ActiveRule extends CompiledRule {
  readonly tolM: number;
  /** A layer that it needs and the project has not: then it is not evaluated. */
  readonly missingLayer: LayerName | null;
  readonly subjects: SlotSet;
  readonly objects: SlotSet;
  /** Largest `halfWidthM` among its objects, m: how much farther than its distance it must look. */
  readonly maxHalfWidthM: number;
}

export interface RuleSetting {
  readonly layers: ReadonlyMap<LayerName, LayerIndex>;
  readonly toleranceM: number;
  readonly accuracies: Accuracies;
}

/** All enabled rules of the packs by id; where packs share a rule id the later pack's rule stands. */
export function enabledRules(packs: readonly PackRecord[]): Map<string, CompiledRule> {
  const rules = new Map<string, CompiledRule>();
  for (const { pack } of packs) {
    for (const rule of pack.rules) {
      rules.delete(rule.id);
      if (rule.enabled !== false) rules.set(rule.id, compileRule(rule, pack.version));
    }
  }
  return rules;
}

/** Sorts the features of both layers by the rule. */
export function activate(
  compiled: CompiledRule,
  { layers, toleranceM, accuracies }: RuleSetting,
): ActiveRule {
  const { subject, object } = compiled.rule;
  const subjects = layers.get(subject.layer);
  const objects = layers.get(object.layer);
  const missingLayer = subjects ? (objects ? null : object.layer) : subject.layer;
  const objectSlots = createSlotSet(objects?.slotEnd ?? 0);
  const subjectSlots = createSlotSet(subjects?.slotEnd ?? 0);
  let maxHalfWidthM = 0;
  for (const slot of subjects?.slots() ?? []) {
    subjectSlots.set(slot, isSubject(compiled, subjects!.featureAt(slot).feature));
  }
  for (const slot of objects?.slots() ?? []) {
    const { feature } = objects!.featureAt(slot);
    const member = isObject(compiled, feature);
    objectSlots.set(slot, member);
    if (member) maxHalfWidthM = Math.max(maxHalfWidthM, numberOf(feature, 'halfWidthM') ?? 0);
  }
  return {
    ...compiled,
    tolM: pairTolerance(toleranceM, accuracies, subject.layer, object.layer),
    missingLayer,
    subjects: subjectSlots,
    objects: objectSlots,
    maxHalfWidthM,
  };
}
