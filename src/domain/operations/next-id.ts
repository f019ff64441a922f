import { featureKey, featuresOf, type Plan } from '../plan';
import type { CollectionName } from '../layer';

const FALLBACK: Readonly<Record<CollectionName, { readonly prefix: string; readonly width: number }>> = {
  districts: { prefix: 'D-', width: 2 },
  schools: { prefix: 'S-', width: 4 },
  reservations: { prefix: 'R-', width: 4 },
};

interface Series {
  readonly prefix: string;
  readonly width: number;
  readonly members: number;
  readonly highest: number;
}

/** The numbered series that most ids of a collection belong to: `S-0007` and `S-0012` are of the series `S-`. */
function commonSeries(ids: readonly string[]): Series | null {
  const series = new Map<string, Series>();
  let best: Series | null = null;
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
    if (!best || next.members >= best.members) best = next;
  }
  return best;
}

/**
 * An unused id for a new feature: the next number in the series that the collection's ids follow, or in one of our
 * own. `S-0007` after `S-0006`.
 */
export function nextId(plan: Plan, collection: CollectionName): string {
  const series = commonSeries(featuresOf(plan, collection).map(({ id }) => id));
  const { prefix, width } = series ?? FALLBACK[collection];
  let number = (series?.highest ?? 0) + 1;
  const idOf = () => `${prefix}${String(number).padStart(width, '0')}`;
  while (plan.has(featureKey(collection, idOf()))) number += 1;
  return idOf();
}
