import { Button, Checkbox } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { passes, type AuditFilter } from '../../../domain/audit-entry';
import type { PlanRecord } from '../../../domain/plan';
import { FilterRow, FilterSelect, SearchInput } from '../../shared/filter-controls';
import { EmptyState } from '../../shared/section';
import { useStores } from '../../shared/stores-context';
import { useText } from '../../shared/use-text';
import classes from '../dialogs.module.css';
import { AuditLine } from './audit-line';
import { ChainState } from './chain-state';

const KINDS: readonly PlanRecord['kind'][] = [
  'feature',
  'decision',
  'comment',
  'pack',
  'targets',
  'layer',
  'project',
];

/** Lines that are shown at once. */
const PAGE = 200;

/** Who did what and when, with before and after: the whole journal of the project, newest first. */
export function AuditLog() {
  const { t, say } = useText();
  const { audit, session } = useStores();
  const entries = useStore(audit, (state) => state.entries);
  const selection = useStore(session, (state) => state.selection);
  const [filter, setFilter] = useState<AuditFilter>({});
  const [shown, setShown] = useState(PAGE);
  useEffect(() => {
    void audit.verify();
    return () => audit.forget();
  }, [audit]);
  const actors = useMemo(() => Array.from(new Set(entries.map(({ actor }) => actor))).sort(), [entries]);
  const passing = useMemo(
    () =>
      entries
        .map((entry, place) => ({ entry, place }))
        .filter(({ entry }) => passes(entry, filter, say))
        .reverse(),
    [entries, filter, say],
  );
  const change = (name: keyof AuditFilter, value: string) => {
    setShown(PAGE);
    setFilter((former) => {
      const others = Object.entries(former).filter(([other]) => other !== name);
      return Object.fromEntries(value === '' ? others : [...others, [name, value]]);
    });
  };
  const more = Math.min(PAGE, passing.length - shown);
  const conflict = selection?.kind === 'conflict' ? selection.id : null;
  return (
    <div className={classes.stack}>
      <ChainState />
      <FilterRow>
        <FilterSelect
          label={t('audit.actor')}
          value={filter.actor ?? ''}
          choices={actors.map((actor) => ({ value: actor, label: actor === '' ? t('audit.nobody') : actor }))}
          onChange={(value) => change('actor', value)}
        />
        <FilterSelect
          label={t('audit.kind')}
          value={filter.kind ?? ''}
          choices={KINDS.map((kind) => ({ value: kind, label: t(`audit.kind.${kind}`) }))}
          onChange={(value) => change('kind', value)}
        />
        <SearchInput
          label={t('audit.search')}
          value={filter.text ?? ''}
          onChange={(value) => change('text', value)}
        />
      </FilterRow>
      {conflict !== null && (
        <Checkbox
          size="xs"
          label={t('audit.of-conflict', { conflict })}
          checked={filter.conflict === conflict}
          onChange={(event) => change('conflict', event.currentTarget.checked ? conflict : '')}
        />
      )}
      <p className={classes.text} role="status">
        {t('audit.count', { shown: passing.length, total: entries.length })}
      </p>
      {entries.length > 0 && passing.length === 0 && (
        <EmptyState title={t('audit.empty')} text={t('audit.empty.text')} />
      )}
      {passing.length > 0 && (
        <ol className={classes.history} tabIndex={0} aria-label={t('audit.tab.log')}>
          {passing.slice(0, shown).map(({ entry, place }) => (
            <AuditLine key={place} entry={entry} />
          ))}
        </ol>
      )}
      {more > 0 && <Button onClick={() => setShown(shown + PAGE)}>{t('compare.more', { n: more })}</Button>}
    </div>
  );
}
