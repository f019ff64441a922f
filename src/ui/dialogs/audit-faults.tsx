import type { Audit } from '../../store/project/audit';
import { Tag } from '../shared/tag';
import { useText } from '../shared/use-text';

const MOST_SHOWN = 20;

/** Whether journal and decisions are as they were written, and where not. */
export function AuditFaults({ faults, count }: { faults: Audit['faults']; count: number }) {
  const { t, say } = useText();
  if (faults.length === 0) {
    return (
      <p role="status">
        <Tag tone="good">{t('journal.whole')}</Tag> {t('audit.journal-whole', { count })}
      </p>
    );
  }
  return (
    <div role="status">
      <Tag tone="bad">{t('journal.not-whole')}</Tag>
      <ul>
        {faults.slice(0, MOST_SHOWN).map(({ what, entry }, index) => (
          <li key={index}>
            {say(what)}{' '}
            {entry &&
              t('audit.entry', {
                seq: entry.seq,
                action: say(entry.label),
                actor: entry.actor || '–',
                at: entry.at,
              })}
          </li>
        ))}
      </ul>
      {faults.length > MOST_SHOWN && t('journal.more-faults', { count: faults.length })}
    </div>
  );
}
