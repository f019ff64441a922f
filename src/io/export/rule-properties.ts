import { packsOf, type Plan } from '../../domain/plan';
import type { Rule } from '../../domain/rule';

/** The rules of all packs of a plan, by id. */
export function rulesById(plan: Plan): ReadonlyMap<string, Rule> {
  return new Map(packsOf(plan).flatMap(({ pack }) => pack.rules.map((rule) => [rule.id, rule] as const)));
}

/** A rule and its citation as flat properties; null where the plan no longer has the rule. */
export function ruleProperties(id: string, rules: ReadonlyMap<string, Rule>): Record<string, string | null> {
  const rule = rules.get(id);
  return {
    rule: id,
    rule_zh: rule?.title.zh ?? null,
    rule_en: rule?.title.en ?? null,
    basis_kind: rule?.basis.kind ?? null,
    basis_code: rule?.basis.code ?? null,
    basis_clause: rule?.basis.clause ?? null,
    basis_region: rule?.basis.region ?? null,
    basis_confidence: rule?.basis.confidence ?? null,
  };
}
