import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Appraisal, RuleAppraisal } from '../../../domain/appraisal';
import { isPublishable } from '../../../domain/publishable';
import { useStores } from '../../shared/stores-context';
import { useRules, type RuleEntry } from '../../shared/use-plan';

/** A rule's outcome with the rule itself. */
export interface ShownRule {
  readonly result: RuleAppraisal;
  /** Undefined for a moment after the rule has left the plan. */
  readonly entry: RuleEntry | undefined;
}

/** The rules of an appraisal, in its order; without those that outsiders are not told, in the version for them. */
export function useShownRules(appraisal: Appraisal | null): {
  readonly shown: readonly ShownRule[];
  readonly leftOut: number;
} {
  const entries = useRules();
  const external = useStore(useStores().appraisal, (state) => state.external);
  return useMemo(() => {
    const all = (appraisal?.rules ?? []).map((result) => ({ result, entry: entries.get(result.rule) }));
    const shown = external ? all.filter(({ entry }) => entry && isPublishable(entry.rule.basis)) : all;
    return { shown, leftOut: all.length - shown.length };
  }, [appraisal, entries, external]);
}
