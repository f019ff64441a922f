import { LAND_USE_2011 } from './land-use-2011';
import { LAND_USE_2023 } from './land-use-2023';
import { LAND_USE_21010 } from './land-use-21010';
import type { Bilingual } from './rule';

/**
 * Classifications of land use. They give the same digits different meanings (0803 is culture in one and education
 * in another), so a code says nothing without its scheme.
 */
export const CODE_SCHEMES = ['MNR2023', 'GB50137-2011', 'GBT21010-2017'] as const;
export type CodeScheme = (typeof CODE_SCHEMES)[number];

const TABLES: Readonly<Record<CodeScheme, ReadonlyMap<string, readonly [string, string]>>> = {
  MNR2023: new Map(Object.entries(LAND_USE_2023)),
  'GB50137-2011': new Map(Object.entries(LAND_USE_2011)),
  'GBT21010-2017': new Map(Object.entries(LAND_USE_21010)),
};

export function isCodeScheme(value: unknown): value is CodeScheme {
  return (CODE_SCHEMES as readonly unknown[]).includes(value);
}

/** Every code of a scheme, sorted. */
export function landUseCodes(scheme: CodeScheme): readonly string[] {
  return [...TABLES[scheme].keys()].sort();
}

/**
 * The name of a code in its scheme; null if the scheme has no such code. A code of GB 50137-2011 that a city
 * extended by small letters (A33a) has the name of the code it extends.
 */
export function landUseName(scheme: CodeScheme, code: string): Bilingual | null {
  const table = TABLES[scheme];
  const extended = scheme === 'GB50137-2011' ? /^([A-Z]\d*)[a-z]+$/.exec(code)?.[1] : undefined;
  const names = table.get(code) ?? (extended === undefined ? undefined : table.get(extended));
  return names ? { zh: names[0], en: names[1] } : null;
}
