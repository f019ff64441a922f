import { NO_FINDINGS, siteKey, type AnalysisTables, type FindingCounts } from '../domain/analysis';
import type { RuleCheck } from '../domain/conflict';
import { isCollectionName, type LayerName } from '../domain/layer';
import { featuresOf, layersOf, packsOf, projectOf, targetsOf, type Plan } from '../domain/plan';
import type { ProjectInfo } from '../domain/project';
import { createFrame, type Frame } from '../geo/frame';
import { activate, enabledRules, type ActiveRule, type RuleSetting } from './active-rule';
import { createCoverage, type Coverage } from './coverage';
import { deficitsOf } from './deficits';
import { byCodeUnit, districtOf } from './districts';
import { EngineError } from './engine-error';
import { blocksOf } from './join';
import { contentIn, presentLayers, type Contents } from './layer-contents';
import type { LayerIndex } from './layer-index';
import type { LayerItem } from './layer-item';
import { trueAreaOf } from './pair-measures';
import { nothingPending, type Pending } from './pending';
import type { Progress } from './protocol';
import { createRecordLayer } from './record-layer';
import { createResultStore, type ResultStore } from './result-store';
import { standardsOf, type Standards } from './standards';
import { createTableLayer } from './table-layer';
import type { Accuracies } from '../domain/tolerance';

/** A plan with everything computed from it. `update.ts` changes it in place. */
export interface EngineState extends RuleSetting {
  plan: Plan;
  revision: number;
  info: ProjectInfo;
  readonly frame: Frame;
  readonly layers: Map<LayerName, LayerIndex>;
  accuracies: Accuracies;
  rules: Map<string, ActiveRule>;
  standards: Standards;
  readonly results: ResultStore;
  coverage: Coverage;
  /** District by `layer/id`, as far as it has been asked for. */
  readonly districts: Map<string, string | null>;
  /** What was edited since the changes were last taken. */
  pending: Pending;
}

/**
 * Computes everything. Throws `EngineError`: `engine.no-project`, `engine.layer-unread` (`layer`, `file`),
 * `engine.filter-invalid` (`rule`, `side`, `detail`).
 */
export function* buildState(
  plan: Plan,
  revision: number,
  contents: Contents,
): Generator<Progress, EngineState> {
  const info = projectOf(plan);
  if (!info) throw new EngineError('engine.no-project');
  const frame = createFrame(info.frame);
  const layers = new Map<LayerName, LayerIndex>();
  for (const layer of presentLayers(plan)) {
    layers.set(layer, yield* layerOf(frame, plan, layer, contents));
  }
  const packs = packsOf(plan);
  const setting: RuleSetting = { layers, toleranceM: info.toleranceM, accuracies: accuraciesIn(plan) };
  const rules = new Map<string, ActiveRule>();
  for (const compiled of enabledRules(packs).values()) {
    rules.set(compiled.rule.id, activate(compiled, setting));
    yield { step: 'checking', done: 0, total: 1 };
  }
  const standards = standardsOf(packs);
  const state: EngineState = {
    ...setting,
    plan,
    revision,
    info,
    frame,
    layers,
    rules,
    standards,
    results: createResultStore(),
    coverage: yield* coverageOf(layers, standards, info),
    districts: new Map(),
    pending: nothingPending(),
  };
  yield* evaluateRules(state, [...rules.values()]);
  state.results.takeReplaced();
  return state;
}

/** A layer of the plan, from its records or from the content of its file. */
export function* layerOf(
  frame: Frame,
  plan: Plan,
  layer: LayerName,
  contents: Contents,
): Generator<Progress, LayerIndex> {
  const content = isCollectionName(layer) ? undefined : contentIn(plan, layer, contents);
  if (content) return createTableLayer(frame, content, yield* content.placedIn(frame));
  return yield* createRecordLayer(frame, layer, isCollectionName(layer) ? featuresOf(plan, layer) : []);
}

/** Evaluates rules whose findings have been removed, on all their subjects. */
export function* evaluateRules(state: EngineState, rules: readonly ActiveRule[]): Generator<Progress, void> {
  for (const [layer, index] of state.layers) {
    const mine = rules.filter((rule) => rule.missingLayer === null && rule.rule.subject.layer === layer);
    if (mine.length === 0) continue;
    for (const slot of index.slots()) {
      evaluateSubject(state, index, slot, mine);
      yield { step: 'checking', done: slot, total: index.slotEnd };
    }
  }
}

/** Puts the findings of those of the rules whose subject the slot holds in place of what they had found. */
export function evaluateSubject(
  { layers, results }: EngineState,
  index: LayerIndex,
  slot: number,
  rules: readonly ActiveRule[],
): void {
  const concerned = rules.filter((rule) => rule.subjects.has(slot));
  if (concerned.length === 0) return;
  const blocks = blocksOf(layers, index.itemAt(slot), concerned);
  concerned.forEach((rule, i) => results.put(rule.rule.id, slot, blocks[i]!));
}

