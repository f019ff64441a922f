import { message, type Message } from '../message';
import type { PlanRecord, RecordKey } from '../plan';
import type { PlanDiff } from '../plan-diff';
import { err, ok, type Result } from '../result';
import { entitiesOf, recordOf, type Entity } from './entity';
import { choiceOf, type MergeChoices, type MergeItem } from './merge-item';
import { mergePlans, type MergeInput, type PlanMerge } from './merge-plans';
import { withNewIds } from './new-ids';

/**
 * The one change that takes their plan into mine as chosen. Refused with `merge.undecided` (`count`) while conflicts
 * have not been chosen. Features that are kept beside mine come under new ids, and what they said of them with them.
 */
export function resolveMerge(input: MergeInput, choices: MergeChoices): Result<PlanDiff, Message> {
  const first = mergePlans(input);
  const undecided = first.items.filter((item) => choiceOf(item, choices) === null).length;
  if (undecided > 0) return err(message('merge.undecided', { count: undecided }));
  const twins = first.items.filter((item) => choiceOf(item, choices) === 'both');
  if (twins.length === 0) return ok(diffOf(input, first, choices));
  const renamed = {
    ...input,
    theirs: withNewIds(
      input,
      twins.map(({ record }) => record),
    ),
  };
  return ok(diffOf(renamed, mergePlans(renamed), choices));
}

function diffOf({ mine, theirs }: MergeInput, merge: PlanMerge, choices: MergeChoices): PlanDiff {
  const created: PlanRecord[] = [];
  const modified: (readonly [PlanRecord, PlanRecord])[] = [];
  const deleted: PlanRecord[] = [];
  for (const [key, items] of takenByRecord(merge.items, choices)) {
    const [before, other] = [mine.get(key), theirs.get(key)];
    const after = items.some(({ entity }) => entity === null)
      ? other
      : before && merged(before, other!, items);
    if (before && after) modified.push([before, after]);
    else if (after) created.push(after);
    else if (before) deleted.push(before);
  }
  for (const { item, precedes } of merge.decisions) {
    created.push({ kind: 'decision', decision: item, ...(precedes === null ? {} : { precedes }) });
  }
  for (const { item, precedes } of merge.comments) {
    created.push({ kind: 'comment', comment: item, ...(precedes === null ? {} : { precedes }) });
  }
  return { created, modified, deleted };
}

/** The items of which theirs is taken, by record, in the order of their plan. */
function takenByRecord(
  items: readonly MergeItem[],
  choices: MergeChoices,
): ReadonlyMap<RecordKey, readonly MergeItem[]> {
  const taken = new Map<RecordKey, MergeItem[]>();
  for (const item of items) {
    if (choiceOf(item, choices) === 'theirs')
      taken.set(item.record, [...(taken.get(item.record) ?? []), item]);
  }
  return taken;
}

/** My record with the items as they have them. */
function merged(mine: PlanRecord, theirs: PlanRecord, items: readonly MergeItem[]): PlanRecord {
  const foreign = new Map(entitiesOf(theirs).map((entity) => [entity.key, entity]));
  const entities = new Map(entitiesOf(mine).map((entity) => [entity.key, entity]));
  for (const { entity: key, part } of items) {
    if (key === null) continue;
    const [own, other] = [entities.get(key), foreign.get(key)];
    if (part !== null && own) entities.set(key, withPart(own, part, other?.parts.get(part)));
    else if (other) entities.set(key, other);
    else entities.delete(key);
  }
  return recordOf(mine, Array.from(entities.values()));
}

function withPart(entity: Entity, part: string, value: unknown): Entity {
  const parts = new Map(entity.parts);
  if (value === undefined) parts.delete(part);
  else parts.set(part, value);
  return { ...entity, parts };
}
