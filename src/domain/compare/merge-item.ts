import type { PlanRecord, RecordKey } from '../plan';
import type { Entity, EntityKind } from './entity';

/** Whose state of an item is taken; `both`: theirs too, under an id of its own. */
export type MergeChoice = 'mine' | 'theirs' | 'both';

/** Choices by item id. */
export type MergeChoices = ReadonlyMap<string, MergeChoice>;

/** Something in which their state differs from mine and that is not my change alone. */
export interface MergeItem {
  readonly id: string;
  /** `theirs`: only they changed it, and it is taken unless declined. `conflict`: both did, and it must be chosen. */
  readonly state: 'theirs' | 'conflict';
  readonly record: RecordKey;
  /** Of the entity within its record; null for the record as a whole. */
  readonly entity: string | null;
  /** Null: the whole entity is there on one side only, or was added by both. */
  readonly part: string | null;
  readonly kind: EntityKind;
  /** Id of the entity, and the layer of a feature or the pack of a rule. */
  readonly about: string;
  readonly within: string | null;
  /** Both made a new feature of this id: perhaps two different ones. */
  readonly canKeepBoth: boolean;
  /** What each side says; `undefined` where it is absent. Of a whole entity its parts as an object. */
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
}

interface Sides<T> {
  readonly base: T | undefined;
  readonly mine: T | undefined;
  readonly theirs: T | undefined;
}

function itemId(record: RecordKey, entity: string | null, part: string | null): string {
  return JSON.stringify([record, entity, part]);
}

/** An item about an entity as a whole. */
export function wholeItem(
  state: MergeItem['state'],
  record: RecordKey,
  entity: string | null,
  { base, mine, theirs }: Sides<Entity>,
  canKeepBoth = false,
): MergeItem {
  const { kind, id: about, within } = (mine ?? theirs ?? base)!;
  const id = itemId(record, entity, null);
  const sides = { base: partsAsObject(base), mine: partsAsObject(mine), theirs: partsAsObject(theirs) };
  return { id, state, record, entity, part: null, kind, about, within, canKeepBoth, ...sides };
}

export function partItem(
  state: MergeItem['state'],
  { record, key, kind, id: about, within }: Entity,
  part: string,
  sides: Sides<unknown>,
): MergeItem {
  const id = itemId(record, key, part);
  return { id, state, record, entity: key, part, kind, about, within, canKeepBoth: false, ...sides };
}

function partsAsObject(entity: Entity | undefined): unknown {
  return entity && Object.fromEntries(entity.parts);
}

/** The choice that holds: the user's, else theirs where nobody is in the way; null where it must still be made. */
export function choiceOf({ id, state }: MergeItem, choices: MergeChoices): MergeChoice | null {
  return choices.get(id) ?? (state === 'theirs' ? 'theirs' : null);
}

export type ReviewRecord = Extract<PlanRecord, { kind: 'decision' | 'comment' }>;

export function isReviewRecord(record: PlanRecord): record is ReviewRecord {
  return record.kind === 'decision' || record.kind === 'comment';
}
