import type { GeoFeature } from '../domain/feature';
import { featureAround, geometryAt, propertiesAt } from '../domain/feature-table';
import { textAt } from '../domain/text-column';
import type { Frame } from '../geo/frame';
import type { PlacedShapes } from '../geo/place-shapes';
import { createBoxIndex, type Box } from './box-index';
import { ringDigest } from './geometry-digest';
import type { LayerContent } from './layer-contents';
import type { LayerIndex } from './layer-index';
import {
  itemAt as tableItem,
  itemOf,
  type IdentifiedFeature,
  type ItemSource,
  type LayerItem,
} from './layer-item';
import { DIGEST_WORDS } from './sha256-words';

/** Items kept for when they are asked for again. */
const MOST_ITEMS = 20_000;

/**
 * A layer whose features stand in one table, laid down by place; slot = shape. The few that are edited or added stand
 * beside it in slots of their own, and what they replace is marked as gone.
 */
export function createTableLayer(frame: Frame, content: LayerContent, placed: PlacedShapes): LayerIndex {
  const { layer, attributes, ids } = content;
  const { shapes, rows, grid } = placed;
  const tableSize = shapes.size;
  /** Row of a feature → its slot; made when a feature is first asked for by its id. */
  let slotOfRow: Uint32Array | null = null;
  let gone: Uint8Array | null = null;
  let goneCount = 0;

  const loose: (LayerItem | null)[] = [];
  const looseIds: string[] = [];
  const looseSlots = new Map<string, number>();
  const looseBoxes = createBoxIndex([]);

  const isLive = (slot: number): boolean =>
    slot < tableSize ? gone?.[slot] !== 1 : Boolean(loose[slot - tableSize]);
  const looseAt = (slot: number): LayerItem => {
    const item = loose[slot - tableSize];
    if (!item) throw new RangeError(`no feature in slot ${slot} of ${layer}`);
    return item;
  };
  const idAt = (slot: number): string =>
    slot < tableSize ? textAt(attributes.ids, rows[slot]!) : looseIds[slot - tableSize]!;
  const tableFeature = (slot: number): GeoFeature => {
    const round = (degrees: number): number => Math.round(degrees * 1e9) / 1e9;
    const geometry = geometryAt(shapes, slot, (x, y) => frame.unproject(x, y).map(round));
    return featureAround(attributes, rows[slot]!, geometry);
  };
  const source: ItemSource = {
    frame,
    layer,
    shapes,
    feature: tableFeature,
    properties: (slot) => propertiesAt(attributes, rows[slot]!),
    digest(slot) {
      const digest = new Int32Array(DIGEST_WORDS);
      return ringDigest(shapes, slot, frame, digest) ? digest : null;
    },
  };
  const items = new Map<number, LayerItem>();
  const itemAt = (slot: number): LayerItem => {
    if (slot >= tableSize) return looseAt(slot);
    let item = items.get(slot);
    if (!item) {
      item = tableItem(idAt(slot), slot, source);
      if (items.size >= MOST_ITEMS) items.clear();
      items.set(slot, item);
    }
    return item;
  };
  const searchLoose = (box: Box, reach: number): number[] =>
    looseBoxes.search(box, reach).map((key) => tableSize + key);
  const tableSlotOf = (id: string): number | undefined => {
    const row = ids.find(id);
    if (row === undefined) return undefined;
    slotOfRow ??= inverseOf(rows);
    const slot = slotOfRow[row]!;
    return gone?.[slot] === 1 ? undefined : slot;
  };
  const takeFromTable = (slot: number): void => {
    gone ??= new Uint8Array(tableSize);
    gone[slot] = 1;
    goneCount++;
  };

  return {
    layer,
    get size() {
      return tableSize - goneCount + looseSlots.size;
    },
    *slots() {
      const end = tableSize + loose.length;
      for (let slot = 0; slot < end; slot++) if (isLive(slot)) yield slot;
    },
    isLive,
    get slotEnd() {
      return tableSize + loose.length;
    },
    slotOf: (id) => looseSlots.get(id) ?? tableSlotOf(id),
    idAt,
    propertiesAt: (slot) =>
      slot < tableSize ? propertiesAt(attributes, rows[slot]!) : looseAt(slot).properties,
    featureAt: (slot): IdentifiedFeature =>
      slot < tableSize ? { id: idAt(slot), feature: tableFeature(slot) } : looseAt(slot),
    itemAt,
    search(box, reach) {
      const found = grid.collect(box.minX - reach, box.minY - reach, box.maxX + reach, box.maxY + reach);
      const slots: number[] = [];
      for (const slot of found) if (gone?.[slot] !== 1) slots.push(slot);
      return slots.concat(searchLoose(box, reach));
    },
    get placed() {
      return { shapes, rows, attributes, grid, gone };
    },
    searchLoose,
    put({ id, feature }) {
      const item = itemOf(frame, layer, id, feature);
      const known = looseSlots.get(id);
      if (known === undefined) {
        const replaced = tableSlotOf(id);
        if (replaced !== undefined) takeFromTable(replaced);
      }
      const slot = known ?? tableSize + loose.length;
      looseSlots.set(id, slot);
      looseIds[slot - tableSize] = id;
      loose[slot - tableSize] = item;
      looseBoxes.put(slot - tableSize, item.geometry);
      return slot;
    },
    remove(id) {
      const known = looseSlots.get(id);
      if (known !== undefined) {
        looseSlots.delete(id);
        loose[known - tableSize] = null;
        looseBoxes.remove(known - tableSize);
        return known;
      }
      const slot = tableSlotOf(id);
      if (slot !== undefined) takeFromTable(slot);
      return slot;
    },
  };
}

function inverseOf(rows: Uint32Array): Uint32Array {
  const slots = new Uint32Array(rows.length);
  for (let slot = 0; slot < rows.length; slot++) slots[rows[slot]!] = slot;
  return slots;
}
