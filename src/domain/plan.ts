import type { Comment, Decision } from './decision';
import type { GeoFeature } from './feature';
import type { CollectionName, LayerDescription, LayerName } from './layer';
import type { ProjectInfo } from './project';
import { USUAL_ROLES, type ReviewRole } from './review-role';
import type { Rule, RulePack } from './rule';
import type { Target } from './target';

/** A feature of an edited layer. `id` is its id as text, and stays when the feature changes. */
export interface FeatureRecord {
  readonly kind: 'feature';
  readonly collection: CollectionName;
  readonly id: string;
  readonly feature: GeoFeature;
}

export interface ProjectRecord {
  readonly kind: 'project';
  readonly info: ProjectInfo;
}

export interface LayerRecord {
  readonly kind: 'layer';
  readonly layer: LayerDescription;
}

/** A rule pack of the project; `source` is its entry in project.json (`builtin:national`, `rules/office.json`). */
export interface PackRecord {
  readonly kind: 'pack';
  readonly source: string;
  readonly pack: RulePack;
}

export interface TargetsRecord {
  readonly kind: 'targets';
  readonly targets: readonly Target[];
}

export interface DecisionRecord extends ListedRecord {
  readonly kind: 'decision';
  readonly decision: Decision;
}

export interface CommentRecord extends ListedRecord {
  readonly kind: 'comment';
  readonly comment: Comment;
}

/** An entry of a list whose order says something. */
interface ListedRecord {
  /** Id of the entry before which it stands, where it came in (from another's file) after that one was made. */
  readonly precedes?: string;
}

export type PlanRecord =
  FeatureRecord | ProjectRecord | LayerRecord | PackRecord | TargetsRecord | DecisionRecord | CommentRecord;

/** A text that names one record in a plan. */
export type RecordKey = string;

export function keyOf(record: PlanRecord): RecordKey {
  switch (record.kind) {
    case 'feature':
      return featureKey(record.collection, record.id);
    case 'layer':
      return layerKey(record.layer.name);
    case 'pack':
      return packKey(record.pack.id);
    case 'decision':
      return `decision/${record.decision.id}`;
    case 'comment':
      return `comment/${record.comment.id}`;
    case 'project':
    case 'targets':
      return record.kind;
  }
}

export function featureKey(collection: CollectionName, id: string): RecordKey {
  return `feature/${collection}/${id}`;
}

export function layerKey(name: LayerName): RecordKey {
  return `layer/${name}`;
}

export function packKey(id: string): RecordKey {
  return `pack/${id}`;
}

/** Everything that the user decides, and nothing derived from it. Never changed in place. */
export type Plan = ReadonlyMap<RecordKey, PlanRecord>;

export const EMPTY_PLAN: Plan = new Map();

export function planOf(records: Iterable<PlanRecord>): Plan {
  return new Map(Array.from(records, (record) => [keyOf(record), record]));
}

export function projectOf(plan: Plan): ProjectInfo | null {
  const record = plan.get('project');
  return record?.kind === 'project' ? record.info : null;
}

export function targetsOf(plan: Plan): readonly Target[] {
  const record = plan.get('targets');
  return record?.kind === 'targets' ? record.targets : [];
}

export function layerOf(plan: Plan, name: LayerName): LayerDescription | null {
  const record = plan.get(layerKey(name));
  return record?.kind === 'layer' ? record.layer : null;
}

export function featureOf(plan: Plan, collection: CollectionName, id: string): FeatureRecord | null {
  const record = plan.get(featureKey(collection, id));
  return record?.kind === 'feature' ? record : null;
}

export function featuresOf(plan: Plan, collection: CollectionName): FeatureRecord[] {
  const found: FeatureRecord[] = [];
  for (const record of plan.values()) {
    if (record.kind === 'feature' && record.collection === collection) found.push(record);
  }
  return found;
}

export function packsOf(plan: Plan): PackRecord[] {
  return Array.from(plan.values()).filter((record) => record.kind === 'pack');
}

export function layersOf(plan: Plan): LayerDescription[] {
  const found: LayerDescription[] = [];
  for (const record of plan.values()) if (record.kind === 'layer') found.push(record.layer);
  return found;
}

/** The rule of that id as the project's packs have it; null where none does. */
export function ruleOf(plan: Plan, id: string): Rule | null {
  for (const { pack } of packsOf(plan)) {
    const rule = pack.rules.find((candidate) => candidate.id === id);
    if (rule) return rule;
  }
  return null;
}

/** In the order in which they were made: the latest on a conflict comes last. */
export function decisionsOf(plan: Plan): Decision[] {
  const found: Listed<Decision>[] = [];
  for (const record of plan.values()) {
    if (record.kind === 'decision') found.push({ item: record.decision, precedes: record.precedes });
  }
  return inOrder(found);
}

/** In the order in which they were made. */
export function commentsOf(plan: Plan): Comment[] {
  const found: Listed<Comment>[] = [];
  for (const record of plan.values()) {
    if (record.kind === 'comment') found.push({ item: record.comment, precedes: record.precedes });
  }
  return inOrder(found);
}

interface Listed<T> {
  readonly item: T;
  readonly precedes: string | undefined;
}

/** Each where it came, or before the one that it precedes; in place where that one is gone. */
function inOrder<T extends { readonly id: string }>(listed: readonly Listed<T>[]): T[] {
  if (listed.every(({ precedes }) => precedes === undefined)) return listed.map(({ item }) => item);
  const ids = new Set(listed.map(({ item }) => item.id));
  const before = new Map<string, T[]>();
  const ends: T[] = [];
  for (const { item, precedes } of listed) {
    if (precedes === undefined || !ids.has(precedes)) ends.push(item);
    else before.set(precedes, [...(before.get(precedes) ?? []), item]);
  }
  const ordered: T[] = [];
  const put = (item: T) => {
    for (const earlier of before.get(item.id) ?? []) put(earlier);
    ordered.push(item);
  };
  for (const item of ends) put(item);
  return ordered;
}

/** Who may give which verdict; the usual roles where the project names none of its own. */
export function reviewRolesOf(plan: Plan): readonly ReviewRole[] {
  return projectOf(plan)?.reviewRoles ?? USUAL_ROLES;
}
