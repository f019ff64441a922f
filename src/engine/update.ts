import type { LayerName } from '../domain/layer';
import { packsOf, projectOf, type FeatureRecord, type Plan } from '../domain/plan';
import type { PlanDiff } from '../domain/plan-diff';
import type { Rule } from '../domain/rule';
import { activate, enabledRules, sortObject, sortSubject, type ActiveRule } from './active-rule';
import { measuredPair, searchReach } from './join';
import { presentLayers, type Contents } from './layer-contents';
import type { LayerIndex } from './layer-index';
import type { LayerItem } from './layer-item';
import { finished } from './pacer';
import { noteOnce, slotKey } from './pending';
import { changesIn, type PlanChanges } from './plan-changes';
import { withoutObject, withRow } from './result-block';
import { standardsOf } from './standards';
import {
  accuraciesIn,
  buildState,
  coverageOf,
  districtFor,
  districtKey,
  evaluateRules,
  evaluateSubject,
  layerOf,
  type EngineState,
} from './state';
import type { CompiledRule } from './subjects';

interface Target {
  readonly plan: Plan;
  readonly revision: number;
  readonly contents: Contents;
}

/**
 * Brings the state to `plan`, which `diff` has led to, by recomputing what the diff touches, and notes in `pending`
 * what was touched. `state` is changed in place, or replaced where the frame or tolerance changed. Throws as
 * `buildState` does, before changing anything; whatever goes wrong, the state must be built anew from the plan.
 */
export function updateState(state: EngineState, diff: PlanDiff, target: Target): EngineState {
  const { plan, revision, contents } = target;
  const changes = changesIn(diff);
  if (changes.everything) return rebuildState(target);
  const layers = renewedLayers(state, plan, changes, contents);
  const compiled = changes.packs ? enabledRules(packsOf(plan)) : state.rules;

  state.info = projectOf(plan) ?? state.info;
  state.accuracies = accuraciesIn(plan);
  if (layers.size > 0) state.pending.whole = true;
  for (const [layer, index] of layers) {
    if (index) state.layers.set(layer, index);
    else state.layers.delete(layer);
  }
  const unsettled = new Set<LayerName>([...layers.keys(), ...changes.reratedLayers]);
  const dirty = adoptRules(state, compiled, unsettled);
  const steady = [...state.rules.values()];
  const edits = changes.features.filter((edit) => !layers.has(collectionOf(edit)));
  const districtsMoved = layers.has('districts') || edits.some((edit) => collectionOf(edit) === 'districts');
  if (districtsMoved) noteDistricts(state);
  for (const edit of edits) applyEdit(state, edit, steady);
  if (districtsMoved || layers.size > 0) state.districts.clear();
  const activated = dirty.map((rule) => activate(rule, state));
  for (const rule of activated) state.rules.set(rule.rule.id, rule);
  finished(evaluateRules(state, activated));
  for (const edit of edits) evaluateEdit(state, edit, steady);
  if (changes.standards) state.standards = standardsOf(packsOf(plan));
  refreshCoverage(state, changes, new Set(layers.keys()), districtsMoved);
  state.plan = plan;
  state.revision = revision;
  return state;
}

/** Computes everything anew. */
export function rebuildState({ plan, revision, contents }: Target): EngineState {
  const state = finished(buildState(plan, revision, contents));
  state.pending.whole = true;
  return state;
}

type Edit = PlanChanges['features'][number];

function collectionOf({ before, after }: Edit): FeatureRecord['collection'] {
  return recordOf({ before, after }).collection;
}

function recordOf({ before, after }: Edit): FeatureRecord {
  return (after ?? before)!;
}

/** Layers that come, go (null) or are replaced whole, with their new index. */
function renewedLayers(
  state: EngineState,
  plan: Plan,
  { replacedLayers }: PlanChanges,
  contents: Contents,
): Map<LayerName, LayerIndex | null> {
  const renewed = new Map<LayerName, LayerIndex | null>();
  const present = presentLayers(plan);
  for (const layer of state.layers.keys()) if (!present.has(layer)) renewed.set(layer, null);
  for (const layer of present) {
    if (state.layers.has(layer) && !replacedLayers.has(layer)) continue;
    renewed.set(layer, finished(layerOf(state.frame, plan, layer, contents)));
  }
  return renewed;
}

/**
 * Keeps of the state's rules those that still stand and decide as before, and drops the findings of all others;
 * answers with the rules that must be evaluated anew: new ones, changed ones, and ones on unsettled layers.
 */
