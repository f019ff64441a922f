import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { NO_FINDINGS, totalOf, type FindingCounts } from '../../domain/analysis';
import type { FeatureRef, Finding } from '../../domain/conflict';
import { textOf } from '../../domain/feature';
import { isCollectionName } from '../../domain/layer';
import { featureOf, featuresOf, packsOf, projectOf, type FeatureRecord, type Plan } from '../../domain/plan';
import type { Rule, RulePack } from '../../domain/rule';
import { useStores } from './stores-context';

export function usePlan(): Plan {
  return useStore(useStores().plan, (state) => state.plan);
}

/** Whether a project is open. */
export function useHasProject(): boolean {
  return useStore(useStores().plan, (state) => projectOf(state.plan) !== null);
}

/** What a feature is called: by its name where it is a record of the plan, else by its id. */
export function useSideName(): (ref: FeatureRef) => string {
  const plan = usePlan();
  return ({ layer, id }) => {
    const record = isCollectionName(layer) ? featureOf(plan, layer, id) : null;
    return record ? nameOf(record) : id;
  };
}

export interface DistrictEntry {
  readonly id: string;
  readonly name: string;
}

export function nameOf(record: FeatureRecord): string {
  return textOf(record.feature, 'name') ?? record.id;
}

/** The same list as long as its records are the same, whatever else of the plan changes. */
export function useDistricts(): readonly DistrictEntry[] {
  const records = useStore(
    useStores().plan,
    useShallow(({ plan }) => featuresOf(plan, 'districts')),
  );
  return useMemo(() => records.map((record) => ({ id: record.id, name: nameOf(record) })), [records]);
}

/** The name of a district by its id. */
export function useDistrictName(): (id: string | null) => string | null {
  const districts = useDistricts();
  return useMemo(() => {
    const names = new Map(districts.map(({ id, name }) => [id, name]));
    return (id) => (id === null ? null : (names.get(id) ?? id));
  }, [districts]);
}

export interface RuleEntry {
  readonly rule: Rule;
  readonly pack: RulePack;
}

/** Every rule of the project by its id; the same map as long as its packs are the same. */
export function useRules(): ReadonlyMap<string, RuleEntry> {
  const packs = useStore(
    useStores().plan,
    useShallow(({ plan }) => packsOf(plan)),
  );
  return useMemo(
    () => new Map(packs.flatMap(({ pack }) => pack.rules.map((rule) => [rule.id, { rule, pack }] as const))),
    [packs],
  );
}

const NONE: readonly Finding[] = [];

export function useFindings(): readonly Finding[] {
  return useStore(useStores().analysis, (state) => state.analysis?.findings ?? NONE);
}

/** How many findings there are, whether or not they are listed. */
export function useFindingCounts(): FindingCounts {
  return useStore(useStores().analysis, (state) => state.analysis?.counts ?? NO_FINDINGS);
}

/** How many findings there are beside the listed ones, which then are the gravest. */
export function useUnlisted(): number {
  return useStore(useStores().analysis, ({ analysis }) =>
    analysis ? totalOf(analysis.counts) - analysis.findings.length : 0,
  );
}
