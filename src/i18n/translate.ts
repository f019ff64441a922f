import type { Message } from '../domain/message';
import { i18n } from './i18n';
import type { Language } from './language';

export type Params = NonNullable<Message['params']>;

/** Parameters whose values are themselves words of a list: `layer: 'parcels'` is shown as 地块. */
const WORD_PARAMS = [
  'layer',
  'stage',
  'status',
  'severity',
  'kind',
  'collection',
  'relation',
  'step',
] as const;

const WORD_AREA: Readonly<Record<(typeof WORD_PARAMS)[number], string>> = {
  layer: 'layer',
  stage: 'stage',
  status: 'status',
  severity: 'severity',
  kind: 'kind',
  collection: 'layer',
  relation: 'relation',
  step: 'step',
};

/** Whether there are words for a code. */
export function hasWords(language: Language, code: string): boolean {
  return i18n.exists(code, { lng: language });
}

/** The word for one value of an open list (`stage`, `status`, `kind` …); the value itself where none is known. */
export function wordOf(language: Language, area: string, value: string): string {
  const code = `${area}.${value}`;
  return hasWords(language, code) ? translate(language, code) : value;
}

function wordParams(language: Language, params: Params): Record<string, string | number> {
  const shown: Record<string, string | number> = { ...params };
  for (const name of WORD_PARAMS) {
    const value = params[name];
    if (typeof value === 'string') shown[name] = wordOf(language, WORD_AREA[name], value);
  }
  const { of, ...rest } = params;
  const title = params[language];
  if (title !== undefined) shown.title = title;
  if (typeof params.properties === 'string') {
    const names = params.properties.split(', ').map((name) => wordOf(language, 'property', name));
    shown.properties = names.join(language === 'zh' ? '、' : ', ');
  }
  if (typeof of === 'string') shown.action = translate(language, of, rest);
  return shown;
}

/**
 * The words for a code. `zh` and `en` (a title in both languages) become `{{title}}`; parameters named after a list of words are put into words, and `of` (the code of another
 * message with the same parameters) becomes `{{action}}`. A code without words is shown as it is.
 */
export function translate(language: Language, code: string, params: Params = {}): string {
  return i18n.t(code, { lng: language, replace: wordParams(language, params) });
}

/** The words of a message of the layers below. */
export function tell(language: Language, { code, params }: Message): string {
  return translate(language, code, params);
}
