import type { Operation } from '../operation';
import { ok } from '../result';
import type { Severity } from '../rule';
import { editRule } from './edit-rule';

export interface SetRuleSeverityInput {
  readonly pack: string;
  readonly rule: string;
  readonly severity: Severity;
}

/** Sets how grave a rule's conflicts are. */
export const setRuleSeverity: Operation<SetRuleSeverityInput> = (plan, { pack, rule: ruleId, severity }) =>
  editRule(plan, pack, ruleId, (rule) => ok(rule.severity === severity ? rule : { ...rule, severity }));
