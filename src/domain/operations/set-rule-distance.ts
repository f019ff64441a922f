import { message } from '../message';
import type { Operation } from '../operation';
import { err, ok } from '../result';
import { editRule } from './edit-rule';

export interface SetRuleDistanceInput {
  readonly pack: string;
  readonly rule: string;
  /** Metres, over 0. */
  readonly distanceM: number;
}

/** No rule about schools reaches further; a larger number is a slip of the keyboard. */
export const LARGEST_DISTANCE_M = 50_000;

/** Sets the limit of a `within-distance` rule. */
export const setRuleDistance: Operation<SetRuleDistanceInput> = (plan, { pack, rule: ruleId, distanceM }) => {
  if (!(distanceM > 0 && distanceM <= LARGEST_DISTANCE_M)) {
    return err(message('rule.bad-distance', { limit: LARGEST_DISTANCE_M }));
  }
  return editRule(plan, pack, ruleId, (rule) => {
    if (rule.test.relation !== 'within-distance') return err(message('rule.no-distance', { rule: ruleId }));
    return ok(rule.test.distanceM === distanceM ? rule : { ...rule, test: { ...rule.test, distanceM } });
  });
};
