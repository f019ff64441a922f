import { isCodeScheme, landUseName } from '../domain/land-use';
import type { Bilingual } from '../domain/rule';
import type { Language } from './language';
import { translate, wordOf } from './translate';

/** The words of the exported conflict table, in one language. */
export function conflictTableWords(language: Language) {
  return {
    header: (column: string) => translate(language, `export.column.${column}`),
    word: (area: string, value: string) => wordOf(language, area, value),
    use: (layer: string, code: string) => useOf(language, layer, code),
    pick: (words: Bilingual) => words[language],
  };
}

/** Land-use code of a parcel (2023 classification, or its own `scheme:code`), kind of a facility, class of a road. */
function useOf(language: Language, layer: string, code: string): string {
  if (layer === 'facilities') return wordOf(language, 'kind', code);
  if (layer === 'roads') return wordOf(language, 'road', code);
  const [scheme, own] = code.includes(':') ? code.split(':') : ['MNR2023', code];
  const name = isCodeScheme(scheme) && own !== undefined ? landUseName(scheme, own) : null;
  return name ? `${code} ${name[language]}` : code;
}
