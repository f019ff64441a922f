import { conflictTableWords } from './conflict-table-words';
import { formatsOf } from './format';
import type { Language } from './language';
import { translate, type Params } from './translate';

/** The words of reports, in one language. */
export function reportWords(language: Language) {
  const { word, use, pick } = conflictTableWords(language);
  return {
    language,
    text: (code: string, params?: Params) => translate(language, code, params),
    word,
    use,
    pick,
    numbers: formatsOf(language),
  };
}
