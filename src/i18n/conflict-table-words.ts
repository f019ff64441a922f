import { isCodeScheme, landUseName } from '../domain/land-use';
import type { Bilingual } from '../domain/rule';
import type { Language } from './language';
import { translate, wordOf } from './translate';

/** The words of the exported conflict table, in one language. */
export function conflictTableWords(language: Language) {
  return {
    header: (column: string) => translate(language, `export.column.${column}`),
    word: (area: string, value: string) => wordOf(language, area, value),
    use: (layer: string, code: string, scheme: string | null) => useOf(language, layer, code, scheme),
    pick: (words: Bilingual) => words[language],
  };
}

/** Land-use code of a parcel by its own scheme, kind of a facility, class of a road. */
function useOf(language: Language, layer: string, code: string, scheme: string | null): string {
  if (layer === 'facilities') return wordOf(language, 'kind', code);
  if (layer === 'roads') return wordOf(language, 'road', code);
  const name = isCodeScheme(scheme) ? landUseName(scheme, code) : null;
  return name ? `${code} ${name[language]}` : code;
}
