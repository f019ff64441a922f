import { Button, Menu } from '@mantine/core';
import { IconMapPin, IconPlus, IconPolygon } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { boxOf } from '../../../domain/feature';
import { STATUSES } from '../../../domain/status';
import { FilterRow, FilterSelect, SearchInput } from '../../shared/filter-controls';
import layout from '../../shared/layout.module.css';
import { EmptyState } from '../../shared/section';
import { useStores } from '../../shared/stores-context';
import { useDistricts, usePlan } from '../../shared/use-plan';
import { useDraw } from '../../shared/use-draw';
import { useText } from '../../shared/use-text';
import { DataTable } from '../../table/data-table';
import { useTableOrder } from '../../table/use-table-order';
import { stageOrder } from '../../../domain/site-counts';
import { EVERY_SITE, filterSites, siteRows, type SiteRow } from './site-rows';
import { useSiteColumns } from './use-site-columns';

/** 校址: every school and reservation, twin of the map. */
export function SchoolsPanel() {
  const { t, word } = useText();
  const { session, analysis: analysisStore } = useStores();
  const plan = usePlan();
  const analysis = useStore(analysisStore, (state) => state.analysis);
  const selection = useStore(session, (state) => state.selection);
  const districts = useDistricts();
  const columns = useSiteColumns();
  const [filter, setFilter] = useState(EVERY_SITE);
  const rows = useMemo(() => siteRows(plan, analysis), [plan, analysis]);
  const shown = useMemo(() => filterSites(rows, filter), [rows, filter]);
  const table = useTableOrder(shown, columns);
  const stages = [...new Set(rows.flatMap(({ stage }) => stage ?? []))].sort(stageOrder);
  const select = (row: SiteRow, zoom: boolean) => {
    const box = boxOf(row.record.feature.geometry);
    const ref = { layer: row.collection, id: row.record.id };
    session.select({ kind: 'feature', ref }, box ? (zoom ? { zoomTo: box } : { reveal: box }) : {});
  };
  return (
    <div className={layout.fill}>
      <div className={layout.toolbar}>
        <SearchInput
          label={t('schools.search')}
          value={filter.text}
          onChange={(text) => setFilter({ ...filter, text })}
        />
        <span className={layout.dim} role="status">
          {t('table.shown', { shown: shown.length, total: rows.length })}
        </span>
        <NewSiteMenu />
        <FilterRow>
          <FilterSelect
            label={t('filter.all-stages')}
            value={filter.stage}
            choices={[
              ...stages.map((stage) => ({ value: stage, label: word('stage', stage) })),
              { value: 'reservation', label: t('layer.reservations') },
            ]}
            onChange={(stage) => setFilter({ ...filter, stage })}
          />
          <FilterSelect
            label={t('filter.all-statuses')}
            value={filter.status}
            choices={STATUSES.map((status) => ({ value: status, label: t(`status.${status}`) }))}
            onChange={(status) => setFilter({ ...filter, status })}
          />
          <FilterSelect
            label={t('filter.all-districts')}
            value={filter.district}
            choices={districts.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(district) => setFilter({ ...filter, district })}
          />
        </FilterRow>
      </div>
      <div className={layout.grow}>
        {shown.length > 0 ? (
          <DataTable
            label={t('panel.schools')}
            table={table}
            keyOf={rowKey}
            selected={selection?.kind === 'feature' ? `${selection.ref.layer}/${selection.ref.id}` : null}
            onSelect={(row) => select(row, false)}
            onActivate={(row) => select(row, true)}
          />
        ) : rows.length > 0 ? (
          <EmptyState title={t('filter.nothing')} text={t('filter.nothing.text')}>
            <Button onClick={() => setFilter(EVERY_SITE)}>{t('filter.clear')}</Button>
          </EmptyState>
        ) : (
          <EmptyState title={t('schools.none')} text={t('schools.none.text')} />
        )}
      </div>
    </div>
  );
}

function rowKey({ key }: SiteRow): string {
  return key;
}

function NewSiteMenu() {
  const { t } = useText();
  const draw = useDraw();
  return (
    <Menu>
      <Menu.Target>
        <Button leftSection={<IconPlus size={14} aria-hidden="true" />}>{t('schools.new')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPolygon size={14} />} onClick={() => draw('schools', 'polygon')}>
          {t('schools.new.polygon')}
        </Menu.Item>
        <Menu.Item leftSection={<IconMapPin size={14} />} onClick={() => draw('schools', 'point')}>
          {t('schools.new.point')}
        </Menu.Item>
        <Menu.Item leftSection={<IconPolygon size={14} />} onClick={() => draw('reservations', 'polygon')}>
          {t('schools.new.reservation')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
