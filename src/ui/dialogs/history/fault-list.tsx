import type { AuditState } from '../../../store/audit-store';
import { useText } from '../../shared/use-text';
import classes from '../dialogs.module.css';

/** Faults that are told one by one. */
const MOST_SHOWN = 20;

/** What is not as it was written, each with the transaction that it is about. */
export function FaultList({ faults }: { faults: NonNullable<AuditState['faults']> }) {
  const { t, say, formats } = useText();
  const more = faults.length - MOST_SHOWN;
  return (
    <div className={classes.alert} role="alert">
      <ul className={classes.faults}>
        {faults.slice(0, MOST_SHOWN).map(({ what, entry }, index) => (
          <li key={index}>
            {say(what)}{' '}
            {entry &&
              t('audit.entry', {
                seq: entry.seq,
                action: say(entry.label),
                actor: entry.actor === '' ? t('audit.nobody') : entry.actor,
                at: formats.time(entry.at),
              })}
          </li>
        ))}
        {more > 0 && <li>{t('compare.unlisted', { n: more })}</li>}
      </ul>
    </div>
  );
}
