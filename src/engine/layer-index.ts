import type { GeoFeature } from '../domain/feature';
import type { LayerName } from '../domain/layer';
import { planarArea } from '../geo/area';
import type { Frame } from '../geo/frame';
import type { PlanarGeometry } from '../geo/planar-geometry';
import { toPlanar } from '../geo/to-planar';
import { createBoxIndex, type Box } from './box-index';
import { packGeometries } from './geometry-table';
import type { Progress } from './protocol';

export interface IdentifiedFeature {
  readonly id: string;
  readonly feature: GeoFeature;
}

/** One feature, ready to be measured. */
export interface LayerItem {
  readonly layer: LayerName;
  readonly id: string;
  readonly feature: GeoFeature;
  readonly geometry: PlanarGeometry;
  /** m² of the frame; 0 for points and lines. */
  readonly planarAreaM2: number;
  /** The frame's scale in the middle of the feature: true length = planar length / k. */
  readonly k: number;
}

/**
 * The features of one layer. Each has a slot, a small whole number that stays its own while it is edited; slots of
 * deleted features stay empty.
 */
export interface LayerIndex {
  readonly layer: LayerName;
  /** Live slots, ascending. */
  slots(): Generator<number>;
  /** One more than the highest slot ever used. */
  readonly slotEnd: number;
  slotOf(id: string): number | undefined;
  /** Of a live slot. */
  featureAt(slot: number): IdentifiedFeature;
  itemAt(slot: number): LayerItem;
  /** Live slots whose boxes come within `reach` planar metres of the box, ascending. */
  search(box: Box, reach: number): number[];
  /** Adds the feature or replaces the one with its id; its slot. */
  put(identified: IdentifiedFeature): number;
  /** The slot that it had; undefined if it was not there. */
  remove(id: string): number | undefined;
}

export function itemOf(frame: Frame, layer: LayerName, id: string, feature: GeoFeature): LayerItem {
  return itemFrom(frame, layer, { id, feature }, toPlanar(frame, feature.geometry));
}

/** Features of one id: the last one counts, as everywhere in GeoJSON readers that replace by id. */
export function* createLayerIndex(
  frame: Frame,
  layer: LayerName,
  features: readonly IdentifiedFeature[],
): Generator<Progress, LayerIndex> {
  const rows: (IdentifiedFeature | null)[] = [];
  const planar: PlanarGeometry[] = [];
  const slotById = new Map<string, number>();
  for (const identified of features) {
    const geometry = toPlanar(frame, identified.feature.geometry);
    const slot = slotById.get(identified.id) ?? rows.length;
    slotById.set(identified.id, slot);
    rows[slot] = identified;
    planar[slot] = geometry;
    if (rows.length % 256 === 0) yield { step: 'indexing', done: rows.length, total: features.length };
  }
  const table = packGeometries(planar);
  const boxes = createBoxIndex(planar);
  const edited = new Map<number, PlanarGeometry>();
  const items = new Map<number, LayerItem>();

  const featureAt = (slot: number): IdentifiedFeature => {
    const row = rows[slot];
    if (!row) throw new RangeError(`no feature in slot ${slot} of ${layer}`);
    return row;
  };

  return {
    layer,
    *slots() {
      for (let slot = 0; slot < rows.length; slot++) if (rows[slot]) yield slot;
    },
    get slotEnd() {
      return rows.length;
    },
    slotOf: (id) => slotById.get(id),
    featureAt,
    itemAt(slot) {
      let item = items.get(slot);
      if (!item) {
        item = itemFrom(frame, layer, featureAt(slot), edited.get(slot) ?? table.geometry(slot));
        items.set(slot, item);
      }
      return item;
    },
    search: (box, reach) => boxes.search(box, reach),
    put(identified) {
      const geometry = toPlanar(frame, identified.feature.geometry);
      const slot = slotById.get(identified.id) ?? rows.length;
      slotById.set(identified.id, slot);
      rows[slot] = identified;
      edited.set(slot, geometry);
      items.delete(slot);
      boxes.put(slot, geometry);
      return slot;
    },
    remove(id) {
      const slot = slotById.get(id);
      if (slot === undefined) return undefined;
      slotById.delete(id);
      rows[slot] = null;
      edited.delete(slot);
      items.delete(slot);
      boxes.remove(slot);
      return slot;
    },
  };
}

function itemFrom(
  frame: Frame,
  layer: LayerName,
  { id, feature }: IdentifiedFeature,
  geometry: PlanarGeometry,
): LayerItem {
  const k = frame.scaleAt((geometry.minX + geometry.maxX) / 2);
  return { layer, id, feature, geometry, planarAreaM2: planarArea(geometry), k };
}
