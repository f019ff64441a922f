import type { Comment, Decision } from '../decision';
import type { FeatureGeometry } from '../feature';
import type { LayerName } from '../layer';
import { commentsOf, decisionsOf, type Plan, type PlanRecord, type RecordKey } from '../plan';
import {
  entitiesOf,
  GEOMETRY_PART,
  partNames,
  propertyNameOf,
  samePart,
  type Entity,
  type EntityKind,
} from './entity';

/** One value that differs; a side that has none lacks its member. */
export interface ValueDifference {
  readonly name: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** A rule, standard, pack, target, layer description or the project's own words, on one side or different. */
export interface EntityDifference {
  readonly kind: EntityKind;
  readonly id: string;
  /** The pack of a rule or standard. */
  readonly within: string | null;
  readonly change: 'added' | 'removed' | 'changed';
  /** For `changed`: what of it. */
  readonly parts: readonly ValueDifference[];
}

/** How the features of one layer differ, by id. A feature that lies elsewhere and says otherwise is in both lists. */
export interface LayerDifference {
  readonly layer: LayerName;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Of another shape; `byM` is what `MeasureMove` says. */
  readonly moved: readonly { readonly id: string; readonly byM: number }[];
  readonly changed: readonly { readonly id: string; readonly properties: readonly ValueDifference[] }[];
}

/** How far a geometry was moved or reshaped, in metres: the greatest distance of a vertex of either to the other. */
export type MeasureMove = (before: FeatureGeometry, after: FeatureGeometry) => number;

export interface PlanComparison {
  /** Of the edited layers, those in which something differs. */
  readonly layers: readonly LayerDifference[];
  /** Everything else but decisions and comments. */
  readonly entities: readonly EntityDifference[];
  readonly decisions: { readonly added: readonly Decision[]; readonly removed: readonly Decision[] };
  readonly comments: { readonly added: readonly Comment[]; readonly removed: readonly Comment[] };
}

/** What makes `b` of `a`. The features of reference layers are no part of a plan: only their files' hashes are. */
export function comparePlans(a: Plan, b: Plan, measureMove: MeasureMove): PlanComparison {
  const layers = new Map<LayerName, LayerLists>();
  const entities: EntityDifference[] = [];
  for (const key of new Set([...a.keys(), ...b.keys()])) {
    const [before, after] = [a.get(key), b.get(key)];
    if (before === after) continue;
    const kind = (before ?? after)!.kind;
    if (kind === 'decision' || kind === 'comment') continue;
    for (const pair of pairedEntities(before, after)) {
      if (kind === 'feature') noteFeature(layers, pair, measureMove);
      else entities.push(...differenceOf(pair));
    }
  }
  return {
    layers: Array.from(layers, ([layer, lists]) => ({ layer, ...lists })),
    entities,
    decisions: addedAndRemoved(decisionsOf(a), decisionsOf(b)),
    comments: addedAndRemoved(commentsOf(a), commentsOf(b)),
  };
}

/** The same entity on both sides; at least one is there. */
export interface EntityPair {
  readonly before: Entity | undefined;
  readonly after: Entity | undefined;
}

/** Entities of two states of one record, by their keys. */
export function pairedEntities(before?: PlanRecord, after?: PlanRecord): EntityPair[] {
  const [left, right] = [before, after].map(
    (record) => new Map((record ? entitiesOf(record) : []).map((entity) => [entity.key, entity])),
  );
  return Array.from(new Set([...left!.keys(), ...right!.keys()]), (key) => ({
    before: left!.get(key),
    after: right!.get(key),
  }));
}

/** The parts in which two entities differ. */
export function differingParts({ before, after }: EntityPair): readonly ValueDifference[] {
  const [left, right] = [
    before?.parts ?? new Map<string, unknown>(),
    after?.parts ?? new Map<string, unknown>(),
  ];
  return partNames(left, right)
    .filter((name) => !samePart(name, left.get(name), right.get(name)))
    .map((name) => valueDifference(name, left.get(name), right.get(name)));
}

export function valueDifference(name: string, before: unknown, after: unknown): ValueDifference {
  return {
    name,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
}

type LayerLists = { -readonly [K in Exclude<keyof LayerDifference, 'layer'>]: LayerDifference[K][number][] };

function noteFeature(layers: Map<LayerName, LayerLists>, pair: EntityPair, measureMove: MeasureMove): void {
  const { id, within } = (pair.before ?? pair.after)!;
  const layer = within as LayerName;
  const lists = layers.get(layer) ?? { added: [], removed: [], moved: [], changed: [] };
  const differences = differingParts(pair);
  if (differences.length > 0) layers.set(layer, lists);
  if (!pair.before) lists.added.push(id);
  else if (!pair.after) lists.removed.push(id);
  else {
    const [from, to] = [pair.before, pair.after].map(
      ({ parts }) => parts.get(GEOMETRY_PART) as FeatureGeometry,
    );
    const isMoved = differences.some(({ name }) => name === GEOMETRY_PART);
    if (isMoved) lists.moved.push({ id, byM: measureMove(from!, to!) });
    const properties = differences
      .filter(({ name }) => name !== GEOMETRY_PART)
      .map((difference) => ({ ...difference, name: propertyNameOf(difference.name) ?? difference.name }));
    if (properties.length > 0) lists.changed.push({ id, properties });
  }
}

function differenceOf(pair: EntityPair): readonly EntityDifference[] {
  const { kind, id, within } = (pair.before ?? pair.after)!;
  if (!pair.before) return [{ kind, id, within, change: 'added', parts: [] }];
  if (!pair.after) return [{ kind, id, within, change: 'removed', parts: [] }];
  const parts = differingParts(pair);
  return parts.length === 0 ? [] : [{ kind, id, within, change: 'changed', parts }];
}

function addedAndRemoved<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
): { readonly added: readonly T[]; readonly removed: readonly T[] } {
  const [known, kept] = [before, after].map((list) => new Set(list.map(({ id }) => id)));
  return {
    added: after.filter(({ id }) => !known!.has(id)),
    removed: before.filter(({ id }) => !kept!.has(id)),
  };
}

/** Keys of the records that differ between two plans that may have been read from different files. */
export function differingKeys(a: Plan, b: Plan): RecordKey[] {
  return Array.from(new Set([...a.keys(), ...b.keys()])).filter((key) =>
    pairedEntities(a.get(key), b.get(key)).some(
      (pair) => !pair.before || !pair.after || differingParts(pair).length > 0,
    ),
  );
}
