import { useMemo } from 'react';
import { STATUSES } from '../../../domain/status';
import layout from '../../shared/layout.module.css';
import { useDistrictName } from '../../shared/use-plan';
import { useText } from '../../shared/use-text';
import type { DataColumn } from '../../table/use-table-order';
import type { SiteRow } from './site-rows';
import { STAGES } from '../../../domain/stage';

function rankOf(list: readonly string[], value: string | null): number | null {
  if (value === null) return null;
  const rank = list.indexOf(value);
  return rank < 0 ? list.length : rank;
}

/** Columns of the table of sites, in the user's language. */
export function useSiteColumns(): readonly DataColumn<SiteRow>[] {
  const { t, word, formats } = useText();
  const districtName = useDistrictName();
  return useMemo<DataColumn<SiteRow>[]>(() => {
    const stageWord = ({ collection, stage }: SiteRow) =>
      collection === 'reservations'
        ? t('field.reservation-short')
        : stage === null
          ? '—'
          : word('stage', stage);
    const statusWord = ({ status }: SiteRow) => (status === null ? '—' : word('status', status));
    return [
      {
        id: 'name',
        header: t('field.name'),
        width: 116,
        grow: true,
        value: (row) => row.name,
        render: (row) => row.name,
        title: (row) => formats.aside(row.name, row.record.id),
      },
      {
        id: 'stage',
        header: t('field.stage'),
        width: 72,
        value: (row) => (row.collection === 'reservations' ? STAGES.length + 1 : rankOf(STAGES, row.stage)),
        render: stageWord,
        title: stageWord,
      },
      {
        id: 'status',
        header: t('field.status'),
        width: 56,
        value: (row) => rankOf(STATUSES, row.status),
        render: statusWord,
        title: statusWord,
      },
      {
        id: 'district',
        header: t('field.district'),
        width: 72,
        value: (row) => districtName(row.districtId),
        render: (row) => districtName(row.districtId) ?? '—',
      },
      {
        id: 'conflicts',
        header: t('field.conflicts'),
        width: 44,
        align: 'right',
        value: (row) => row.conflicts,
        render: (row) =>
          row.conflicts > 0 ? (
            <span className={layout.bad}>{row.conflicts}</span>
          ) : (
            <span className={layout.dim}>0</span>
          ),
      },
      {
        id: 'area',
        header: t('field.area'),
        width: 76,
        align: 'right',
        value: (row) => row.areaM2,
        render: (row) => formats.squareMetres(row.areaM2),
        title: (row) => formats.area(row.areaM2),
      },
      {
        id: 'classes',
        header: t('field.classes'),
        width: 44,
        align: 'right',
        value: (row) => row.classes,
        render: (row) => formats.number(row.classes),
      },
      {
        id: 'pupils',
        header: t('field.pupils'),
        width: 52,
        align: 'right',
        value: (row) => row.pupils,
        render: (row) => formats.number(row.pupils),
      },
    ];
  }, [t, word, formats, districtName]);
}
