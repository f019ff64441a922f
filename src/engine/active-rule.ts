import { valueAt } from '../domain/feature-table';
import type { LayerName } from '../domain/layer';
import type { PackRecord } from '../domain/plan';
import type { LayerIndex } from './layer-index';
import { HalfWidths, readsHalfWidth, widthIn } from './half-width';
import { createSlotSet, type SlotSet } from './slot-set';
import { compileRule, isObject, isSubject, type CompiledRule } from './subjects';
import { matchTable } from './table-filter';
import { pairTolerance, type Accuracies } from '../domain/tolerance';

/** A rule at work on the layers of a project. */
export interface ActiveRule extends CompiledRule {
  readonly tolM: number;
  /** A layer that it needs and the project has not: then it is not evaluated. */
  readonly missingLayer: LayerName | null;
  readonly subjects: SlotSet;
  readonly objects: SlotSet;
  /** Of its objects, where the rule measures to their edge. */
  readonly halfWidths: HalfWidths;
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
  const rule: ActiveRule = {
    ...compiled,
    tolM: pairTolerance(toleranceM, accuracies, subject.layer, object.layer),
    missingLayer: subjects ? (objects ? null : object.layer) : subject.layer,
    subjects: createSlotSet(subjects ? subjectsIn(compiled, subjects) : new Uint8Array(0)),
    objects: createSlotSet(objects ? objectsIn(compiled, objects) : new Uint8Array(0)),
    halfWidths: new HalfWidths(),
  };
  if (objects && readsHalfWidth(compiled.rule)) {
    const column = objects.placed?.attributes.columns.get('halfWidthM');
    for (const slot of objects.slots()) {
      const row = objects.placed?.rows[slot];
      // Most layers give no half widths: then no feature need be looked at.
      if (row !== undefined && (!column || valueAt(column, row) === undefined)) continue;
      noteHalfWidth(rule, objects, slot);
    }
  }
  return rule;
}

/** Puts an edited or new object of the rule's layer in or out. */
export function sortObject(rule: ActiveRule, objects: LayerIndex, slot: number): void {
  const live = objects.isLive(slot);
  rule.objects.set(slot, live && isObject(rule, objects.featureAt(slot).feature));
  if (readsHalfWidth(rule.rule)) noteHalfWidth(rule, objects, slot);
}

export function sortSubject(rule: ActiveRule, subjects: LayerIndex, slot: number): void {
  rule.subjects.set(slot, subjects.isLive(slot) && isSubject(rule, subjects.featureAt(slot).feature));
}

function noteHalfWidth(rule: ActiveRule, objects: LayerIndex, slot: number): void {
  rule.halfWidths.set(slot, rule.objects.has(slot) ? widthIn(objects.itemAt(slot)) : 0);
}

function subjectsIn(rule: CompiledRule, layer: LayerIndex): Uint8Array {
  const members = new Uint8Array(layer.slotEnd);
  for (const slot of layer.slots()) members[slot] = Number(isSubject(rule, layer.featureAt(slot).feature));
  return members;
}

function objectsIn(rule: CompiledRule, layer: LayerIndex): Uint8Array {
  const members = new Uint8Array(layer.slotEnd);
  const { placed } = layer;
  if (placed) {
    members.set(matchTable(rule.objectFilter, placed));
    if (placed.gone)
      for (let slot = 0; slot < placed.gone.length; slot++) if (placed.gone[slot]) members[slot] = 0;
  }
  for (let slot = placed?.shapes.size ?? 0; slot < layer.slotEnd; slot++) {
    if (layer.isLive(slot)) members[slot] = Number(isObject(rule, layer.featureAt(slot).feature));
  }
  return members;
}
