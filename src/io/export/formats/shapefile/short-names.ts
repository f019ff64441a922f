import { encodedLength } from '../gbk';

/** dBASE has room for ten bytes in the name of a field. */
const MOST_BYTES = 10;

/**
 * A name of at most ten bytes for each field, by whole characters, each once (upper and lower case are the same to
 * many programs): a name that fits stays, another is cut and, should that be taken, numbered.
 */
export function shortNames(
  fields: readonly string[],
  encoding: 'utf-8' | 'gb18030',
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const take = (field: string, name: string) => {
    names.set(field, name);
    taken.add(name.toLowerCase());
  };
  const fitting = fields.filter((field) => encodedLength(field, encoding) <= MOST_BYTES);
  for (const field of fitting) if (!taken.has(field.toLowerCase())) take(field, field);
  for (const field of fields) {
    if (names.has(field)) continue;
    let name = cut(field, encoding, MOST_BYTES);
    for (let number = 1; taken.has(name.toLowerCase()); number++) {
      const ending = `_${number}`;
      name = cut(field, encoding, MOST_BYTES - ending.length) + ending;
    }
    take(field, name);
  }
  return names;
}

/** The first characters of a text that fit in so many bytes. */
function cut(text: string, encoding: 'utf-8' | 'gb18030', most: number): string {
  let kept = '';
  for (const character of text) {
    if (encodedLength(kept + character, encoding) > most) break;
    kept += character;
  }
  return kept;
}
