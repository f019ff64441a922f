import { chooseEncoding, type EncodingCandidate } from '../guess-encoding';
import type { TextEncoding } from '../source-layer';
import { dbfTexts } from './dbf-texts';

/** What .cpg files name the encodings that matter here. Others, such as `System`, say nothing. */
const CPG_NAMES: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/^(utf-?8|65001)$/, 'utf-8'],
  [/^(gbk|gb-?2312|gb-?18030|(cp|ansi|ms|oem)?[ -]?936)$/, 'gb18030'],
  [/^(big-?5|(cp|ansi|ms|oem)?[ -]?950)$/, 'big5'],
];

/** Language ids (byte 29 of the header) of Chinese code pages: of ESRI and of dBASE. */
const LANGUAGE_IDS: ReadonlyMap<number, string> = new Map([
  [0x4d, 'gb18030'],
  [0x7a, 'gb18030'],
  [0x4f, 'big5'],
  [0x78, 'big5'],
]);

/** The encoding that a shapefile itself claims: by its .cpg, else by the language id of its .dbf; null for none. */
export function claimedEncoding(dbf: Uint8Array, cpg: string | null): string | null {
  const text = cpg?.trim().toLowerCase();
  const named = text === undefined ? undefined : CPG_NAMES.find(([pattern]) => pattern.test(text))?.[1];
  return named ?? LANGUAGE_IDS.get(dbf[29] ?? 0) ?? null;
}

/** The encoding of a shapefile's names and texts, and how they read in others. */
export function dbfEncoding(
  dbf: Uint8Array,
  cpg: string | null,
): { readonly encoding: TextEncoding; readonly candidates: readonly EncodingCandidate[] } {
  return chooseEncoding(dbfTexts(dbf), claimedEncoding(dbf, cpg));
}
