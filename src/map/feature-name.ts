import { isCodeScheme, landUseName } from '../domain/land-use';
import type { Language } from '../i18n/language';
import { wordOf } from '../i18n/translate';
import type { Pick } from './picking';

/** What to call a feature on the map: its name, else what it is. */
export function featureName(language: Language, { ref, properties }: Pick): string {
  const { name, kind, landUse, codeScheme } = properties;
  const what = landUseWords(language, codeScheme, landUse) ?? kindWords(language, kind);
  const known = typeof name === 'string' && name !== '' ? name : null;
  if (known !== null) return what === null ? known : `${known} · ${what}`;
  return what ?? `${wordOf(language, 'layer', ref.layer)} ${ref.id}`;
}

function landUseWords(language: Language, scheme: unknown, code: unknown): string | null {
  if (typeof code !== 'string' || code === '') return null;
  const words = isCodeScheme(scheme) ? landUseName(scheme, code) : null;
  return words ? `${code} ${words[language]}` : code;
}

function kindWords(language: Language, kind: unknown): string | null {
  return typeof kind === 'string' && kind !== '' ? wordOf(language, 'kind', kind) : null;
}
