import { useCallback, useState } from 'react';

const NONE: ReadonlySet<string> = new Set();

/** Conflicts chosen to be decided on together, by their ids. */
export function useChosen() {
  const [chosen, setChosen] = useState(NONE);
  const choose = useCallback((keys: readonly string[], on: boolean) => {
    setChosen((before) => {
      const after = new Set(before);
      for (const key of keys) {
        if (on) after.add(key);
        else after.delete(key);
      }
      return after;
    });
  }, []);
  const clear = useCallback(() => setChosen(NONE), []);
  return { chosen, choose, clear };
}