/** District of a feature of the plan. */
export function districtFor(state: EngineState, item: LayerItem): string | null {
  const key = districtKey(item.layer, item.id);
  let district = state.districts.get(key);
  if (district === undefined) {
    district = districtOf(state.layers.get('districts'), item);
    state.districts.set(key, district);
  }
  return district;
}

export function districtKey(layer: LayerName, id: string): string {
  return `${layer}/${id}`;
}

export function coverageOf(
  layers: ReadonlyMap<LayerName, LayerIndex>,
  standards: Standards,
  { householdSize }: ProjectInfo,
): Generator<Progress, Coverage> {
  const setting = {
    residential: layers.get('residential'),
    districts: layers.get('districts'),
    standards,
    ...(householdSize === undefined ? {} : { householdSize }),
  };
  return createCoverage(setting, itemsIn(layers, 'schools'));
}

export function accuraciesIn(plan: Plan): Accuracies {
  return new Map(
    layersOf(plan).flatMap(({ name, accuracyM }) => (accuracyM === undefined ? [] : [[name, accuracyM]])),
  );
}

function itemsIn(layers: ReadonlyMap<LayerName, LayerIndex>, layer: LayerName): readonly LayerItem[] {
  const index = layers.get(layer);
  return index ? Array.from(index.slots(), (slot) => index.itemAt(slot)) : [];
}

/** Everything but the findings: small tables, made whole from the state. */
export function tablesOf(state: EngineState): AnalysisTables {
  const schools = itemsIn(state.layers, 'schools');
  const coverage = state.coverage.rows();
  // A school's area stands where a reservation has the same id.
  const areas = [...itemsIn(state.layers, 'reservations'), ...schools]
    .map((item) => [item.id, trueAreaOf(item)] as const)
    .filter(([, area]) => area > 0);
  const districts = schools.map((school) => [school.id, districtFor(state, school)] as const);
  return {
    revision: state.revision,
    checked: checkedOf(state),
    counts: countsOf(state),
    siteCounts: siteCountsOf(state),
    deficits: deficitsOf({
      targets: targetsOf(state.plan),
      schools: schools.map((school) => ({
        id: school.id,
        feature: school.feature,
        district: districtFor(state, school),
        areaM2: school.planarAreaM2 > 0 ? trueAreaOf(school) : undefined,
      })),
      standards: state.standards,
      coverage,
      residents: state.coverage.residents(),
    }),
    coverage,
    catchments: state.coverage.catchments(),
    districtOf: recordFrom(districts),
    areaM2: recordFrom(areas),
  };
}

export function countsOf({ rules, results }: EngineState): FindingCounts {
  const counts = { ...NO_FINDINGS };
  for (const { rule } of rules.values()) {
    const { conflicts, marginal } = results.counts(rule.id);
    counts[rule.severity] += conflicts;
    counts.marginal += marginal;
  }
  return counts;
}

function siteCountsOf({ rules, results, layers }: EngineState): Readonly<Record<string, FindingCounts>> {
  const sites: [string, FindingCounts][] = [];
  for (const layer of ['schools', 'reservations'] as const) {
    const subjects = layers.get(layer);
    if (!subjects) continue;
    const bySlot = new Map<number, Record<keyof FindingCounts, number>>();
    for (const { rule } of rules.values()) {
      if (rule.subject.layer !== layer) continue;
      for (const [slot, { size, marginals }] of results.blocksOf(rule.id)) {
        let counts = bySlot.get(slot);
        if (!counts) bySlot.set(slot, (counts = { ...NO_FINDINGS }));
        counts[rule.severity] += size - marginals;
        counts.marginal += marginals;
      }
    }
    for (const [slot, counts] of bySlot) sites.push([siteKey(layer, subjects.idAt(slot)), counts]);
  }
  return recordFrom(sites);
}

/** As `Object.fromEntries`, for thousands of keys: without a prototype an object is a hash table from the start. */
function recordFrom<T>(entries: readonly (readonly [string, T])[]): Readonly<Record<string, T>> {
  const record = Object.create(null) as Record<string, T>;
  for (const [key, value] of entries) record[key] = value;
  return record;
}

/** What each rule looked at, by rule id; what it found clear is not listed but counted. */
function checkedOf(state: EngineState): readonly RuleCheck[] {
  return Array.from(state.rules.values())
    .sort((a, b) => byCodeUnit(a.rule.id, b.rule.id))
    .map(({ rule, subjects, objects, missingLayer }) => {
      const counts = state.results.counts(rule.id);
      return missingLayer === null
        ? { rule: rule.id, subjects: subjects.size, objects: objects.size, ...counts }
        : { rule: rule.id, subjects: 0, objects: 0, ...counts, missingLayer };
    });
}
