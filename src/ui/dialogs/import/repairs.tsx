import { useCallback, useMemo, useState } from 'react';
import { areaChange, type ImportReport } from '../../../domain/import-report';
import { isTaken, listRepairs, type RepairList, type RepairRow } from '../../../store/import/repair-choices';
import type { PendingImport } from '../../../store/import-store';
import layout from '../../shared/layout.module.css';
import { useStores } from '../../shared/stores-context';
import { useText, type Text } from '../../shared/use-text';
import { DataTable, type Choosing } from '../../table/data-table';
import { useSliced } from '../../table/use-sliced';
import { useTableOrder, type DataColumn } from '../../table/use-table-order';
import { RepairBulk } from './repair-bulk';
import { RepairDetail } from './repair-detail';
import { changeInWords, whatWasDone } from './repair-words';

const MOST_LINES = 6;

interface RepairsProps {
  pending: PendingImport;
  report: ImportReport;
}

/** What was repaired in a file, and what could be, feature by feature; each is taken or left out. */
export function Repairs({ pending, report }: RepairsProps) {
  const { issues } = report;
  const list = useSliced(useCallback(() => listRepairs(issues), [issues]));
  return list && list.rows.length > 0 ? (
    <RepairTable pending={pending} file={report.file} list={list} />
  ) : null;
}

function RepairTable({ pending, file, list }: { pending: PendingImport; file: string; list: RepairList }) {
  const text = useText();
  const { t, formats } = text;
  const { imports } = useStores();
  const [selected, setSelected] = useState<string | null>(null);
  const { rows, kinds } = list;
  const { id, repairs } = pending;
  const byKey = useMemo(() => new Map(rows.map((row) => [keyOf(row), row])), [rows]);
  const offers = useMemo(() => rows.filter(({ isOffer }) => isOffer).length, [rows]);
  const table = useTableOrder(
    rows,
    useMemo(() => columnsOf(text), [text]),
  );
  const choosing: Choosing<RepairRow> = useMemo(
    () => ({
      chosen: {
        has: (key) => {
          const row = byKey.get(key);
          return row !== undefined && isTaken(repairs, row);
        },
        size: rows.length - offers - repairs.refused.size + repairs.mended.size,
      },
      choose: (keys, on) =>
        imports.setRepairs(
          id,
          keys.flatMap((key) => byKey.get(key) ?? []),
          on,
        ),
      labelOf: (row) => t('repairs.take', { feature: nameOf(row) }),
      allLabel: t('repairs.take-all'),
    }),
    [byKey, repairs, rows, offers, imports, id, t],
  );
  const choose = (row: RepairRow) => setSelected(keyOf(row));
  const shown = selected === null ? undefined : byKey.get(selected);
  const count = (number: number) => formats.number(number);
  return (
    <section className={layout.section} aria-label={t('repairs.title', { file })}>
      <div>
        {t('repairs.summary', {
          repaired: count(rows.length - offers),
          refused: count(repairs.refused.size),
        })}
        {offers > 0 && t('repairs.offers', { offers: count(offers), mended: count(repairs.mended.size) })}
      </div>
      <div className={layout.dim}>{t('repairs.meaning')}</div>
      <RepairBulk id={id} rows={rows} kinds={kinds} repairs={repairs} />
      <DataTable
        label={t('repairs.title', { file })}
        table={table}
        keyOf={keyOf}
        selected={selected}
        onSelect={choose}
        onActivate={choose}
        choosing={choosing}
        mostLines={MOST_LINES}
      />
      {shown && <RepairDetail row={shown} />}
    </section>
  );
}

function keyOf({ index }: RepairRow): string {
  return String(index);
}

function nameOf({ name, id, index }: RepairRow): string {
  return name ?? id ?? String(index + 1);
}

function columnsOf(text: Text): DataColumn<RepairRow>[] {
  const { t, formats } = text;
  const area = (value: number | null | undefined) => formats.number(value, 2);
  const change = (row: RepairRow) => areaChange(row.measure)?.m2 ?? null;
  return [
    {
      id: 'index',
      header: t('import.index'),
      width: 62,
      align: 'right',
      value: ({ index }) => index + 1,
      render: ({ index }) => index + 1,
    },
    {
      id: 'feature',
      header: t('import.feature'),
      width: 120,
      value: nameOf,
      render: ({ name, id }) => name ?? id ?? '—',
      title: ({ name, id }) => [name, id].filter(Boolean).join(' · '),
    },
    {
      id: 'what',
      header: t('repairs.what'),
      width: 200,
      grow: true,
      value: (row) => whatWasDone(row, text),
      render: (row) => whatWasDone(row, text),
      title: (row) => whatWasDone(row, text),
    },
    {
      id: 'before',
      header: t('repairs.before'),
      hint: t('repairs.before-hint'),
      width: 104,
      align: 'right',
      value: ({ measure }) => measure?.beforeM2 ?? null,
      render: ({ measure }) => area(measure?.beforeM2),
    },
    {
      id: 'after',
      header: t('repairs.after'),
      width: 104,
      align: 'right',
      value: ({ measure }) => measure?.afterM2 ?? null,
      render: ({ measure }) => area(measure?.afterM2),
    },
    {
      id: 'change',
      header: t('repairs.change'),
      width: 148,
      align: 'right',
      value: change,
      render: ({ measure }) => changeInWords(measure, text),
    },
  ];
}
