import { useState, type KeyboardEvent } from 'react';

interface ComposingKey {
  readonly nativeEvent: { readonly isComposing: boolean };
  readonly keyCode: number;
}

/** Chrome gives this code to every key that goes to an input method. */
const COMPOSING_KEY_CODE = 229;

/** Whether a key was pressed to choose among an input method's suggestions: it says nothing about the field. */
export function isComposing({ nativeEvent, keyCode }: ComposingKey): boolean {
  return nativeEvent.isComposing || keyCode === COMPOSING_KEY_CODE;
}

export interface Commit {
  readonly text: string;
  readonly error: boolean;
  readonly onChange: (text: string) => void;
  readonly onBlur: () => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
}

/**
 * A field that is committed when it is left or Enter is pressed (not while an input method is composing), and
 * goes back on Escape. `accept` takes the text, or answers false where it cannot be.
 */
export function useCommit(value: string, accept: (text: string) => boolean): Commit {
  const [draft, setDraft] = useState<string | null>(null);
  const [error, setError] = useState(false);
  const close = () => {
    setDraft(null);
    setError(false);
  };
  const commit = () => {
    if (draft === null) return;
    if (draft === value || accept(draft)) close();
    else setError(true);
  };
  return {
    text: draft ?? value,
    error,
    onChange: (text) => {
      setDraft(text);
      setError(false);
    },
    onBlur: commit,
    onKeyDown: (event) => {
      if (isComposing(event)) return;
      if (event.key === 'Enter') {
        event.preventDefault();
        commit();
      } else if (event.key === 'Escape' && draft !== null) {
        event.stopPropagation();
        close();
      }
    },
  };
}
