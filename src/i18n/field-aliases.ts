import type { Language } from './language';
import { hasWords, translate } from './translate';

/** The words for those fields that are properties known here, by their names. */
export function fieldAliases(language: Language, fields: Iterable<string>): Record<string, string> {
  const known = Array.from(fields).filter((field) => hasWords(language, `property.${field}`));
  return Object.fromEntries(known.map((field) => [field, translate(language, `property.${field}`)]));
}
