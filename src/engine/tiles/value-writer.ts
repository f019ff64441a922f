import type { JsonValue } from '../../domain/json';
import { ByteWriter } from './byte-writer';

/** Fields of the tile format (Mapbox Vector Tile 2): `Layer.values`, and the members of `Value` that are used. */
export const VALUES = 0x22;
export const STRING_VALUE = 0x0a;
const DOUBLE_VALUE = 0x19;
const BOOL_VALUE = 0x38;

/** `Layer.values` of one tile; each value is written once. */
export class ValueWriter {
  readonly out = new ByteWriter();
  count = 0;
  private readonly known = new Map<JsonValue, number>();

  clear(): void {
    this.out.length = 0;
    this.count = 0;
    this.known.clear();
  }

  /** Index of a value; -1 for what a tile has no value for. */
  index(value: JsonValue | undefined): number {
    if (value === undefined || value === null || typeof value === 'object') return -1;
    const known = this.known.get(value);
    if (known !== undefined) return known;
    const content = new ByteWriter();
    if (typeof value === 'string') {
      content.text(STRING_VALUE, value);
    } else if (typeof value === 'number') {
      content.double(DOUBLE_VALUE, value);
    } else {
      content.varint(BOOL_VALUE);
      content.varint(Number(value));
    }
    this.out.field(VALUES, content);
    this.known.set(value, this.count);
    return this.count++;
  }
}
