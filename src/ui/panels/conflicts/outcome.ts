import type { RuleCheck } from '../../../domain/conflict';
import type { RuleEntry } from '../../shared/use-plan';

/** What a rule's check came to; `undecided` 不能判定: it found nothing but could have missed. */
export type Outcome = 'missing-layer' | 'nothing-to-check' | 'conflicts' | 'marginal' | 'undecided' | 'clear';

export function outcomeOf(check: RuleCheck, entry: RuleEntry | undefined): Outcome {
  if (check.missingLayer !== undefined) return 'missing-layer';
  if (check.conflicts > 0) return 'conflicts';
  if (check.marginal > 0) return 'marginal';
  if (check.subjects === 0) return 'nothing-to-check';
  return entry?.rule.measure.screening === 'under' ? 'undecided' : 'clear';
}
