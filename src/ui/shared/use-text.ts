import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Message } from '../../domain/message';
import type { Bilingual } from '../../domain/rule';
import { formatsOf, type Formats } from '../../i18n/format';
import type { Language } from '../../i18n/language';
import { tell, translate, wordOf, type Params } from '../../i18n/translate';
import { useStores } from './stores-context';

/** Words and numbers in the user's language. */
export interface Text {
  readonly language: Language;
  readonly t: (code: string, params?: Params) => string;
  readonly say: (message: Message) => string;
  /** The word for a value of an open list; the value itself where none is known. */
  readonly word: (area: string, value: string) => string;
  readonly pick: (words: Bilingual) => string;
  readonly formats: Formats;
}

const texts: Partial<Record<Language, Text>> = {};

function textOf(language: Language): Text {
  return (texts[language] ??= {
    language,
    t: (code, params) => translate(language, code, params),
    say: (message) => tell(language, message),
    word: (area, value) => wordOf(language, area, value),
    pick: (words) => words[language],
    formats: formatsOf(language),
  });
}

export function useText(): Text {
  const language = useStore(useStores().session, (session) => session.language);
  return useMemo(() => textOf(language), [language]);
}
