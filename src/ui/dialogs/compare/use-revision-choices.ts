import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useStores } from '../../shared/stores-context';
import { useText } from '../../shared/use-text';

/** The steps of the journal, latest first, and the state before them all. */
export function useRevisionChoices(): { readonly value: string; readonly label: string }[] {
  const { t, say, formats } = useText();
  const { compare } = useStores();
  const revisions = useStore(compare, (state) => state.revisions);
  return useMemo(
    () => [
      ...revisions.map(({ seq, at, label }) => ({
        value: String(seq),
        label: t('compare.revision.item', { seq, at: formats.time(at), text: say(label) }),
      })),
      { value: '0', label: t('compare.revision.start') },
    ],
    [revisions, t, say, formats],
  );
}
