import type { Message } from '../domain/message';
import { i18n } from './i18n';
import type { Language } from './language';

export type Params = NonNullable<Message['params']>;

/** Parameters whose values are themselves words of a list, with its area: `layer: 'parcels'` is shown as 地块. */
const WORD_AREAS: Readonly<Record<string, string>> = {
  layer: 'layer',
  stage: 'stage',
  status: 'status',
  severity: 'severity',
  type: 'geometry',
  property: 'property',
  programme: 'programme',
  verdict: 'decision',
  from: 'decision',
  role: 'role',
  wind: 'wind',
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
  for (const [name, area] of Object.entries(WORD_AREAS)) {
    const value = params[name];
    if (typeof value === 'string') shown[name] = wordOf(language, area, value);
  }
  const { of, properties, reason, command } = params;
  const title = params[language];
  if (title !== undefined) shown.title = title;
  if (typeof of === 'string') shown.action = translate(language, of, without(params, 'of'));
  if (typeof reason === 'string' && hasWords(language, reason)) shown.reason = translate(language, reason);
  if (typeof command === 'string') shown.commandLabel = wordOf(language, 'command', command);
  if (typeof properties === 'string') {
    const names = properties.split(', ').map((name) => wordOf(language, 'property', name));
    shown.properties = names.join(language === 'zh' ? '、' : ', ');
  }
  return shown;
}

function without(params: Params, name: string): Params {
  return Object.fromEntries(Object.entries(params).filter(([other]) => other !== name));
}

/**
 * The words for a code. Values of lists are put into words; `zh` and `en` (a title in both languages) become
 * `{{title}}`, `of` (the code of another message with the same parameters) `{{action}}`, `command` (an id) also
 * `{{commandLabel}}`. A code without words is shown as it is.
 */
export function translate(language: Language, code: string, params: Params = {}): string {
  return i18n.t(code, { lng: language, replace: wordParams(language, params) });
}

/** The words of a message of the layers below. */
export function tell(language: Language, { code, params }: Message): string {
  return translate(language, code, params);
}
