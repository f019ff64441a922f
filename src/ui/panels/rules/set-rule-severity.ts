import { editRule } from '../../../domain/operations/edit-rule';
import type { Operation } from '../../../domain/operation';
import { ok } from '../../../domain/result';
import type { Severity } from '../../../domain/rule';

/** Sets how grave a rule's conflicts are. */
export const setRuleSeverity: Operation<{ pack: string; rule: string; severity: Severity }> = (
  plan,
  { pack, rule: ruleId, severity },
) => editRule(plan, pack, ruleId, (rule) => ok(rule.severity === severity ? rule : { ...rule, severity }));
