import { message } from '../domain/message';
import { addPack as addPackOperation } from '../domain/operations/add-pack';
import { packOf } from '../domain/operations/edited-pack';
import { removePack as removePackOperation } from '../domain/operations/remove-pack';
import { setRuleDistance as setRuleDistanceOperation } from '../domain/operations/set-rule-distance';
import { setRuleEnabled } from '../domain/operations/set-rule-enabled';
import { setRuleSeverity as setRuleSeverityOperation } from '../domain/operations/set-rule-severity';
import { setStandard as setStandardOperation } from '../domain/operations/set-standard';
import type { Bilingual, RulePack, Severity } from '../domain/rule';
import type { AppStores } from '../store/app-stores';
import { edit } from './edit';

/** A title goes into a label in both languages, since the label is read in either. */
function titleOf({ plan }: AppStores, packId: string, ruleId?: string): Bilingual {
  const pack = packOf(plan.getState().plan, packId)?.pack;
  const rule = pack?.rules.find(({ id }) => id === ruleId);
  const id = ruleId ?? packId;
  return (ruleId === undefined ? pack : rule)?.title ?? { zh: id, en: id };
}

/** Switches a rule on or off. */
export function toggleRule(stores: AppStores, pack: string, rule: string, enabled: boolean) {
  const { zh, en } = titleOf(stores, pack, rule);
  const label = message(enabled ? 'op.enable-rule' : 'op.disable-rule', { zh, en });
  return edit(stores, setRuleEnabled, { pack, rule, enabled }, label);
}

/** Sets the limit of a `within-distance` rule, in metres. */
export function setRuleDistance(stores: AppStores, pack: string, rule: string, distanceM: number) {
  const { zh, en } = titleOf(stores, pack, rule);
  const label = message('op.set-rule-distance', { zh, en, distanceM });
  return edit(stores, setRuleDistanceOperation, { pack, rule, distanceM }, label);
}

/** Sets how grave a rule's conflicts are. */
export function setRuleSeverity(stores: AppStores, pack: string, rule: string, severity: Severity) {
  const { zh, en } = titleOf(stores, pack, rule);
  const label = message('op.set-rule-severity', { zh, en, severity });
  return edit(stores, setRuleSeverityOperation, { pack, rule, severity }, label);
}

/** Sets the value of a standard, or switches it on or off. */
export function setStandard(
  stores: AppStores,
  pack: string,
  standard: string,
  change: { readonly value?: number; readonly enabled?: boolean },
) {
  const label = message('op.set-standard', { standard });
  return edit(stores, setStandardOperation, { pack, standard, ...change }, label);
}

/** Adds a rule pack; `source` is `builtin:<pack id>`, or its file in the project. */
export function addPack(stores: AppStores, source: string, pack: RulePack) {
  const { zh, en } = pack.title;
  return edit(stores, addPackOperation, { source, pack }, message('op.add-pack', { zh, en }));
}

export function removePack(stores: AppStores, pack: string) {
  const { zh, en } = titleOf(stores, pack);
  return edit(stores, removePackOperation, { pack }, message('op.remove-pack', { zh, en }));
}
