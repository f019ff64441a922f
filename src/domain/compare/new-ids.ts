import { conflictId } from '../conflict';
import type { Decision } from '../decision';
import { idsOf, withProperties, type GeoFeature } from '../feature';
import { isCollectionName, type LayerName } from '../layer';
import { nextId } from '../operations/next-id';
import {
  featureKey,
  keyOf,
  planOf,
  type FeatureRecord,
  type Plan,
  type PlanRecord,
  type RecordKey,
} from '../plan';
import type { MergeInput } from './merge-plans';

/** Properties that name features of a collection by their ids. */
const REFERENCES: readonly (readonly [property: string, collection: LayerName])[] = [
  ['schoolIds', 'schools'],
  ['districtId', 'districts'],
];

/** Old id → new one, by layer. */
type Renamed = ReadonlyMap<string, string>;

/**
 * Their plan with some features under ids that neither side has; what they say of these features (references, and
 * their own decisions and comments) speaks of the new ids.
 */
export function withNewIds({ mine, theirs }: MergeInput, keys: readonly RecordKey[]): Plan {
  let all: Plan = new Map([...theirs, ...mine]);
  const renamed = new Map<string, string>();
  for (const key of keys) {
    const record = theirs.get(key);
    if (record?.kind !== 'feature') continue;
    const id = nextId(all, record.collection);
    renamed.set(refKey(record.collection, record.id), id);
    all = new Map(all).set(featureKey(record.collection, id), record);
  }
  const conflicts = new Map<string, string>();
  for (const record of theirs.values()) {
    if (record.kind !== 'decision' || mine.has(keyOf(record))) continue;
    const { conflict } = movedDecision(record.decision, renamed);
    if (conflict !== record.decision.conflict) conflicts.set(record.decision.conflict, conflict);
  }
  return planOf(
    Array.from(theirs.values(), (record): PlanRecord => {
      if (record.kind === 'feature') return renamedFeature(record, renamed);
      if (mine.has(keyOf(record))) return record;
      if (record.kind === 'decision') return { ...record, decision: movedDecision(record.decision, renamed) };
      if (record.kind !== 'comment') return record;
      const conflict = conflicts.get(record.comment.conflict) ?? record.comment.conflict;
      return { ...record, comment: { ...record.comment, conflict } };
    }),
  );
}

function refKey(layer: LayerName, id: string): string {
  return `${layer}/${id}`;
}

function renamedFeature(record: FeatureRecord, renamed: Renamed): FeatureRecord {
  const feature = withReferences(record.feature, renamed);
  const id = renamed.get(refKey(record.collection, record.id));
  if (id === undefined) return feature === record.feature ? record : { ...record, feature };
  return {
    ...record,
    id,
    feature: {
      ...(feature.properties && 'id' in feature.properties ? withProperties(feature, { id }) : feature),
      ...(feature.id === undefined ? {} : { id }),
    },
  };
}

function withReferences(feature: GeoFeature, renamed: Renamed): GeoFeature {
  let changed = feature;
  for (const [property, layer] of REFERENCES) {
    const ids = idsOf(feature, property);
    const now = ids.map((id) => renamed.get(refKey(layer, id)) ?? id);
    if (now.every((id, index) => id === ids[index])) continue;
    const isList = Array.isArray(feature.properties?.[property]);
    changed = withProperties(changed, { [property]: isList ? now : now[0] });
  }
  return changed;
}

/** A decision about a feature that has a new id. One that does not say what it is about stays as it is. */
function movedDecision(decision: Decision, renamed: Renamed): Decision {
  const { about } = decision;
  if (!about) return decision;
  const [subject, object] = [about.subject, about.object].map(({ layer, id }) => ({
    layer,
    id: (isCollectionName(layer) ? renamed.get(refKey(layer, id)) : undefined) ?? id,
  }));
  if (subject!.id === about.subject.id && object!.id === about.object.id) return decision;
  return {
    ...decision,
    conflict: conflictId(about.rule, subject!.id, object!.id),
    about: { ...about, subject: subject!, object: object! },
  };
}
