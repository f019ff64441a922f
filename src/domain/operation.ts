import type { Message } from './message';
import type { Plan } from './plan';
import type { PlanDiff } from './plan-diff';
import type { Result } from './result';

/** Why an operation will not be done, in the user's terms. */
export type Rejection = Message;

/** Something that can be done to a plan: pure, it answers with the change and leaves the doing to `transact`. */
export type Operation<I> = (plan: Plan, input: I) => Result<PlanDiff, Rejection>;
