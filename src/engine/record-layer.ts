import type { LayerName } from '../domain/layer';
import type { Frame } from '../geo/frame';
import { createBoxIndex } from './box-index';
import type { LayerIndex } from './layer-index';
import { savedItemOf, type IdentifiedFeature, type LayerItem } from './layer-item';
import type { Progress } from './protocol';

/** A layer whose features are records of the plan: some thousands, often edited. Of one id the last feature counts. */
export function* createRecordLayer(
  frame: Frame,
  layer: LayerName,
  features: readonly IdentifiedFeature[],
): Generator<Progress, LayerIndex> {
  const items: (LayerItem | null)[] = [];
  const ids: string[] = [];
  const slotById = new Map<string, number>();
  /** A feature that comes back gets its slot back. */
  const emptied = new Map<string, number>();
  for (const { id, feature } of features) {
    const slot = slotById.get(id) ?? items.length;
    slotById.set(id, slot);
    ids[slot] = id;
    items[slot] = savedItemOf(frame, layer, id, feature);
    if (items.length % 256 === 0) yield { step: 'indexing', done: items.length, total: features.length };
  }
  const boxes = createBoxIndex(items.map((item) => item!.geometry));

  const itemAt = (slot: number): LayerItem => {
    const item = items[slot];
    if (!item) throw new RangeError(`no feature in slot ${slot} of ${layer}`);
    return item;
  };
  const search: LayerIndex['search'] = (box, reach) => boxes.search(box, reach);
  return {
    layer,
    get size() {
      return slotById.size;
    },
    *slots() {
      for (let slot = 0; slot < items.length; slot++) if (items[slot]) yield slot;
    },
    isLive: (slot) => Boolean(items[slot]),
    get slotEnd() {
      return items.length;
    },
    slotOf: (id) => slotById.get(id),
    idAt: (slot) => ids[slot]!,
    propertiesAt: (slot) => itemAt(slot).properties,
    featureAt: itemAt,
    itemAt,
    search,
    placed: null,
    searchLoose: search,
    put({ id, feature }) {
      const item = savedItemOf(frame, layer, id, feature);
      const slot = slotById.get(id) ?? emptied.get(id) ?? items.length;
      slotById.set(id, slot);
      ids[slot] = id;
      items[slot] = item;
      boxes.put(slot, item.geometry);
      return slot;
    },
    remove(id) {
      const slot = slotById.get(id);
      if (slot === undefined) return undefined;
      slotById.delete(id);
      emptied.set(id, slot);
      items[slot] = null;
      boxes.remove(slot);
      return slot;
    },
  };
}
