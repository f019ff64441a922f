import type { AttributeTable } from '../domain/feature-table';
import type { JsonObject } from '../domain/json';
import type { LayerName } from '../domain/layer';
import type { PlaceGrid } from '../geo/place-grid';
import type { ShapeTable } from '../geo/shape-table';
import type { Box } from './box-index';
import type { IdentifiedFeature, LayerItem } from './layer-item';

/** The features of a layer that lie in one table, in the order of place, as bulk work goes through them. */
export interface PlacedPart {
  /** Slot = shape. */
  readonly shapes: ShapeTable;
  /** Slot → row of `attributes`. */
  readonly rows: Uint32Array;
  readonly attributes: AttributeTable;
  readonly grid: PlaceGrid;
  /** 1 by slot for those that were edited or deleted since; null where none was. */
  readonly gone: Uint8Array | null;
}

/**
 * The features of one layer. Each has a slot, a small whole number that stays its own while it is edited; slots of
 * deleted features stay empty, but remember their id.
 */
export interface LayerIndex {
  readonly layer: LayerName;
  /** Number of features. */
  readonly size: number;
  /** Live slots, ascending. */
  slots(): Generator<number>;
  isLive(slot: number): boolean;
  /** One more than the highest slot ever used. */
  readonly slotEnd: number;
  slotOf(id: string): number | undefined;
  /** Also of a slot that has become empty. */
  idAt(slot: number): string;
  /** Of a live slot, as are all below. */
  propertiesAt(slot: number): JsonObject | null;
  featureAt(slot: number): IdentifiedFeature;
  itemAt(slot: number): LayerItem;
  /** Live slots whose boxes come within `reach` planar metres of the box, ascending. */
  search(box: Box, reach: number): number[];
  /** What of the layer is in one table; null where every feature stands for itself. */
  readonly placed: PlacedPart | null;
  /** `search` among the features that are not in `placed`. */
  searchLoose(box: Box, reach: number): number[];
  /** Adds the feature or replaces the one with its id; its slot. */
  put(identified: IdentifiedFeature): number;
  /** The slot that it had; undefined if it was not there. */
  remove(id: string): number | undefined;
}
