import { Button } from '@mantine/core';
import { useStore } from 'zustand';
import layout from '../../shared/layout.module.css';
import { useStores } from '../../shared/stores-context';
import { Tag } from '../../shared/tag';
import { useText } from '../../shared/use-text';
import classes from '../dialogs.module.css';
import { FaultList } from './fault-list';

/** Whether journal, decisions and comments are as they were written, and where not. */
export function ChainState() {
  const { t } = useText();
  const { audit } = useStores();
  const { faults, entries } = useStore(audit);
  const head = entries.at(-1);
  return (
    <div>
      <div className={layout.row}>
        <span role="status">
          {faults === null && <span className={layout.dim}>{t('audit.verifying')}</span>}
          {faults?.length === 0 && (
            <>
              <Tag tone="good">{t('audit.whole')}</Tag>{' '}
              {head ? t('audit.journal-whole', { count: entries.length }) : t('audit.none')}
            </>
          )}
          {faults !== null && faults.length > 0 && (
            <>
              <Tag tone="bad">{t('audit.not-whole')}</Tag>{' '}
              {t('audit.faults', { count: faults.length, total: entries.length })}
            </>
          )}
        </span>
        <Button size="compact-xs" ml="auto" disabled={faults === null} onClick={() => void audit.verify()}>
          {t('audit.verify')}
        </Button>
      </div>
      {faults !== null && faults.length > 0 && <FaultList faults={faults} />}
      {faults !== null && head && (
        <p className={classes.hash}>
          {t('audit.head', { seq: head.seq })} <code>{head.hash}</code>
        </p>
      )}
    </div>
  );
}
