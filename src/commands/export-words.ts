import { landUseName } from '../domain/land-use';
import type { Language } from '../i18n/language';
import { translate, wordOf } from '../i18n/translate';
import type { ConflictTableWords } from '../io/export/conflict-table';

/** The words of the exported conflict table. */
export function exportWords(language: Language): ConflictTableWords {
  return {
    header: (column) => translate(language, `export.column.${column}`),
    word: (area, value) => wordOf(language, area, value),
    use(layer, code) {
      if (layer === 'facilities') return wordOf(language, 'kind', code);
      if (layer === 'roads') return wordOf(language, 'road', code);
      const name = layer === 'parcels' ? landUseName('MNR2023', code) : null;
      return name ? `${code} ${name[language]}` : code;
    },
    pick: (words) => words[language],
  };
}
