import type { FeatureTable } from '../../domain/feature-table';
import type { LayerName } from '../../domain/layer';
import type { ShapeTable } from '../../geo/shape-table';
import type { Box } from '../box-index';

/** What the cutter reads of a reference layer. Slots lie in the order of places, rows in that of the file. */
export interface TileLayer {
  readonly name: LayerName;
  readonly shapes: ShapeTable;
  /** Row of each slot's attributes in `table`. */
  readonly rows: Uint32Array;
  readonly table: FeatureTable;
  /** Slots whose boxes come within `reach` planar metres of the box. */
  search(box: Box, reach: number): readonly number[] | Uint32Array;
}

/** One square of Web Mercator's pyramid; row 0 is the northernmost. */
export interface TileAddress {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}
