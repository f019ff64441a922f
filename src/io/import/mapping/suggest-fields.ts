import type { LayerName } from '../../../domain/layer';
import type { SourceField } from '../formats/source-layer';
import { FIELD_TARGETS, type FieldTarget } from './field-targets';

/** Which of our properties a file's fields are, by the file's names. */
export type FieldMap = Readonly<Record<string, string>>;

/** A dBASE name has 10 bytes, or 10 characters where a program was careless. */
const DBF_BYTES = 10;

/**
 * Guesses which fields are which: by our own names, by what the user chose before for a name (`remembered`), by the
 * names that offices use, and by such names cut to 10 bytes of GBK or UTF-8; where none is an id, a field that has a
 * value of its own for each feature is. No two fields get the same property.
 */
export function suggestFields(
  fields: readonly SourceField[],
  layer: LayerName,
  remembered: FieldMap = {},
): FieldMap {
  const targets = FIELD_TARGETS[layer];
  const scored = fields.flatMap(({ name }) =>
    targets.flatMap((target) => {
      const score = scoreOf(name, target, remembered);
      return score === null ? [] : [{ name, target: target.name, score }];
    }),
  );
  scored.sort((a, b) => a.score - b.score);
  const map: Record<string, string> = {};
  const given = new Set<string>();
  for (const { name, target } of scored) {
    if (name in map || given.has(target)) continue;
    map[name] = target;
    given.add(target);
  }
  const key = fields.find(({ name, isKey }) => isKey && !(name in map));
  if (key && !given.has('id') && !Object.hasOwn(remembered, key.name)) map[key.name] = 'id';
  return map;
}

/** The lower the surer; null where the name is not for that property. */
function scoreOf(name: string, target: FieldTarget, remembered: FieldMap): number | null {
  const before = Object.hasOwn(remembered, name) ? remembered[name] : undefined;
  if (before !== undefined) return before === target.name ? 0 : null;
  if (name === target.name) return 1;
  const plain = plainName(name);
  if (plain === plainName(target.name)) return 2;
  const exact = target.aliases.indexOf(plain);
  if (exact >= 0) return 3 + exact / 100;
  const cut = target.aliases.findIndex((alias) => isCut(name, alias));
  return cut >= 0 ? 5 + cut / 100 : null;
}

/** A name without case, width, blanks, underscores and what stands in brackets, such as a unit. */
export function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[([{【].*$/, '')
    .replace(/[\s_\-.:]/g, '');
}

/** Whether a name is what is left of a longer one that was cut to 10 bytes, or just below in the middle of a character. */
function isCut(name: string, whole: string): boolean {
  if (name.length < 3 || name.length >= whole.length || !whole.startsWith(name.toLowerCase())) return false;
  const next = whole.slice(name.length, name.length + 1);
  return [gbkBytes, utf8Bytes, (text: string) => text.length].some(
    (bytes) => bytes(name) <= DBF_BYTES && bytes(name) + bytes(next) > DBF_BYTES,
  );
}

function gbkBytes(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (character < '\u0080' ? 1 : 2), 0);
}

function utf8Bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}
