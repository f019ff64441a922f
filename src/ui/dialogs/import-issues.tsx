import { useMemo, useState } from 'react';
import type { ImportIssue } from '../../domain/import-report';
import { Tag, type Tone } from '../shared/tag';
import { useText, type Text } from '../shared/use-text';
import { DataTable } from '../table/data-table';
import type { Grouping } from '../table/table-lines';
import { useTableOrder, type DataColumn } from '../table/use-table-order';
import { issueKinds } from './import/issue-kinds';

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
const MOST_LINES = 7;

/**
 * What was found in a file, feature by feature, in words, but for what is or can be repaired. More than can be seen at
 * once is one line for each kind, to be opened.
 */
export function ImportIssues({ issues, label }: { issues: readonly ImportIssue[]; label: string }) {
  const text = useText();
  const [selected, setSelected] = useState<string | null>(null);
  const rows = useMemo(
    () =>
      issues
        .filter(({ level, repair }) => level === 'warning' || (level === 'rejected' && !repair))
        .map((issue, index) => ({ key: String(index), issue })),
    [issues],
  );
  const columns = useMemo(() => columnsOf(text), [text]);
  const grouping = useMemo(() => (rows.length > MOST_LINES ? groupingOf(rows, text) : null), [rows, text]);
  const choose = ({ key }: IssueRow) => setSelected(key);
  const table = useTableOrder(rows, columns, { grouping });
  if (rows.length === 0) return null;
  return (
    <DataTable
      label={label}
      table={table}
      keyOf={rowKey}
      selected={selected}
      onSelect={choose}
      onActivate={choose}
      startsClosed
      mostLines={MOST_LINES}
    />
  );
}

function rowKey({ key }: IssueRow): string {
  return key;
}

function groupingOf(rows: readonly IssueRow[], { t, say }: Text): Grouping<IssueRow> {
  const kinds = issueKinds(rows.map(({ issue }) => issue));
  return {
    keyOf: ({ issue: { level, message } }) => `${level} ${message.code}`,
    titleOf: ({ issue: { level, message } }) =>
      t('import.kind', { level: t(`import.${level}`), text: say(kinds.get(message.code) ?? message) }),
  };
}

function columnsOf({ t, say }: Text): DataColumn<IssueRow>[] {
  return [
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
  ];
}
