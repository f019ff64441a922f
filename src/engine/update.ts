import type { AnalysisDelta } from '../domain/analysis';
import type { LayerName } from '../domain/layer';
import { packsOf, projectOf, type FeatureRecord, type Plan } from '../domain/plan';
import type { PlanDiff } from '../domain/plan-diff';
import type { Rule } from '../domain/rule';
import { activate, enabledRules, type ActiveRule } from './active-rule';
import { hitsOfObject, hitsOfSubject } from './evaluate';
import { featuresIn, presentLayers, type Contents } from './layer-contents';
import { createLayerIndex, type LayerIndex } from './layer-index';
import { finished } from './pacer';
import { changesIn, type PlanChanges } from './plan-changes';
import { standardsOf } from './standards';
import {
  accuraciesIn,
  buildState,
  coverageOf,
  districtFor,
  districtKey,
  evaluateRules,
  findingFor,
  tablesOf,
  type EngineState,
} from './state';
import { isObject, isSubject, type CompiledRule } from './subjects';

export interface UpdateResult {
  readonly state: EngineState;
  readonly delta: AnalysisDelta;
}

/**
 * Brings the state to `plan`, which `diff` has led to, by recomputing what the diff touches. `state` is changed in
 * place, or replaced where the frame or tolerance changed. Throws as `buildState` does, before changing anything.
 */
export function updateState(
  state: EngineState,
  diff: PlanDiff,
  { plan, revision, contents }: { plan: Plan; revision: number; contents: Contents },
): UpdateResult {
  const changes = changesIn(diff);
  if (changes.everything) return rebuildState(state, { plan, revision, contents });
  const layers = renewedLayers(state, plan, changes, contents);
  const compiled = changes.packs ? enabledRules(packsOf(plan)) : state.rules;

  state.plan = plan;
  state.revision = revision;
  state.info = projectOf(plan) ?? state.info;
  state.accuracies = accuraciesIn(plan);
  for (const [layer, index] of layers) {
    if (index) state.layers.set(layer, index);
    else state.layers.delete(layer);
  }
  const unsettled = new Set<LayerName>([...layers.keys(), ...changes.reratedLayers]);
  const dirty = adoptRules(state, compiled, unsettled);
  const steady = [...state.rules.values()];
  const edits = changes.features.filter((edit) => !layers.has(collectionOf(edit)));
  applyEdits(state, edits, steady);
  const activated = dirty.map((rule) => activate(rule, state));
  for (const rule of activated) state.rules.set(rule.rule.id, rule);
  finished(evaluateRules(state, activated));
  evaluateEdits(state, edits, steady);
  refreshTables(state, changes, new Set(layers.keys()));
  return { state, delta: { ...tablesOf(state), ...state.results.takeChanges() } };
}

/** Computes everything anew and tells how it differs from what was there. */
export function rebuildState(
  state: EngineState,
  { plan, revision, contents }: { plan: Plan; revision: number; contents: Contents },
): UpdateResult {
  const next = finished(buildState(plan, revision, contents));
  for (const rule of state.rules.keys()) state.results.removeRule(rule);
  for (const finding of next.results.all()) state.results.put(finding);
  return { state: next, delta: { ...tablesOf(next), ...state.results.takeChanges() } };
}

type Edit = PlanChanges['features'][number];

function collectionOf({ before, after }: Edit): LayerName {
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
    renewed.set(layer, finished(createLayerIndex(state.frame, layer, featuresIn(plan, layer, contents))));
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
  for (const id of state.rules.keys()) if (!steady.has(id)) state.results.removeRule(id);
  state.rules = steady;
  return dirty;
}

function decidesAlike(a: Rule, b: Rule): boolean {
  const decisive = ({ subject, object, test, measure, severity }: Rule) =>
    JSON.stringify([subject, object, test, measure, severity]);
  return a === b || decisive(a) === decisive(b);
}

/** Puts the edited features into their layers and sorts them by the rules; their findings are removed. */
function applyEdits(state: EngineState, edits: readonly Edit[], rules: readonly ActiveRule[]): void {
  for (const edit of edits) {
    const { collection, id } = recordOf(edit);
    const index = state.layers.get(collection)!;
    const slot = edit.after ? index.put(edit.after) : index.remove(id);
    state.districts.delete(districtKey(collection, id));
    for (const rule of rules) {
      const { subject, object } = rule.rule;
      if (subject.layer !== collection && object.layer !== collection) continue;
      state.results.removeWhere(
        rule.rule.id,
        ({ conflict }) =>
          (subject.layer === collection && conflict.subject.id === id) ||
          (object.layer === collection && conflict.object.id === id),
      );
      if (slot === undefined || rule.missingLayer !== null) continue;
      const feature = edit.after?.feature;
      if (subject.layer === collection)
        rule.subjects.set(slot, feature !== undefined && isSubject(rule, feature));
      if (object.layer === collection)
        rule.objects.set(slot, feature !== undefined && isObject(rule, feature));
    }
  }
}

function evaluateEdits(state: EngineState, edits: readonly Edit[], rules: readonly ActiveRule[]): void {
  for (const edit of edits) {
    if (!edit.after) continue;
    const { collection, id } = edit.after;
    const index = state.layers.get(collection)!;
    const slot = index.slotOf(id)!;
    const item = index.itemAt(slot);
    const asSubject = rules.filter(
      ({ rule, subjects }) => rule.subject.layer === collection && subjects.has(slot),
    );
    const asObject = rules.filter(
      ({ rule, objects }) => rule.object.layer === collection && objects.has(slot),
    );
    for (const hit of hitsOfSubject(state.layers, item, asSubject)) state.results.put(findingFor(state, hit));
    for (const hit of hitsOfObject(state.layers, item, asObject)) state.results.put(findingFor(state, hit));
  }
}

/** Districts of findings, catchments and coverage. */
function refreshTables(state: EngineState, changes: PlanChanges, renewed: ReadonlySet<LayerName>): void {
  const districtsMoved =
    renewed.has('districts') || changes.features.some((edit) => collectionOf(edit) === 'districts');
  if (districtsMoved) {
    state.districts.clear();
    for (const finding of [...state.results.all()]) {
      const { layer, id } = finding.conflict.subject;
      const index = state.layers.get(layer)!;
      const districtId = districtFor(state, index.itemAt(index.slotOf(id)!));
      if (districtId !== finding.districtId) state.results.put({ ...finding, districtId });
    }
  }
  if (changes.standards) state.standards = standardsOf(packsOf(state.plan));
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