function adoptRules(
  state: EngineState,
  compiled: ReadonlyMap<string, CompiledRule>,
  unsettled: ReadonlySet<LayerName>,
): readonly CompiledRule[] {
  const dirty: CompiledRule[] = [];
  const steady = new Map<string, ActiveRule>();
  for (const [id, next] of compiled) {
    const known = state.rules.get(id);
    const { subject, object } = next.rule;
    const isUnsettled = unsettled.has(subject.layer) || unsettled.has(object.layer);
    if (!known || isUnsettled || !decidesAlike(known.rule, next.rule)) dirty.push(next);
    // Its findings stay; its words and version are the new ones.
    else steady.set(id, { ...known, rule: next.rule, version: next.version });
  }
  for (const [id, rule] of state.rules) {
    if (steady.has(id)) continue;
    noteOnce(state.pending.rules, id, () => rule);
    state.results.removeRule(id);
  }
  state.rules = steady;
  return dirty;
}

function decidesAlike(a: Rule, b: Rule): boolean {
  const decisive = ({ subject, object, test, measure, severity }: Rule) =>
    JSON.stringify([subject, object, test, measure, severity]);
  return a === b || decisive(a) === decisive(b);
}

/** Puts an edited feature into its layer and sorts it by the rules; its findings are removed. */
function applyEdit(state: EngineState, edit: Edit, rules: readonly ActiveRule[]): void {
  const { collection, id } = recordOf(edit);
  const index = state.layers.get(collection)!;
  const known = index.slotOf(id);
  const before = known === undefined ? null : index.itemAt(known);
  const district = before && districtFor(state, before);
  const slot = edit.after ? index.put(edit.after) : index.remove(id);
  state.districts.delete(districtKey(collection, id));
  if (slot === undefined) return;
  noteOnce(state.pending.features, slotKey(collection, slot), () => before);
  noteOnce(state.pending.districts, slotKey(collection, slot), () => district);
  for (const rule of rules) {
    if (rule.missingLayer !== null) continue;
    const { subject, object } = rule.rule;
    if (subject.layer === collection) {
      state.results.put(rule.rule.id, slot, null);
      sortSubject(rule, index, slot);
    }
    if (object.layer === collection) {
      // Blocks are few and sorted, so that to look through them all is quicker than to know where the object was.
      for (const [other, block] of state.results.blocksOf(rule.rule.id)) {
        const rest = withoutObject(block, slot);
        if (rest !== block) state.results.put(rule.rule.id, other, rest);
      }
      sortObject(rule, index, slot);
    }
  }
}

function evaluateEdit(state: EngineState, edit: Edit, rules: readonly ActiveRule[]): void {
  if (!edit.after) return;
  const { collection, id } = edit.after;
  const index = state.layers.get(collection)!;
  const slot = index.slotOf(id)!;
  const present = rules.filter(({ missingLayer }) => missingLayer === null);
  evaluateSubject(
    state,
    index,
    slot,
    present.filter(({ rule }) => rule.subject.layer === collection),
  );
  const object = index.itemAt(slot);
  for (const rule of present) {
    if (rule.rule.object.layer === collection && rule.objects.has(slot)) addObject(state, object, slot, rule);
  }
}

/** Puts what a rule finds about a new object into the blocks of its subjects. */
function addObject(state: EngineState, object: LayerItem, slot: number, rule: ActiveRule): void {
  const { layers, results } = state;
  const subjects = layers.get(rule.rule.subject.layer)!;
  for (const subject of subjects.search(object.geometry, searchReach(rule, object.k))) {
    if (!rule.subjects.has(subject)) continue;
    const block = results.blocksOf(rule.rule.id).get(subject) ?? null;
    // A subject of the same layer that was edited too has found it already.
    if (block && withoutObject(block, slot) !== block) continue;
    const measured = measuredPair(subjects.itemAt(subject), object, slot, rule);
    if (measured) results.put(rule.rule.id, subject, withRow(block, measured));
  }
}

/** Districts of all subjects with findings are noted as they were, and their findings as touched. */
function noteDistricts(state: EngineState): void {
  for (const { rule } of state.rules.values()) {
    const subjects = state.layers.get(rule.subject.layer);
    for (const [slot, block] of [...state.results.blocksOf(rule.id)]) {
      if (!subjects?.isLive(slot)) continue;
      const item = subjects.itemAt(slot);
      noteOnce(state.pending.districts, slotKey(subjects.layer, slot), () => districtFor(state, item));
      state.results.put(rule.id, slot, block);
    }
  }
}

/** Catchments and what they cover. */
function refreshCoverage(
  state: EngineState,
  changes: PlanChanges,
  renewed: ReadonlySet<LayerName>,
  districtsMoved: boolean,
): void {
  if (districtsMoved || changes.standards || renewed.has('residential') || renewed.has('schools')) {
    state.coverage = finished(coverageOf(state.layers, state.standards, state.info));
    return;
  }
  for (const edit of changes.features) {
    if (collectionOf(edit) !== 'schools') continue;
    const { id } = recordOf(edit);
    const index = state.layers.get('schools')!;
    const slot = index.slotOf(id);
    if (slot === undefined) state.coverage.remove(id);
    else state.coverage.put(index.itemAt(slot));
  }
}
