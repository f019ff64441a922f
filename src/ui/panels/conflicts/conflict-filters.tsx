import { NativeSelect } from '@mantine/core';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { textOf } from '../../../domain/feature';
import { featuresOf } from '../../../domain/plan';
import { SEVERITIES } from '../../../domain/rule';
import { FilterRow, FilterSelect } from '../../shared/filter-controls';
import { useStores } from '../../shared/stores-context';
import { useDistricts, usePlan, useRules } from '../../shared/use-plan';
import { useText } from '../../shared/use-text';
import { stageOrder } from '../../../domain/site-counts';
import { REVIEW_FILTERS, type ConflictFilter } from './conflict-filter';

const GROUPINGS = ['', 'rule', 'school', 'district'] as const;
export type GroupBy = (typeof GROUPINGS)[number];

/** By what conflicts are chosen and grouped. */
export function ConflictFilters({
  filter,
  onFilter,
  groupBy,
  onGroupBy,
}: {
  filter: ConflictFilter;
  onFilter: (filter: ConflictFilter) => void;
  groupBy: GroupBy;
  onGroupBy: (groupBy: GroupBy) => void;
}) {
  const { t, word, pick } = useText();
  const { analysis } = useStores();
  const checked = useStore(analysis, (state) => state.analysis?.checked);
  const plan = usePlan();
  const rules = useRules();
  const districts = useDistricts();
  const reviewers = useReviewers();
  const found = (checked ?? []).filter(({ conflicts, marginal }) => conflicts + marginal > 0);
  const stages = useMemo(() => {
    const known = featuresOf(plan, 'schools').flatMap(({ feature }) => textOf(feature, 'stage') ?? []);
    return [...new Set(known)].sort(stageOrder);
  }, [plan]);
  const select = (
    name: keyof ConflictFilter,
    label: string,
    choices: readonly (readonly [string, string])[],
  ) => (
    <FilterSelect
      label={label}
      value={filter[name]}
      choices={choices.map(([value, words]) => ({ value, label: words }))}
      onChange={(value) => onFilter({ ...filter, [name]: value })}
    />
  );
  return (
    <FilterRow columns={4}>
      {select(
        'state',
        t('review.all-states'),
        REVIEW_FILTERS.map((state) => [state, stateWords(t, state)]),
      )}
      {select(
        'reviewer',
        t('review.all-reviewers'),
        reviewers.map((name) => [name, name]),
      )}
      <NativeSelect
        aria-label={t('conflicts.group-by')}
        title={t('conflicts.group-by')}
        value={groupBy}
        data={GROUPINGS.map((value) => ({ value, label: t(`conflicts.group.${value || 'none'}`) }))}
        onChange={(event) => onGroupBy(event.currentTarget.value as GroupBy)}
      />
      {select(
        'severity',
        t('filter.all-severities'),
        SEVERITIES.map((severity) => [severity, t(`severity.${severity}`)]),
      )}
      {select(
        'verdict',
        t('filter.all-verdicts'),
        ['conflict', 'marginal'].map((verdict) => [verdict, t(`verdict.${verdict}`)]),
      )}
      {select(
        'rule',
        t('filter.all-rules'),
        found.map(({ rule }) => {
          const entry = rules.get(rule);
          return [rule, entry ? pick(entry.rule.title) : rule];
        }),
      )}
      {select(
        'district',
        t('filter.all-districts'),
        districts.map(({ id, name }) => [id, name]),
      )}
      {select(
        'stage',
        t('filter.all-stages'),
        stages.map((stage) => [stage, word('stage', stage)]),
      )}
    </FilterRow>
  );
}

function stateWords(t: (code: string) => string, state: (typeof REVIEW_FILTERS)[number]): string {
  switch (state) {
    case 'unreviewed':
      return t('review.unreviewed');
    case 'stale':
    case 'expired':
      return t(`decision-state.${state}`);
    default:
      return t(`decision.${state}`);
  }
}

/** Everybody whose decision stands somewhere. */
function useReviewers(): readonly string[] {
  const standings = useStore(useStores().review, (state) => state.standings);
  return useMemo(
    () => [...new Set(Array.from(standings.values(), ({ decision }) => decision.by))].sort(),
    [standings],
  );
}
