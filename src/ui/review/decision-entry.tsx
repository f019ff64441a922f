import type { Decision } from '../../domain/decision';
import { Tag } from '../shared/tag';
import { useText } from '../shared/use-text';
import { AttachmentList } from './attachments-input';
import classes from './review.module.css';
import { useMoment } from './use-moment';

/** One decision: what, who, when, why and on what basis. */
function DecisionEntry({ decision, isLatest }: { decision: Decision; isLatest: boolean }) {
  const { t, word, formats } = useText();
  const moment = useMoment();
  const { verdict, by, role, at, reason, basisDoc, ground, until, conditions, attachments } = decision;
  const params = { by, at: moment(at), role: word('role', role ?? '') };
  const facts = [
    basisDoc === undefined
      ? null
      : `${t('review.basis-doc')} ${ground === undefined ? basisDoc : formats.aside(basisDoc, t(`ground.${ground}`))}`,
    until === undefined ? null : `${t('review.until')} ${until}`,
    conditions === undefined ? null : `${t('review.conditions')} ${conditions}`,
  ].filter((fact) => fact !== null);
  return (
    <li className={classes.entry} aria-current={isLatest}>
      <div className={classes.row}>
        <strong>{t(`decision.${verdict}`)}</strong>
        {decision.carriedFrom !== undefined && <Tag tone="info">{t('review.carried')}</Tag>}
      </div>
      <p className={classes.dim}>{t(role === undefined ? 'review.by' : 'review.by-role', params)}</p>
      <p className={classes.words}>{reason}</p>
      {facts.map((fact) => (
        <p key={fact} className={classes.dim}>
          {fact}
        </p>
      ))}
      <AttachmentList attachments={attachments ?? []} />
    </li>
  );
}

/** Decisions on a conflict, the latest first. */
export function DecisionHistory({ history }: { history: readonly Decision[] }) {
  const { t } = useText();
  return (
    <ol className={classes.history} aria-label={t('review.history')}>
      {history.toReversed().map((decision, index) => (
        <DecisionEntry key={decision.id} decision={decision} isLatest={index === 0} />
      ))}
    </ol>
  );
}
