import type { GeoFeature } from '../feature';
import type { CollectionName, LayerDescription, LayerOrigin } from '../layer';
import { message } from '../message';
import type { Operation } from '../operation';
import { featuresOf, keyOf, layerOf, type Plan, type PlanRecord } from '../plan';
import { err, ok } from '../result';

export interface ImportCollectionInput {
  readonly collection: CollectionName;
  readonly features: readonly { readonly id: string; readonly feature: GeoFeature }[];
  /** Foreign members of the FeatureCollection and features that could not be read: kept, to be written back. */
  readonly members?: Readonly<Record<string, unknown>>;
  readonly unread?: readonly unknown[];
  /** `merge` replaces features of equal id and keeps the others; `replace` keeps none. */
  readonly mode: 'replace' | 'merge';
  /** Where the features come from; the record of a layer that they are merged into keeps its own. */
  readonly origin?: LayerOrigin | undefined;
}

function description(
  plan: Plan,
  { collection, members, unread, mode, origin }: ImportCollectionInput,
): LayerDescription {
  const former = layerOf(plan, collection);
  const {
    members: formerMembers,
    unread: formerUnread,
    ...base
  } = former ?? {
    name: collection,
    file: `${collection}.geojson`,
  };
  const merging = mode === 'merge';
  const allMembers = merging ? { ...formerMembers, ...members } : (members ?? {});
  const allUnread = merging ? [...(formerUnread ?? []), ...(unread ?? [])] : (unread ?? []);
  return {
    ...base,
    ...(origin && !merging ? { source: origin } : {}),
    ...(Object.keys(allMembers).length > 0 ? { members: allMembers } : {}),
    ...(allUnread.length > 0 ? { unread: allUnread } : {}),
  };
}

/** Takes features that were read and checked into an edited layer. Refused: an id that stands there twice. */
export const importCollection: Operation<ImportCollectionInput> = (plan, input) => {
  const { collection, features, mode } = input;
  const records: PlanRecord[] = [{ kind: 'layer', layer: description(plan, input) }];
  const ids = new Set<string>();
  for (const { id, feature } of features) {
    if (ids.has(id)) return err(message('feature.id-twice', { id }));
    ids.add(id);
    records.push({ kind: 'feature', collection, id, feature });
  }
  const gone = mode === 'merge' ? [] : featuresOf(plan, collection).filter(({ id }) => !ids.has(id));
  const created: PlanRecord[] = [];
  const modified: (readonly [PlanRecord, PlanRecord])[] = [];
  for (const record of records) {
    const before = plan.get(keyOf(record));
    if (before) modified.push([before, record]);
    else created.push(record);
  }
  return ok({ created, modified, deleted: gone });
};
