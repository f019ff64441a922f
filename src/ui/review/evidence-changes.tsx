import { Button } from '@mantine/core';
import { measureChanges, measuredOf, type MeasureChange } from '../../domain/decision-change';
import type { Decision } from '../../domain/decision';
import { useStores } from '../shared/stores-context';
import { useCommand } from '../shared/use-command';
import { useText } from '../shared/use-text';
import classes from './review.module.css';

/** Before and after of a decision that is stale; one keystroke confirms it where hardly anything changed. */
export function EvidenceChanges({ conflict, decision }: { conflict: string; decision: Decision }) {
  const { t } = useText();
  const finding = useStores().review.findingOf(conflict);
  const { disabled, keys, run } = useCommand('reconfirm');
  const changeWords = useChangeWords();
  if (!finding) return null;
  const changes = measureChanges(decision.measured, measuredOf(finding.conflict));
  return (
    <div className={classes.changes} role="note" aria-label={t('review.changed')}>
      <strong>{t('decision-state.stale')}</strong>
      {changes.map((change) => (
        <p key={change.measure}>{changeWords(change)}</p>
      ))}
      {changes.length === 0 && <p>{t('review.changed.other')}</p>}
      {disabled === null && (
        <div className={classes.row}>
          <Button size="compact-xs" title={keys ?? undefined} onClick={run}>
            {t('review.reconfirm')}
          </Button>
          <span className={classes.dim}>{t('review.reconfirm.hint')}</span>
        </div>
      )}
    </div>
  );
}

/** Words for one number that changed: 占压 412 → 380 m². */
function useChangeWords(): (change: MeasureChange) => string {
  const { t, formats } = useText();
  return ({ measure, before, after }) => {
    switch (measure) {
      case 'distanceM':
        return t('review.changed.distanceM', {
          before: formats.metres(before),
          after: formats.metres(after),
        });
      case 'overlapM2':
        return t('review.changed.overlapM2', {
          before: formats.squareMetres(before, decimalsFor(before, after)),
          after: formats.squareMetres(after, decimalsFor(before, after)),
        });
      case 'thresholdM':
        return t('review.changed.thresholdM', {
          before: formats.metres(before, 0),
          after: formats.metres(after, 0),
        });
    }
  };
}

/** As many as it takes for two areas to look different. */
function decimalsFor(before: number | null, after: number | null): number {
  return before !== null && after !== null && Math.abs(before - after) < 1 ? 2 : 0;
}
