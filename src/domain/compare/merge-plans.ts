import type { Comment, Decision } from '../decision';
import { commentsOf, decisionsOf, type Plan, type PlanRecord, type RecordKey } from '../plan';
import { pairedEntities } from './compare-plans';
import { entitiesOf, partNames, samePart, sameParts, type Entity } from './entity';
import { isReviewRecord, partItem, wholeItem, type MergeItem } from './merge-item';
import { isLater, placeAmong, type Placed } from './merge-order';

export interface MergeInput {
  /** The state that both began with; null where none is known: then every difference is a conflict. */
  readonly base: Plan | null;
  readonly mine: Plan;
  readonly theirs: Plan;
}

export interface PlanMerge {
  readonly items: readonly MergeItem[];
  /** Decisions and comments that I have not: taken in any case, nobody's is lost. */
  readonly decisions: readonly Placed<Decision>[];
  readonly comments: readonly Placed<Comment>[];
  /** Conflicts on which both sides have ruled since the base, with the ruling that counts: the later. */
  readonly ruledByBoth: readonly {
    readonly conflict: string;
    readonly mine: Decision;
    readonly theirs: Decision;
    readonly counts: 'mine' | 'theirs';
  }[];
}

/**
 * How their plan is taken into mine: by record, within a record by entity, within an entity by part. What one side
 * alone changed is taken; what both changed to the same is no matter; what both changed differently is a conflict.
 * Nothing is decided here: `resolveMerge` makes the change once the conflicts are chosen.
 */
export function mergePlans({ base, mine, theirs }: MergeInput): PlanMerge {
  const items: MergeItem[] = [];
  for (const key of new Set([...mine.keys(), ...theirs.keys()])) {
    const sides = { base: base?.get(key), mine: mine.get(key), theirs: theirs.get(key) };
    if (sides.mine === sides.theirs) continue;
    if (isReviewRecord((sides.mine ?? sides.theirs)!)) {
      // One that I took back stays so; one that they took back stays with me.
      if (sides.mine && sides.theirs) items.push(...twice(key, sides.mine, sides.theirs));
    } else items.push(...recordItems(key, sides, base !== null));
  }
  const isNew = ({ id }: { readonly id: string }, kind: 'decision' | 'comment') =>
    base?.has(`${kind}/${id}`) !== true;
  const decisions = placeAmong(decisionsOf(mine), decisionsOf(theirs)).filter(({ item }) =>
    isNew(item, 'decision'),
  );
  return {
    items,
    decisions,
    comments: placeAmong(commentsOf(mine), commentsOf(theirs)).filter(({ item }) => isNew(item, 'comment')),
    ruledByBoth: ruledByBoth(
      decisionsOf(mine).filter(
        (decision) => isNew(decision, 'decision') && !theirs.has(`decision/${decision.id}`),
      ),
      decisions.map(({ item }) => item),
    ),
  };
}

interface RecordSides {
  readonly base: PlanRecord | undefined;
  readonly mine: PlanRecord | undefined;
  readonly theirs: PlanRecord | undefined;
}

/** A decision or comment of one id that says two things: one of them is not what was written. */
function twice(key: RecordKey, mine: PlanRecord, theirs: PlanRecord): MergeItem[] {
  const [own] = entitiesOf(mine);
  const [other] = entitiesOf(theirs);
  if (!own || !other || sameParts(own.parts, other.parts)) return [];
  return [wholeItem('conflict', key, null, { base: undefined, mine: own, theirs: other })];
}

function recordItems(key: RecordKey, { base, mine, theirs }: RecordSides, hasBase: boolean): MergeItem[] {
  const [was, own, other] = [base, mine, theirs].map((record) => record && headOf(record));
  const sides = { base: was, mine: own, theirs: other };
  if (!mine || !theirs) {
    const state = existence(base, mine, theirs, hasBase);
    return state ? [wholeItem(state, key, null, sides)] : [];
  }
  if (hasBase && !base && mine.kind === 'feature') {
    const isSame = own && other && sameParts(own.parts, other.parts);
    return isSame ? [] : [wholeItem('conflict', key, null, sides, true)];
  }
  return pairedEntities(mine, theirs).flatMap(({ before: ours, after: foreign }) => {
    const entityKey = (ours ?? foreign)!.key;
    const former = base && entitiesOf(base).find((entity) => entity.key === entityKey);
    return entityItems(key, { base: former, mine: ours, theirs: foreign }, hasBase);
  });
}

/** What stands for a record where it is there as a whole: its own entity, or one of all of a list. */
function headOf(record: PlanRecord): Entity {
  const all = entitiesOf(record);
  const own = all.find(({ key }) => key === '');
  if (own && record.kind !== 'pack') return own;
  const parts = new Map(
    all.flatMap(({ key, parts }) => Array.from(parts, ([name, value]) => [`${key}.${name}`, value])),
  );
  return own
    ? { ...own, parts }
    : { kind: 'target', key: '', id: record.kind, within: null, record: record.kind, parts };
}

interface EntitySides {
  readonly base: Entity | undefined;
  readonly mine: Entity | undefined;
  readonly theirs: Entity | undefined;
}

function entityItems(record: RecordKey, { base, mine, theirs }: EntitySides, hasBase: boolean): MergeItem[] {
  if (!mine || !theirs) {
    const state = existence(base, mine, theirs, hasBase, sameEntity);
    const { key } = (mine ?? theirs)!;
    return state ? [wholeItem(state, record, key, { base, mine, theirs })] : [];
  }
  return partNames(mine.parts, theirs.parts).flatMap((part) => {
    const sides = { base: base?.parts.get(part), mine: mine.parts.get(part), theirs: theirs.parts.get(part) };
    if (samePart(part, sides.mine, sides.theirs)) return [];
    if (hasBase && samePart(part, sides.base, sides.theirs)) return [];
    const isTheirs = hasBase && samePart(part, sides.base, sides.mine);
    return [partItem(isTheirs ? 'theirs' : 'conflict', mine, part, sides)];
  });
}

/** What to do about something that only one side has; null: nothing, it is as I want it. */
function existence<T>(
  base: T | undefined,
  mine: T | undefined,
  theirs: T | undefined,
  hasBase: boolean,
  isSame: (a: T, b: T) => boolean = (a, b) => sameRecord(a as PlanRecord, b as PlanRecord),
): MergeItem['state'] | null {
  if (!hasBase) return mine ? 'conflict' : 'theirs';
  // Made by one side.
  if (!base) return theirs ? 'theirs' : null;
  // Deleted by one side: the other may have changed it.
  if (mine) return isSame(base, mine) ? 'theirs' : 'conflict';
  return theirs && !isSame(base, theirs) ? 'conflict' : null;
}

function sameEntity(a: Entity, b: Entity): boolean {
  return sameParts(a.parts, b.parts);
}

function sameRecord(a: PlanRecord, b: PlanRecord): boolean {
  return pairedEntities(a, b).every(({ before, after }) => before && after && sameEntity(before, after));
}

function ruledByBoth(mine: readonly Decision[], theirs: readonly Decision[]): PlanMerge['ruledByBoth'] {
  const latest = (decisions: readonly Decision[]) =>
    new Map(decisions.map((decision) => [decision.conflict, decision]));
  const own = latest(mine);
  return Array.from(latest(theirs)).flatMap(([conflict, other]) => {
    const ours = own.get(conflict);
    if (!ours) return [];
    return [
      { conflict, mine: ours, theirs: other, counts: isLater(ours, other) ? 'mine' : 'theirs' } as const,
    ];
  });
}
