import { featureKey, featuresOf, type Plan } from '../plan';
import type { CollectionName } from '../layer';

const FALLBACK: Readonly<Record<CollectionName, { readonly prefix: string; readonly width: number }>> = {
  districts: { prefix: 'D-', width: 2 },
  schools: { prefix: 'S-', width: 4 },
  reservations: { prefix: 'R-', width: 4 },
};

/** Digits of a number that continues no series of the collection's own. */
const NEUTRAL_WIDTH = 4;

interface Series {
  readonly prefix: string;
  readonly width: number;
  readonly members: number;
  readonly highest: number;
}

/** What all texts begin with. */
function commonStart(texts: readonly string[]): string {
  const [first = '', ...others] = texts;
  let start = '';
  for (const character of first) {
    const longer = start + character;
    if (!others.every((other) => other.startsWith(longer))) break;
    start = longer;
  }
  return start;
}

/**
 * The numbered series that a new id continues: `S-0007` and `S-0012` are of the series `S-`. Where no series holds
 * more than half of the ids, as when each district has its own, a new id claims none of them: it continues what they
 * all begin with. Null where that is nothing.
 */
function seriesToContinue(ids: readonly string[]): Series | null {
  const series = new Map<string, Series>();
  let best: Series | null = null;
  let numbered = 0;
  for (const id of ids) {
    const [, prefix = '', digits = ''] = /^(.*?)(\d{1,9})$/su.exec(id) ?? [];
    if (prefix === '') continue;
    const former = series.get(prefix);
    const next: Series = {
      prefix,
      width: Math.max(former?.width ?? 0, digits.length),
      members: (former?.members ?? 0) + 1,
      highest: Math.max(former?.highest ?? 0, Number(digits)),
    };
    series.set(prefix, next);
    numbered += 1;
    if (!best || next.members >= best.members) best = next;
  }
  if (!best || 2 * best.members > numbered) return best;
  const prefix = commonStart([...series.keys()]);
  return prefix === '' ? null : { prefix, width: NEUTRAL_WIDTH, members: 0, highest: 0 };
}

/**
 * An unused id for a new feature: the next number in the series that the collection's ids follow, or in one of our
 * own. `S-0007` after `S-0006`.
 */
export function nextId(plan: Plan, collection: CollectionName): string {
  const series = seriesToContinue(featuresOf(plan, collection).map(({ id }) => id));
  const { prefix, width } = series ?? FALLBACK[collection];
  let number = (series?.highest ?? 0) + 1;
  const idOf = () => `${prefix}${String(number).padStart(width, '0')}`;
  while (plan.has(featureKey(collection, idOf()))) number += 1;
  return idOf();
}
