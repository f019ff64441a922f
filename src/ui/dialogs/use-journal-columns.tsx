import { useMemo } from 'react';
import { useMoment } from '../review/use-moment';
import { useText } from '../shared/use-text';
import type { DataColumn } from '../table/use-table-order';
import type { JournalRow } from './journal-filter';

/** Columns of the journal, in the user's language. */
export function useJournalColumns(): readonly DataColumn<JournalRow>[] {
  const { t } = useText();
  const moment = useMoment();
  return useMemo<DataColumn<JournalRow>[]>(
    () => [
      {
        id: 'seq',
        header: t('journal.seq'),
        width: 62,
        align: 'right',
        value: ({ entry }) => entry.seq,
        render: ({ entry }) => entry.seq,
        title: ({ entry }) => entry.hash,
      },
      {
        id: 'at',
        header: t('journal.at'),
        width: 150,
        value: ({ entry }) => entry.at,
        render: ({ entry }) => moment(entry.at),
        title: ({ entry }) => entry.at,
      },
      {
        id: 'actor',
        header: t('journal.actor'),
        width: 100,
        value: ({ entry }) => entry.actor || null,
        render: ({ entry }) => entry.actor || '—',
        title: ({ entry }) => entry.actor,
      },
      {
        id: 'label',
        header: t('journal.label'),
        width: 300,
        grow: true,
        value: ({ label }) => label,
        render: ({ label }) => label,
        title: ({ label }) => label,
      },
    ],
    [t, moment],
  );
}
