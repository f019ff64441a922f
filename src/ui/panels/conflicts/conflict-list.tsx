import { Button } from '@mantine/core';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { reviewBox } from '../../../commands/review-box';
import type { Finding } from '../../../domain/conflict';
import { Afterwards } from '../../shared/afterwards';
import { SearchInput } from '../../shared/filter-controls';
import layout from '../../shared/layout.module.css';
import { EmptyState } from '../../shared/section';
import { useStores } from '../../shared/stores-context';
import { useDistrictName, useFindings } from '../../shared/use-plan';
import { useText } from '../../shared/use-text';
import { DataTable } from '../../table/data-table';
import type { Grouping } from '../../table/table-lines';
import { useTableOrder } from '../../table/use-table-order';
import { ChosenBar } from './chosen-bar';
import { EVERY_CONFLICT } from './conflict-filter';
import { ConflictFilters, type GroupBy } from './conflict-filters';
import { UnlistedNote } from './unlisted-note';
import { useChosen } from './use-chosen';
import { useConflictColumns } from './use-conflict-columns';
import { useConflictMatcher, useRuleTitle } from './use-conflict-matcher';

const INITIAL_SORT = { column: 'severity', descending: false };

/** Every conflict in a table: filtered, sorted, grouped, decided on one by one or many at once; twin of the map. */
export function ConflictList() {
  const { t } = useText();
  const { session, plan } = useStores();
  const findings = useFindings();
  const columns = useConflictColumns();
  const selection = useStore(session, (state) => state.selection);
  const [filter, setFilter] = useState(EVERY_CONFLICT);
  const [groupBy, setGroupBy] = useState<GroupBy>('');
  const matches = useConflictMatcher(filter);
  const grouping = useGrouping(groupBy);
  const table = useTableOrder(findings, columns, {
    ...(matches && { matches }),
    grouping,
    initialSort: INITIAL_SORT,
  });
  const { rows, order } = table;
  useEffect(
    () => session.setState({ conflictOrder: Array.from(order, (index) => rows[index]!.conflict.id) }),
    [session, rows, order],
  );
  const { chosen, choose, clear } = useChosen();
  const labelOf = useCallback(
    ({ subjectName, objectName }: Finding) =>
      t('review.select-row', { name: `${subjectName} — ${objectName}` }),
    [t],
  );
  const select = (finding: Finding) => {
    const { reviewing } = session.getState();
    const zoomTo = reviewing ? reviewBox(plan.getState().plan, finding) : finding.box;
    session.select({ kind: 'conflict', id: finding.conflict.id }, { zoomTo });
  };
  return (
    <div className={layout.fill}>
      <div className={layout.toolbar}>
        <SearchInput
          label={t('conflicts.search')}
          value={filter.text}
          onChange={(text) => setFilter({ ...filter, text })}
        />
        <span className={layout.dim} role="status">
          {t('table.shown', { shown: order.length, total: rows.length })}
        </span>
        <ConflictFilters filter={filter} onFilter={setFilter} groupBy={groupBy} onGroupBy={setGroupBy} />
      </div>
      <UnlistedNote listed={rows.length} />
      <ChosenBar chosen={chosen} onClear={clear} />
      <div className={layout.grow}>
        {order.length > 0 ? (
          <Afterwards>
            <DataTable
              label={t('panel.conflicts')}
              table={table}
              keyOf={rowKey}
              selected={selection?.kind === 'conflict' ? selection.id : null}
              onSelect={select}
              onActivate={select}
              choosing={{ chosen, choose, labelOf, allLabel: t('review.select-all', { n: order.length }) }}
            />
          </Afterwards>
        ) : rows.length > 0 ? (
          <EmptyState title={t('filter.nothing')} text={t('filter.nothing.text')}>
            <Button onClick={() => setFilter(EVERY_CONFLICT)}>{t('filter.clear')}</Button>
          </EmptyState>
        ) : (
          <NoConflicts />
        )}
      </div>
    </div>
  );
}

function rowKey({ conflict }: Finding): string {
  return conflict.id;
}

function useGrouping(groupBy: GroupBy): Grouping<Finding> | null {
  const { t } = useText();
  const titleOf = useRuleTitle();
  const districtName = useDistrictName();
  return useMemo(() => {
    switch (groupBy) {
      case '':
        return null;
      case 'rule':
        return { keyOf: ({ conflict }) => conflict.rule, titleOf: ({ conflict }) => titleOf(conflict.rule) };
      case 'school':
        return {
          keyOf: ({ conflict: { subject } }) => `${subject.layer}/${subject.id}`,
          titleOf: ({ subjectName }) => subjectName,
        };
      case 'district':
        return {
          keyOf: ({ districtId }) => districtId ?? '',
          titleOf: ({ districtId }) => districtName(districtId) ?? t('field.outside-districts'),
        };
    }
  }, [groupBy, districtName, titleOf, t]);
}

function NoConflicts() {
  const { t, say } = useText();
  const { analysis, failure } = useStore(useStores().analysis);
  if (failure) return <EmptyState title={t('analysis.failed')} text={say(failure)} />;
  if (!analysis) return <EmptyState title={t('overview.computing')} />;
  return <EmptyState title={t('conflicts.none')} text={t('conflicts.none.text')} />;
}
