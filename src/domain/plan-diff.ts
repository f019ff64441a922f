import { keyOf, type Plan, type PlanRecord, type RecordKey } from './plan';

/**
 * A change of the plan as a value: history inverts it, the map and the engine follow it, the journal keeps it.
 * A record's key stands in at most one of the three lists.
 */
export interface PlanDiff {
  readonly created: readonly PlanRecord[];
  readonly modified: readonly (readonly [before: PlanRecord, after: PlanRecord])[];
  readonly deleted: readonly PlanRecord[];
}

export const EMPTY_DIFF: PlanDiff = { created: [], modified: [], deleted: [] };

export function isEmpty(diff: PlanDiff): boolean {
  return diff.created.length === 0 && diff.modified.length === 0 && diff.deleted.length === 0;
}

/**
 * Why a diff does not fit a plan: the key of the first record that it creates although it is there, or changes
 * or deletes although it is not; null if it fits.
 */
export function misfit(plan: Plan, diff: PlanDiff): RecordKey | null {
  for (const record of diff.created) if (plan.has(keyOf(record))) return keyOf(record);
  for (const record of diff.deleted) if (!plan.has(keyOf(record))) return keyOf(record);
  for (const [before, after] of diff.modified) {
    if (!plan.has(keyOf(before)) || keyOf(before) !== keyOf(after)) return keyOf(before);
  }
  return null;
}

/** The plan after the change. `diff` must fit `plan` (see `misfit`). */
export function apply(plan: Plan, diff: PlanDiff): Plan {
  const next = new Map(plan);
  applyTo(next, diff);
  return next;
}

/** Makes the change in a plan that nobody else holds: to copy thousands of records for one would take the longest. */
export function applyTo(plan: Map<RecordKey, PlanRecord>, diff: PlanDiff): void {
  for (const record of diff.deleted) plan.delete(keyOf(record));
  for (const [, after] of diff.modified) plan.set(keyOf(after), after);
  for (const record of diff.created) plan.set(keyOf(record), record);
}

/** The change that takes `diff` back: apply(apply(p, d), invert(d)) has the records of p. */
export function invert(diff: PlanDiff): PlanDiff {
  return {
    created: diff.deleted,
    modified: diff.modified.map(([before, after]) => [after, before] as const),
    deleted: diff.created,
  };
}

/** One change with the effect of `first` and then `second`: apply(p, compose(a, b)) = apply(apply(p, a), b). */
export function compose(first: PlanDiff, second: PlanDiff): PlanDiff {
  const before = new Map<RecordKey, PlanRecord | null>();
  const after = new Map<RecordKey, PlanRecord | null>();
  const note = (from: PlanRecord | null, to: PlanRecord | null, key: RecordKey) => {
    if (!before.has(key)) before.set(key, from);
    after.set(key, to);
  };
  for (const diff of [first, second]) {
    for (const record of diff.deleted) note(record, null, keyOf(record));
    for (const [from, to] of diff.modified) note(from, to, keyOf(to));
    for (const record of diff.created) note(null, record, keyOf(record));
  }
  const created: PlanRecord[] = [];
  const modified: (readonly [PlanRecord, PlanRecord])[] = [];
  const deleted: PlanRecord[] = [];
  for (const [key, from] of before) {
    const to = after.get(key) ?? null;
    if (from && to) {
      if (from !== to) modified.push([from, to]);
    } else if (to) created.push(to);
    else if (from) deleted.push(from);
  }
  return { created, modified, deleted };
}

/** The change from one plan to another; records are compared by identity. */
export function between(from: Plan, to: Plan): PlanDiff {
  const created: PlanRecord[] = [];
  const modified: (readonly [PlanRecord, PlanRecord])[] = [];
  const deleted: PlanRecord[] = [];
  for (const [key, record] of to) {
    const before = from.get(key);
    if (!before) created.push(record);
    else if (before !== record) modified.push([before, record]);
  }
  for (const [key, record] of from) if (!to.has(key)) deleted.push(record);
  return { created, modified, deleted };
}
