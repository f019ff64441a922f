import type { JsonValue } from '../../domain/json';

/**
 * JSON of a value such that `JSON.parse` gives the very value back. `JSON.stringify` does not for −0 and for numbers
 * beyond the range of doubles, which JSON can write (`-0`, `1e999`) and `JSON.parse` reads.
 *
 * @param isSorted members in the order of their names, by code unit: equal values then have equal texts.
 */
export function jsonTextOf(value: JsonValue, isSorted = false): string {
  if (typeof value === 'number') {
    if (Object.is(value, -0)) return '-0';
    return Number.isFinite(value) ? String(value) : value > 0 ? '1e999' : '-1e999';
  }
  if (Array.isArray(value)) return `[${value.map((item) => jsonTextOf(item, isSorted)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value);
  if (isSorted) members.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${jsonTextOf(member, isSorted)}`).join(',')}}`;
}

/** Whether UTF-8 can hold the text: it has no half of a surrogate pair alone. */
export function isWellFormed(text: string): boolean {
  return !/\p{Cs}/u.test(text);
}
