import type { PlanDiff } from '../plan-diff';
import type { PlanRecord } from '../plan';

/** The diff that puts one record in another's place. */
export function replacing(before: PlanRecord, after: PlanRecord): PlanDiff {
  return { created: [], modified: [[before, after]], deleted: [] };
}

/** The diff that sets a record of which a plan has at most one, over a former one if there is one. */
export function putting(before: PlanRecord | undefined, after: PlanRecord): PlanDiff {
  return before ? replacing(before, after) : { created: [after], modified: [], deleted: [] };
}
