import { valueAt, type Column, type AttributeTable } from '../../domain/feature-table';
import type { LayerName } from '../../domain/layer';
import { varintSize, type ByteWriter } from './byte-writer';
import { DRAWN, drawnLandUse } from './drawn';
import { STRING_VALUE, VALUES, ValueWriter } from './value-writer';

/** The property by which the map knows a feature: ids are text, and a tile's own ids are numbers. */
export const ID_KEY = '_id';

/** Index of a row's value among the tile's values; -1 where there is none. */
type ValueIndex = (row: number) => number;

/** Properties of one tile's features: pairs of a key's and a value's index, values of a tile written once each. */
export class TagWriter {
  readonly keys: readonly string[];
  /** Those of the tile so far. */
  readonly values = new ValueWriter();
  /** What is to be forgotten before the next tile. */
  private readonly resets: (() => void)[] = [];
  private readonly indices: readonly ValueIndex[];

  constructor(
    private readonly table: AttributeTable,
    layer: LayerName,
  ) {
    const names = DRAWN[layer] ?? [];
    this.keys = [ID_KEY, ...names];
    this.indices = names.map((name) => this.indexOf(name, layer));
  }

  /** Begins a tile. */
  clear(): void {
    this.values.clear();
    for (const reset of this.resets) reset();
  }

  /** Adds the pairs of one feature. */
  write(row: number, out: ByteWriter): void {
    const { indices } = this;
    out.reserve(6 * (indices.length + 1));
    out.put(0);
    out.put(this.idIndex(row));
    for (let key = 0; key < indices.length; key++) {
      const index = indices[key]!(row);
      if (index < 0) continue;
      out.put(key + 1);
      out.put(index);
    }
  }

  /** Ids differ: each is copied as it stands in its column. */
  private idIndex(row: number): number {
    const { bytes, ends } = this.table.ids;
    const start = row === 0 ? 0 : ends[row - 1]!;
    const size = ends[row]! - start;
    const { out: values } = this.values;
    values.reserve(size + 12);
    values.put(VALUES);
    values.put(1 + varintSize(size) + size);
    values.put(STRING_VALUE);
    values.put(size);
    values.copy(bytes, start, start + size);
    return this.values.count++;
  }

  private indexOf(name: string, layer: LayerName): ValueIndex {
    const { table } = this;
    const column = table.columns.get(name);
    if (layer === 'parcels' && name === 'landUse' && table.columns.has('landUses')) {
      const single = column ? this.columnIndex(column) : () => -1;
      return (row) => {
        const index = single(row);
        return index < 0 ? this.values.index(drawnLandUse(table, row)) : index;
      };
    }
    return column ? this.columnIndex(column) : () => -1;
  }

  private columnIndex(column: Column): ValueIndex {
    if (column.kind !== 'codes') return (row) => this.values.index(valueAt(column, row));
    // Index of each code's value in the tile, plus 2; 0 while it has not been met.
    const met = new Int32Array(column.values.length + 1);
    const used: number[] = [];
    this.resets.push(() => {
      for (const code of used) met[code] = 0;
      used.length = 0;
    });
    return (row) => {
      const code = column.codes[row]!;
      if (code === 0) return -1;
      if (met[code] === 0) {
        met[code] = this.values.index(column.values[code - 1]) + 2;
        used.push(code);
      }
      return met[code]! - 2;
    };
  }
}
