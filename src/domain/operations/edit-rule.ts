import { message } from '../message';
import type { Rejection } from '../operation';
import type { Plan } from '../plan';
import { EMPTY_DIFF, type PlanDiff } from '../plan-diff';
import { err, ok, type Result } from '../result';
import type { Rule } from '../rule';
import { editedPack, packOf } from './edited-pack';
import { replacing } from './record-diff';

/** The change of one rule of one pack; `edit` gives the rule back as it was where there is nothing to change. */
export function editRule(
  plan: Plan,
  packId: string,
  ruleId: string,
  edit: (rule: Rule) => Result<Rule, Rejection>,
): Result<PlanDiff, Rejection> {
  const record = packOf(plan, packId);
  if (!record) return err(message('pack.missing', { pack: packId }));
  const rule = record.pack.rules.find(({ id }) => id === ruleId);
  if (!rule) return err(message('rule.missing', { rule: ruleId }));
  const edited = edit(rule);
  if (!edited.ok) return edited;
  if (edited.value === rule) return ok(EMPTY_DIFF);
  const rules = record.pack.rules.map((other) => (other === rule ? edited.value : other));
  return ok(replacing(record, editedPack(plan, record, { ...record.pack, rules })));
}
