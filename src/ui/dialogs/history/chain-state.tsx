import { Button } from '@mantine/core';
import { useStore } from 'zustand';
import layout from '../../shared/layout.module.css';
import { useStores } from '../../shared/stores-context';
import { useText } from '../../shared/use-text';
import classes from '../dialogs.module.css';

/** Whether the journal is what was written, entry by entry. */
export function ChainState() {
  const { t } = useText();
  const { audit } = useStores();
  const { check, entries } = useStore(audit);
  const total = entries.length;
  if (check.status === 'broken') {
    const { seq, reason } = check.fault;
    return (
      <div className={classes.alert} role="alert">
        {t('audit.broken', { seq, why: t(`audit.broken.${reason}`) })}
      </div>
    );
  }
  return (
    <div className={layout.row} role="status">
      <span className={check.status === 'whole' ? layout.good : layout.dim}>
        {check.status === 'whole' && t('audit.whole', { total })}
        {check.status === 'checking' && t('audit.checking', { done: check.done, total })}
        {check.status === 'none' && t('audit.unchecked')}
      </span>
      <Button
        size="compact-xs"
        ml="auto"
        disabled={check.status === 'checking'}
        onClick={() => void audit.verify()}
      >
        {t('audit.verify')}
      </Button>
    </div>
  );
}
