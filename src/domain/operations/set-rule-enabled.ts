import type { Operation } from '../operation';
import { ok } from '../result';
import { editRule } from './edit-rule';

export interface SetRuleEnabledInput {
  readonly pack: string;
  readonly rule: string;
  readonly enabled: boolean;
}

/** Switches a rule on or off. */
export const setRuleEnabled: Operation<SetRuleEnabledInput> = (plan, { pack, rule: ruleId, enabled }) =>
  editRule(plan, pack, ruleId, (rule) =>
    ok((rule.enabled ?? true) === enabled ? rule : { ...rule, enabled }),
  );
