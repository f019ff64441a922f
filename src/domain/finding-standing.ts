import type { Finding } from './conflict';
import type { Decision } from './decision';
import { DecisionIndex, type Standing } from './decision-standing';

/** The decision that stands for a finding; null for an open one 待核. */
export type StandingOf = (finding: Pick<Finding, 'conflict' | 'replaces'>) => Standing | null;

/** What stands for findings on a day (YYYY-MM-DD), of decisions in their order. */
export function standingsOn(decisions: Iterable<Decision>, asOf: string): StandingOf {
  const index = new DecisionIndex(decisions);
  if (index.isEmpty) return () => null;
  return ({ conflict, replaces }) => index.standingOf(conflict, asOf, replaces);
}
