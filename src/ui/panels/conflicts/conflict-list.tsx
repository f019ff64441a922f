import { Button, NativeSelect } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { SEVERITIES } from '../../../domain/rule';
import { FilterRow, FilterSelect, SearchInput } from '../../shared/filter-controls';
import layout from '../../shared/layout.module.css';
import { EmptyState } from '../../shared/section';
import { useStores } from '../../shared/stores-context';
import { useDistrictName, useDistricts, useFindings, usePlan, useRules } from '../../shared/use-plan';
import { useText } from '../../shared/use-text';
import { DataTable } from '../../table/data-table';
import type { Grouping } from '../../table/table-rows';
import { stageOrder } from '../../../domain/site-counts';
import { conflictRows, EVERY_CONFLICT, filterConflicts, type ConflictRow } from './conflict-filter';
import { UnlistedNote } from './unlisted-note';
import { useConflictColumns } from './use-conflict-columns';

type GroupBy = '' | 'rule' | 'school' | 'district';

const INITIAL_SORT = [{ id: 'severity', desc: false }];

/** Every conflict in a table: filtered, sorted, grouped, twin of the map. */
export function ConflictList() {
  const { t, word, pick } = useText();
  const { session } = useStores();
  const plan = usePlan();
  const findings = useFindings();
  const rules = useRules();
  const districts = useDistricts();
  const districtName = useDistrictName();
  const columns = useConflictColumns();
  const selection = useStore(session, (state) => state.selection);
  const [filter, setFilter] = useState(EVERY_CONFLICT);
  const [groupBy, setGroupBy] = useState<GroupBy>('');
  const rows = useMemo(() => {
    const titleOf = (id: string) => {
      const entry = rules.get(id);
      return entry ? pick(entry.rule.title) : id;
    };
    return conflictRows(findings, plan, titleOf);
  }, [findings, plan, rules, pick]);
  const shown = useMemo(() => filterConflicts(rows, filter), [rows, filter]);
  useEffect(
    () => session.setState({ conflictOrder: shown.map(({ finding }) => finding.conflict.id) }),
    [session, shown],
  );
  const grouping = useMemo<Grouping<ConflictRow> | null>(() => {
    switch (groupBy) {
      case '':
        return null;
      case 'rule':
        return { keyOf: ({ finding }) => finding.conflict.rule, titleOf: ({ ruleTitle }) => ruleTitle };
      case 'school':
        return {
          keyOf: ({ finding: { conflict } }) => `${conflict.subject.layer}/${conflict.subject.id}`,
          titleOf: ({ finding }) => finding.subjectName,
        };
      case 'district':
        return {
          keyOf: ({ finding }) => finding.districtId ?? '',
          titleOf: ({ finding }) => districtName(finding.districtId) ?? t('field.outside-districts'),
        };
    }
  }, [groupBy, districtName, t]);
  const foundRules = [...new Map(rows.map(({ finding, ruleTitle }) => [finding.conflict.rule, ruleTitle]))];
  const stages = [...new Set(rows.flatMap(({ stage }) => stage ?? []))].sort(stageOrder);
  const select = ({ finding }: ConflictRow) =>
    session.select({ kind: 'conflict', id: finding.conflict.id }, { zoomTo: finding.box });
  return (
    <div className={layout.fill}>
      <div className={layout.toolbar}>
        <SearchInput
          label={t('conflicts.search')}
          value={filter.text}
          onChange={(text) => setFilter({ ...filter, text })}
        />
        <span className={layout.dim} role="status">
          {t('table.shown', { shown: shown.length, total: rows.length })}
        </span>
        <FilterRow>
          <NativeSelect
            aria-label={t('conflicts.group-by')}
            title={t('conflicts.group-by')}
            value={groupBy}
            data={[
              { value: '', label: t('conflicts.group.none') },
              { value: 'rule', label: t('conflicts.group.rule') },
              { value: 'school', label: t('conflicts.group.school') },
              { value: 'district', label: t('conflicts.group.district') },
            ]}
            onChange={(event) => setGroupBy(event.currentTarget.value as GroupBy)}
          />
          <FilterSelect
            label={t('filter.all-severities')}
            value={filter.severity}
            choices={SEVERITIES.map((severity) => ({ value: severity, label: t(`severity.${severity}`) }))}
            onChange={(severity) => setFilter({ ...filter, severity })}
          />
          <FilterSelect
            label={t('filter.all-verdicts')}
            value={filter.verdict}
            choices={['conflict', 'marginal'].map((verdict) => ({
              value: verdict,
              label: t(`verdict.${verdict}`),
            }))}
            onChange={(verdict) => setFilter({ ...filter, verdict })}
          />
          <FilterSelect
            label={t('filter.all-rules')}
            value={filter.rule}
            choices={foundRules.map(([value, label]) => ({ value, label }))}
            onChange={(rule) => setFilter({ ...filter, rule })}
          />
          <FilterSelect
            label={t('filter.all-districts')}
            value={filter.district}
            choices={districts.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(district) => setFilter({ ...filter, district })}
          />
          <FilterSelect
            label={t('filter.all-stages')}
            value={filter.stage}
            choices={stages.map((stage) => ({ value: stage, label: word('stage', stage) }))}
            onChange={(stage) => setFilter({ ...filter, stage })}
          />
        </FilterRow>
      </div>
      <UnlistedNote listed={rows.length} />
      <div className={layout.grow}>
        {shown.length > 0 ? (
          <DataTable
            label={t('panel.conflicts')}
            rows={shown}
            columns={columns}
            keyOf={rowKey}
            selected={selection?.kind === 'conflict' ? selection.id : null}
            onSelect={select}
            onActivate={select}
            grouping={grouping}
            initialSort={INITIAL_SORT}
          />
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

function rowKey({ finding }: ConflictRow): string {
  return finding.conflict.id;
}

function NoConflicts() {
  const { t, say } = useText();
  const { analysis, failure } = useStore(useStores().analysis);
  if (failure) return <EmptyState title={t('analysis.failed')} text={say(failure)} />;
  if (!analysis) return <EmptyState title={t('overview.computing')} />;
  return <EmptyState title={t('conflicts.none')} text={t('conflicts.none.text')} />;
}
