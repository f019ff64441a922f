import { useMemo, useState } from 'react';
import type { ImportIssue } from '../../domain/import-report';
import { Tag, type Tone } from '../shared/tag';
import { useText } from '../shared/use-text';
import { DataTable } from '../table/data-table';
import { useTableOrder, type DataColumn } from '../table/use-table-order';

interface IssueRow {
  readonly key: string;
  readonly issue: ImportIssue;
}

const LEVELS = ['rejected', 'repaired', 'warning'] as const;
const TONES: Readonly<Record<ImportIssue['level'], Tone>> = {
  rejected: 'bad',
  repaired: 'info',
  warning: 'warn',
};
const ROW = 28;
const MOST_ROWS_IN_SIGHT = 7;

/** What was found in a file, feature by feature, in words, but for what is or can be repaired. */
export function ImportIssues({ issues, label }: { issues: readonly ImportIssue[]; label: string }) {
  const { t, say } = useText();
  const [selected, setSelected] = useState<string | null>(null);
  const rows = useMemo(
    () =>
      issues
        .filter(({ level, repair }) => level === 'warning' || (level === 'rejected' && !repair))
        .map((issue, index) => ({ key: String(index), issue })),
    [issues],
  );
  const columns = useMemo<DataColumn<IssueRow>[]>(
    () => [
      {
        id: 'level',
        header: t('import.level'),
        width: 84,
        value: ({ issue }) => LEVELS.indexOf(issue.level),
        render: ({ issue }) => <Tag tone={TONES[issue.level]}>{t(`import.${issue.level}`)}</Tag>,
      },
      {
        id: 'index',
        header: t('import.index'),
        width: 62,
        align: 'right',
        value: ({ issue }) => issue.index + 1,
        render: ({ issue }) => issue.index + 1,
      },
      {
        id: 'feature',
        header: t('import.feature'),
        width: 130,
        value: ({ issue }) => issue.name ?? issue.id ?? null,
        render: ({ issue }) => issue.name ?? issue.id ?? '—',
        title: ({ issue }) => [issue.name, issue.id].filter(Boolean).join(' · '),
      },
      {
        id: 'reason',
        header: t('import.reason'),
        width: 260,
        grow: true,
        value: ({ issue }) => say(issue.message),
        render: ({ issue }) => say(issue.message),
        title: ({ issue }) => say(issue.message),
      },
    ],
    [t, say],
  );
  const choose = ({ key }: IssueRow) => setSelected(key);
  const table = useTableOrder(rows, columns);
  if (rows.length === 0) return null;
  return (
    <div style={{ height: ROW * (1 + Math.min(MOST_ROWS_IN_SIGHT, rows.length)) + 2 }}>
      <DataTable
        label={label}
        table={table}
        keyOf={rowKey}
        selected={selected}
        onSelect={choose}
        onActivate={choose}
      />
    </div>
  );
}

function rowKey({ key }: IssueRow): string {
  return key;
}
