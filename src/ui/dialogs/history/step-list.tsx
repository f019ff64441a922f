import { Button } from '@mantine/core';
import { useStore } from 'zustand';
import { EmptyState } from '../../shared/section';
import { useStores } from '../../shared/stores-context';
import { Tag } from '../../shared/tag';
import { useText } from '../../shared/use-text';
import classes from '../dialogs.module.css';

/** Everything done since the project was opened, newest first; a click goes back or forward to that point. */
export function StepList() {
  const { t, say } = useText();
  const { plan, session } = useStores();
  const { past, future } = useStore(plan, (state) => state.history);
  const entries = [...past, ...future];
  /** To where `kept` entries are done. */
  const goTo = (kept: number) => {
    const { actor } = session.getState();
    for (let step = past.length; step > kept; step--) if (!plan.undo(actor).ok) return;
    for (let step = past.length; step < kept; step++) if (!plan.redo(actor).ok) return;
  };
  return (
    <>
      {entries.length === 0 ? (
        <EmptyState title={t('history.empty')} text={t('history.empty.text')} />
      ) : (
        <ol className={classes.history} reversed tabIndex={0} aria-label={t('history.title')}>
          {entries
            .map((entry, index) => {
              const done = index < past.length;
              const now = index === past.length - 1;
              return (
                <li key={index} className={`${classes.historyItem} ${done ? '' : classes.undone}`}>
                  <span style={{ minWidth: 28, textAlign: 'end' }}>{index + 1}</span>
                  <span style={{ flex: 1 }}>{say(entry.label)}</span>
                  {now ? (
                    <Tag tone="info">{t('history.now')}</Tag>
                  ) : (
                    <Button size="compact-xs" onClick={() => goTo(index + 1)}>
                      {t(done ? 'history.back-to' : 'history.forward-to')}
                    </Button>
                  )}
                </li>
              );
            })
            .reverse()}
          <li className={classes.historyItem}>
            <span style={{ minWidth: 28, textAlign: 'end' }}>0</span>
            <span style={{ flex: 1 }}>{t('history.opened')}</span>
            {past.length > 0 ? (
              <Button size="compact-xs" onClick={() => goTo(0)}>
                {t('history.back-to')}
              </Button>
            ) : (
              <Tag tone="info">{t('history.now')}</Tag>
            )}
          </li>
        </ol>
      )}
    </>
  );
}
