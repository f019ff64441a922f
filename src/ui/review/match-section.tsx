import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { takeOver, withIdentity } from '../../commands/review';
import type { Finding } from '../../domain/conflict';
import type { Decision } from '../../domain/decision';
import { bestMatch } from '../../domain/decision-match';
import { Section } from '../shared/section';
import { useStores } from '../shared/stores-context';
import { useFindings } from '../shared/use-plan';
import { useText } from '../shared/use-text';
import classes from './review.module.css';
import { useMoment } from './use-moment';

/** A decision whose object is gone and was like the object of this undecided conflict: offered, never taken silently. */
export function MatchSection({ finding }: { finding: Finding }) {
  const { t, formats } = useText();
  const moment = useMoment();
  const stores = useStores();
  const { conflict } = finding;
  const isDecided = useStore(stores.review, (state) => state.standings.has(conflict.id));
  const gone = useStore(stores.review, (state) => state.gone);
  const match = useMemo(
    () => (isDecided ? null : likeliest(finding, gone.values())),
    [isDecided, finding, gone],
  );
  if (!match) return null;
  const { decision, similarity } = match;
  const { verdict, by, at, about } = decision;
  return (
    <Section title={t('review.match')}>
      <p className={classes.changes}>
        {t('review.match.text', {
          object: about?.object.id ?? '',
          similarity: formats.percent(similarity, 0),
          verdict,
          by,
          at: moment(at),
        })}
      </p>
      <p className={classes.words}>{decision.reason}</p>
      <Button
        size="compact-xs"
        onClick={() => withIdentity(stores, () => void takeOver(stores, decision, conflict.id))}
      >
        {t('review.match.take')}
      </Button>
    </Section>
  );
}

/** For a decision whose conflict is gone: the undecided conflict that may have come of it. */
export function SuccessorSection({ decision }: { decision: Decision }) {
  const { t, formats } = useText();
  const { review, session } = useStores();
  const findings = useFindings();
  const standings = useStore(review, (state) => state.standings);
  const { about } = decision;
  const match = useMemo(
    () =>
      about &&
      bestMatch(
        about,
        findings.filter(({ conflict }) => !standings.has(conflict.id)),
      ),
    [about, findings, standings],
  );
  if (!match) return null;
  const { finding, similarity } = match;
  const { conflict, objectName, box } = finding;
  return (
    <Section title={t('review.match')}>
      <p className={classes.changes}>
        {t('review.match.of-gone', {
          object: formats.aside(objectName, conflict.object.id),
          similarity: formats.percent(similarity, 0),
        })}
      </p>
      <Button
        size="compact-xs"
        onClick={() => session.select({ kind: 'conflict', id: conflict.id }, { zoomTo: box })}
      >
        {t('review.match.show')}
      </Button>
    </Section>
  );
}

/** The decision whose object was most like the conflict's. */
function likeliest(finding: Finding, decisions: Iterable<Decision>) {
  let best: { readonly decision: Decision; readonly similarity: number } | null = null;
  for (const decision of decisions) {
    const match = decision.about && bestMatch(decision.about, [finding]);
    if (match && match.similarity > (best?.similarity ?? 0))
      best = { decision, similarity: match.similarity };
  }
  return best;
}
