import { Button } from '@mantine/core';
import { useStore } from 'zustand';
import { ruleOn, rulingFaultOn, seenConflict, wordsOf } from '../../commands/review';
import { DECISION_VERDICTS, type DecisionVerdict } from '../../domain/decision';
import { Note, Section } from '../shared/section';
import { ReviewTag } from '../shared/review-tag';
import { useStores } from '../shared/stores-context';
import { Tag } from '../shared/tag';
import { useCommand } from '../shared/use-command';
import { useText } from '../shared/use-text';
import { DecisionHistory } from './decision-entry';
import { EvidenceChanges } from './evidence-changes';
import classes from './review.module.css';
import { RulingForm } from './ruling-form';

/** 核查意见 on a conflict, there or gone: where it stands, what may be decided, and what was. */
export function DecisionSection({ conflict }: { conflict: string }) {
  const { t } = useText();
  const stores = useStores();
  const { review, session } = stores;
  const { decisions } = useStore(review);
  const standing = useStore(review, (state) => state.standings.get(conflict) ?? null);
  const isGone = useStore(review, (state) => state.gone.has(conflict));
  const wording = useStore(session, (state) => state.wording);
  const own = decisions.historyOf(conflict);
  const history = own.length === 0 && standing ? decisions.historyOf(standing.decision.conflict) : own;
  return (
    <Section
      title={t('review.decision')}
      aside={
        isGone ? <Tag tone="outline">{t('decision-state.gone')}</Tag> : <ReviewTag standing={standing} />
      }
    >
      {standing?.state === 'stale' && <EvidenceChanges conflict={conflict} decision={standing.decision} />}
      {standing?.state === 'expired' && (
        <div className={classes.changes}>
          <p>{t('review.expired-on', { until: standing.decision.until ?? '' })}</p>
        </div>
      )}
      {wording === null || wording === 'comment' ? (
        <div className={classes.verdicts} role="group" aria-label={t('review.give')}>
          {DECISION_VERDICTS.map((verdict) => (
            <VerdictButton key={verdict} verdict={verdict} />
          ))}
        </div>
      ) : (
        <Wording key={`${conflict}/${wording}`} conflict={conflict} verdict={wording} />
      )}
      {history.length > 0 ? (
        <div style={{ marginTop: 10 }}>
          <DecisionHistory history={history} />
        </div>
      ) : (
        <Note>{t('review.none')}</Note>
      )}
    </Section>
  );
}

/** English verdicts are long. */
const WRAPPED = {
  root: { height: 'auto', minHeight: 30, paddingBlock: 3 },
  label: { whiteSpace: 'normal' },
} as const;

/** Disabled it keeps its focus and says why. */
function VerdictButton({ verdict }: { verdict: DecisionVerdict }) {
  const { t } = useText();
  const { tooltip, disabled, run } = useCommand(`decide-${verdict}`);
  return (
    <Button
      styles={WRAPPED}
      title={tooltip}
      aria-disabled={disabled !== null}
      {...(disabled === null ? {} : { 'data-disabled': true })}
      onClick={() => disabled === null && run()}
    >
      {t(`decision.${verdict}`)}
    </Button>
  );
}

function Wording({ conflict, verdict }: { conflict: string; verdict: DecisionVerdict }) {
  const { t } = useText();
  const stores = useStores();
  const { session, review } = stores;
  const seen = seenConflict(stores, conflict);
  const former = review.getState().standings.get(conflict)?.decision;
  const close = () => session.setState({ wording: null });
  if (!seen) return null;
  return (
    <RulingForm
      verdict={verdict}
      initial={former?.verdict === verdict ? wordsOf(former) : null}
      faultOf={(words) => rulingFaultOn(stores, seen, words)}
      submitLabel={t('review.give')}
      onCancel={close}
      onSubmit={(words) => {
        if (ruleOn(stores, [seen], words).ok) close();
      }}
    />
  );
}
