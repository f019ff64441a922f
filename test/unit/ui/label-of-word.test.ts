import { expect, it } from 'vitest';
import { LAYER_NAMES } from '../../../src/domain/layer';
import { wordOf } from '../../../src/i18n/translate';
import { FIELD_TARGETS } from '../../../src/io/import/mapping/field-targets';
import { ourWords } from '../../../src/io/import/mapping/value-words';
import { labelOfWord } from '../../../src/ui/dialogs/import/label-of-word';

/** Code schemes are known by their codes. */
const chosen = LAYER_NAMES.flatMap((layer) =>
  FIELD_TARGETS[layer]
    .filter(({ name }) => name !== 'codeScheme')
    .flatMap(({ name }) => ourWords(layer, name).map((ours) => [layer, name, ours] as const)),
);

it.each(chosen)('a planner reads what %s %s %s means', (layer, property, ours) => {
  const inLanguage = (language: 'zh' | 'en') =>
    labelOfWord(layer, property, ours, {
      word: (area, value) => wordOf(language, area, value),
      pick: (words) => words[language],
    });
  expect(inLanguage('zh')).toMatch(/\p{Script=Han}/u);
  expect(inLanguage('en')).not.toMatch(/\p{Script=Han}/u);
});
