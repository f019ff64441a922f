import { useCallback, useDeferredValue, useMemo } from 'react';
import { useStore } from 'zustand';
import type { Finding } from '../../../domain/conflict';
import { textOf } from '../../../domain/feature';
import { featureOf } from '../../../domain/plan';
import { useStores } from '../../shared/stores-context';
import { usePlan, useRules } from '../../shared/use-plan';
import { useText } from '../../shared/use-text';
import { conflictMatcher, type ConflictFilter } from './conflict-filter';

/** The title of a rule in the user's language; its id where the rule is gone. */
export function useRuleTitle(): (rule: string) => string {
  const { pick } = useText();
  const rules = useRules();
  return useCallback(
    (rule) => {
      const entry = rules.get(rule);
      return entry ? pick(entry.rule.title) : rule;
    },
    [rules, pick],
  );
}

/**
 * What a filter lets through. It is another function only where the filter, or something that it looks at, has
 * changed: with each other function all conflicts are looked at again.
 */
export function useConflictMatcher(filter: ConflictFilter): ((finding: Finding) => boolean) | undefined {
  const wanted = useDeferredValue(filter);
  const titleOf = useRuleTitle();
  const plan = usePlan();
  const standings = useStore(useStores().review, (state) => state.standings);
  const ofPlan = wanted.stage === '' ? null : plan;
  const ofReview = wanted.state === '' && wanted.reviewer === '' ? null : standings;
  return useMemo(
    () =>
      conflictMatcher(wanted, {
        titleOf,
        stageOf: (id) => {
          const school = ofPlan && featureOf(ofPlan, 'schools', id);
          return school ? (textOf(school.feature, 'stage') ?? null) : null;
        },
        standingOf: (id) => ofReview?.get(id),
      }),
    [wanted, titleOf, ofPlan, ofReview],
  );
}
