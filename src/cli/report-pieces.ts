import type { Language } from '../i18n/language';
import type { Format } from './arguments';
import type { Checked } from './check';
import { reportAsJson } from './json-output';

/** The answer in the wanted format, in pieces of text. */
export function reportPieces(format: Format, { report }: Checked, language: Language): Iterable<string> {
  void format;
  void language;
  return reportAsJson(report);
}
