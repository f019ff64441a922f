import { ByteWriter } from './byte-writer';
import type { ValueWriter } from './value-writer';

/** Fields of `Tile` and `Layer` in Mapbox Vector Tile 2. */
const LAYER = 0x1a;
const NAME = 0x0a;
const KEY = 0x1a;
const EXTENT = 0x28;
const VERSION = 0x78;

/** `Layer.features`, and fields of `Feature`. */
export const FEATURE = 0x12;
export const TAGS = 0x12;
export const TYPE = 0x18;
export const GEOMETRY = 0x22;

interface LayerMessage {
  readonly name: string;
  /** Units along the tile's side. */
  readonly extent: number;
  /** Each with its field's head. */
  readonly features: ByteWriter;
  readonly keys: readonly string[];
  readonly values: ValueWriter;
}

/** A tile of one layer. */
export function tileBytes({ name, extent, features, keys, values }: LayerMessage): Uint8Array {
  const head = new ByteWriter();
  head.varint(VERSION);
  head.varint(2);
  head.text(NAME, name);
  head.varint(EXTENT);
  head.varint(extent);
  for (const key of keys) head.text(KEY, key);
  const size = head.length + features.length + values.out.length;
  const tile = new ByteWriter();
  tile.varint(LAYER);
  tile.varint(size);
  const bytes = new Uint8Array(tile.length + size);
  let at = 0;
  for (const part of [tile, head, features, values.out]) {
    bytes.set(part.bytes.subarray(0, part.length), at);
    at += part.length;
  }
  return bytes;
}
