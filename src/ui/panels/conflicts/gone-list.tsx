import { useStore } from 'zustand';
import review from '../../review/review.module.css';
import { useMoment } from '../../review/use-moment';
import layout from '../../shared/layout.module.css';
import { EmptyState } from '../../shared/section';
import { useStores } from '../../shared/stores-context';
import { useSideName } from '../../shared/use-plan';
import { useText } from '../../shared/use-text';
import { useRuleTitle } from './use-conflict-matcher';

const MOST_SHOWN = 500;

/** 已消除: decided conflicts that are there no more, the latest decision first; each leads to its history. */
export function GoneList() {
  const { t, formats } = useText();
  const { review: store, session } = useStores();
  const gone = useStore(store, (state) => state.gone);
  const selection = useStore(session, (state) => state.selection);
  const titleOf = useRuleTitle();
  const moment = useMoment();
  const sideName = useSideName();
  if (gone.size === 0) return <EmptyState title={t('review.gone.none')} text={t('review.gone.none.text')} />;
  const latestFirst = Array.from(gone).sort(([, a], [, b]) => (a.at < b.at ? 1 : -1));
  return (
    <div className={layout.scroll} tabIndex={0} role="region" aria-label={t('review.tab.gone')}>
      <ul className={review.list}>
        {latestFirst.slice(0, MOST_SHOWN).map(([id, { verdict, by, at, about, measured }]) => (
          <li key={id}>
            <button
              type="button"
              className={review.gone}
              aria-current={selection?.kind === 'conflict' && selection.id === id}
              onClick={() =>
                session.select({ kind: 'conflict', id }, about?.objectBox ? { zoomTo: about.objectBox } : {})
              }
            >
              <div>
                {about
                  ? `${sideName(about.subject)} — ${sideName(about.object)} · ${titleOf(about.rule)}`
                  : id}
              </div>
              <p className={review.dim}>
                {t(`decision.${verdict}`)} · {t('review.by', { by, at: moment(at) })} ·{' '}
                {formats.metres(measured.distanceM)}
              </p>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
