import { isCodeScheme, landUseName } from '../domain/land-use';
import type { Bilingual } from '../domain/rule';
import type { Language } from './language';
import { translate, wordOf } from './translate';

/** The words of the exported conflict table, in one language. */
export function conflictTableWords(language: Language) {
  // Few words stand in many cells.
  const known = new Map<string, string>();
  const once = (key: string, make: () => string): string => {
    let word = known.get(key);
    if (word === undefined) known.set(key, (word = make()));
    return word;
  };
  return {
    header: (column: string) => translate(language, `export.column.${column}`),
    word: (area: string, value: string) => once(`${area}\n${value}`, () => wordOf(language, area, value)),
    use: (layer: string, code: string, scheme: string | null) =>
      once(`${layer}\n${code}\n${scheme}`, () => useOf(language, layer, code, scheme)),
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
