import { useMemo, useState } from 'react';
import { boxOf } from '../../../domain/feature';
import { featureOf } from '../../../domain/plan';
import type { Deficit } from '../../../domain/target';
import { DataTable } from '../../table/data-table';
import { useTableOrder, type DataColumn } from '../../table/use-table-order';
import { useStores } from '../../shared/stores-context';
import { nameOf, useDistrictName, usePlan } from '../../shared/use-plan';
import { useText } from '../../shared/use-text';
import { DEFICIT_KINDS } from '../../../domain/target';

interface DeficitRow {
  readonly key: string;
  readonly deficit: Deficit;
}

const ROW = 28;
const MOST_ROWS_IN_SIGHT = 9;

/** Everything below its target; a school's row selects the school. */
export function DeficitTable({ deficits }: { deficits: readonly Deficit[] }) {
  const { t, word, formats } = useText();
  const plan = usePlan();
  const { session } = useStores();
  const districtName = useDistrictName();
  const [selected, setSelected] = useState<string | null>(null);
  const rows = useMemo(() => deficits.map((deficit, index) => ({ key: String(index), deficit })), [deficits]);
  const columns = useMemo<DataColumn<DeficitRow>[]>(() => {
    const where = ({ deficit }: DeficitRow) => {
      const school = deficit.school === undefined ? null : featureOf(plan, 'schools', deficit.school);
      return school ? nameOf(school) : (districtName(deficit.district) ?? t('field.whole-city'));
    };
    const amount = (value: number, { unit }: Deficit) => t(`unit.${unit}`, { n: formats.number(value) });
    return [
      {
        id: 'kind',
        header: t('overview.deficit.kind'),
        width: 72,
        value: ({ deficit }) => DEFICIT_KINDS.indexOf(deficit.kind),
        render: ({ deficit }) => t(`deficit.${deficit.kind}`),
      },
      {
        id: 'where',
        header: t('overview.deficit.where'),
        width: 92,
        grow: true,
        value: where,
        render: where,
        title: where,
      },
      {
        id: 'stage',
        header: t('field.stage'),
        width: 84,
        value: ({ deficit }) => word('stage', deficit.stage),
        render: ({ deficit }) => word('stage', deficit.stage),
      },
      {
        id: 'missing',
        header: t('overview.missing'),
        width: 92,
        align: 'right',
        value: ({ deficit }) => deficit.missing,
        render: ({ deficit }) => amount(deficit.missing, deficit),
      },
      {
        id: 'actual',
        header: t('overview.actual-target'),
        width: 118,
        align: 'right',
        value: ({ deficit }) => deficit.actual,
        render: ({ deficit }) => `${formats.number(deficit.actual)} / ${formats.number(deficit.target)}`,
      },
    ];
  }, [plan, districtName, t, word, formats]);
  const select = ({ key, deficit }: DeficitRow, zoom: boolean) => {
    setSelected(key);
    const school = deficit.school === undefined ? null : featureOf(plan, 'schools', deficit.school);
    if (!school) return;
    const box = zoom ? boxOf(school.feature.geometry) : null;
    session.select({ kind: 'feature', ref: { layer: 'schools', id: school.id } }, box ? { zoomTo: box } : {});
  };
  const table = useTableOrder(rows, columns);
  return (
    <div style={{ height: ROW * (1 + Math.min(MOST_ROWS_IN_SIGHT, rows.length)) + 2 }}>
      <DataTable
        label={t('overview.deficits')}
        table={table}
        keyOf={rowKey}
        selected={selected}
        onSelect={(row) => select(row, false)}
        onActivate={(row) => select(row, true)}
      />
    </div>
  );
}

function rowKey({ key }: DeficitRow): string {
  return key;
}
