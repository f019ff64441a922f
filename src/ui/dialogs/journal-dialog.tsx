import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Audit } from '../../store/project/audit';
import { FilterRow, FilterSelect, SearchInput } from '../shared/filter-controls';
import { EmptyState, Note } from '../shared/section';
import { useStores } from '../shared/stores-context';
import { useText } from '../shared/use-text';
import { DataTable } from '../table/data-table';
import { useTableOrder } from '../table/use-table-order';
import { AuditFaults } from './audit-faults';
import { DialogFrame } from './dialog-frame';
import { EVERY_ENTRY, JOURNAL_KINDS, kindOf, type JournalFilter, type JournalRow } from './journal-filter';
import { useJournalColumns } from './use-journal-columns';

const LATEST_FIRST = { column: 'seq', descending: true };
const HEIGHT = 'min(50vh, 420px)';

/** Everything that was ever done to the project, verified to the byte. */
export function JournalDialog() {
  const { t } = useText();
  const { project } = useStores();
  const [audit, setAudit] = useState<Audit | null>(null);
  useEffect(() => {
    let isClosed = false;
    void project.audit().then((done) => {
      if (!isClosed) setAudit(done);
    });
    return () => {
      isClosed = true;
    };
  }, [project]);
  return (
    <DialogFrame title={t('journal.title')} size={760}>
      {audit ? <VerifiedEntries audit={audit} /> : <Note>{t('journal.verifying')}</Note>}
    </DialogFrame>
  );
}

function VerifiedEntries({ audit: { entries, faults } }: { audit: Audit }) {
  const { t, say } = useText();
  const [filter, setFilter] = useState<JournalFilter>(EVERY_ENTRY);
  const [selected, setSelected] = useState<string | null>(null);
  const rows = useMemo(
    () =>
      entries.map((entry): JournalRow => ({
        key: String(entry.seq),
        entry,
        label: say(entry.label),
        kind: kindOf(entry.diff),
      })),
    [entries, say],
  );
  const columns = useJournalColumns();
  const matches = useCallback(
    ({ entry, label, kind }: JournalRow) =>
      (filter.kind === '' || filter.kind === kind) &&
      `${label}\n${entry.actor}`.toLowerCase().includes(filter.text.trim().toLowerCase()),
    [filter],
  );
  const table = useTableOrder(rows, columns, { matches, initialSort: LATEST_FIRST });
  const choose = ({ key }: JournalRow) => setSelected(key);
  return (
    <>
      <AuditFaults faults={faults} count={entries.length} />
      {entries.length === 0 ? (
        <EmptyState title={t('journal.empty')} />
      ) : (
        <>
          <FilterRow>
            <SearchInput
              label={t('journal.search')}
              value={filter.text}
              onChange={(text) => setFilter({ ...filter, text })}
            />
            <FilterSelect
              label={t('journal.all-kinds')}
              value={filter.kind}
              choices={JOURNAL_KINDS.map((kind) => ({ value: kind, label: t(`journal.kind.${kind}`) }))}
              onChange={(value) =>
                setFilter({ ...filter, kind: JOURNAL_KINDS.find((kind) => kind === value) ?? '' })
              }
            />
          </FilterRow>
          <div style={{ height: HEIGHT }}>
            <DataTable
              label={t('journal.title')}
              table={table}
              keyOf={rowKey}
              selected={selected}
              onSelect={choose}
              onActivate={choose}
            />
          </div>
          <Note>{t('journal.shown', { shown: table.order.length, total: entries.length })}</Note>
        </>
      )}
    </>
  );
}

function rowKey({ key }: JournalRow): string {
  return key;
}
