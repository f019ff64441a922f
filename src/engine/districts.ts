import { textOf, type Described } from '../domain/feature';
import { covers } from '../geo/point-in';
import { representativePoint } from '../geo/representative-point';
import type { LayerIndex } from './layer-index';
import type { LayerItem } from './layer-item';

/**
 * District of a feature: the one that its `districtId` names, else the one that its representative point lies in
 * (the first by id where districts overlap); null outside all of them.
 */
export function districtOf(districts: LayerIndex | undefined, item: LayerItem): string | null {
  if (!districts) return null;
  const named = textOf(item, 'districtId');
  if (named !== undefined && districts.slotOf(named) !== undefined) return named;
  const [x, y] = representativePoint(item.geometry);
  const holding = districts
    .search({ minX: x, minY: y, maxX: x, maxY: y }, 0)
    .map((slot) => districts.itemAt(slot))
    .filter((district) => covers(district.geometry, x, y))
    .map(({ id }) => id);
  return holding.reduce<string | null>((least, id) => (least === null || id < least ? id : least), null);
}

/** Ids of all districts, in order. */
export function districtIds(districts: LayerIndex | undefined): readonly string[] {
  return districts ? Array.from(districts.slots(), (slot) => districts.idAt(slot)).sort(byCodeUnit) : [];
}

/** Order of texts by code unit, the same everywhere. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What a feature calls itself, else its id. */
export function nameOf(feature: Described, id: string): string {
  return textOf(feature, 'name') ?? id;
}
