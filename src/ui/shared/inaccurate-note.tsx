import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Conflict } from '../../domain/conflict';
import { Note } from './section';
import { useStores } from './stores-context';
import { useText } from './use-text';

/**
 * Flags a datum or a rule for correction: how many of its conflicts are ruled 不属实. Nothing where there is none;
 * `isAbout` must stay the same function while it asks for the same.
 */
export function InaccurateNote({ isAbout }: { isAbout: (conflict: Conflict) => boolean }) {
  const { t } = useText();
  const { review } = useStores();
  const standings = useStore(review, (state) => state.standings);
  const count = useMemo(() => {
    let ruled = 0;
    for (const [id, { decision, state }] of standings) {
      if (decision.verdict !== 'inaccurate' || state !== 'current') continue;
      const finding = review.findingOf(id);
      if (finding && isAbout(finding.conflict)) ruled++;
    }
    return ruled;
  }, [standings, review, isAbout]);
  return count === 0 ? null : <Note>{t('review.inaccurate', { n: count })}</Note>;
}
