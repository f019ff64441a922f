import type { RuleCheck } from './conflict';
import type { Rule } from './rule';

/** What a rule's check came to; `undecided` 不能判定: it found nothing but could have missed. */
export type Outcome = 'missing-layer' | 'nothing-to-check' | 'conflicts' | 'marginal' | 'undecided' | 'clear';

/** `rule` is undefined where the project no longer has it. */
export function outcomeOf(check: RuleCheck, rule: Pick<Rule, 'measure'> | undefined): Outcome {
  if (check.missingLayer !== undefined) return 'missing-layer';
  if (check.conflicts > 0) return 'conflicts';
  if (check.marginal > 0) return 'marginal';
  if (check.subjects === 0) return 'nothing-to-check';
  return rule?.measure.screening === 'under' ? 'undecided' : 'clear';
}
