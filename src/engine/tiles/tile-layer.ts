import type { AttributeTable } from '../../domain/feature-table';
import type { LayerName } from '../../domain/layer';
import type { ShapeTable } from '../../geo/shape-table';
import type { Box } from '../box-index';

/** What the cutter reads of a reference layer. Slots lie in the order of places, rows in that of the file. */
export interface TileLayer {
  readonly name: LayerName;
  readonly shapes: ShapeTable;
  /** Row of each slot's attributes in `table`. */
  readonly rows: Uint32Array;
  readonly table: AttributeTable;
  /** Slots whose boxes meet the box; until it is asked the next time. */
  search(box: Box): Uint32Array;
}
