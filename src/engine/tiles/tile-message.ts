import { ByteWriter } from './byte-writer';
import { EXTENT } from './tile-transform';

/** Fields of `Tile` and `Layer` in Mapbox Vector Tile 2. */
const LAYER = 0x1a;
const NAME = 0x0a;
const KEY = 0x1a;
const EXTENT_FIELD = 0x28;
const VERSION = 0x78;

/** What a layer says of its features' properties: keys, and `Layer.values` ready-made. */
interface Properties {
  readonly keys: readonly string[];
  readonly values: ByteWriter;
}

/** A tile of one layer, from its features' bytes (each with its field's head). */
export function layerBytes(name: string, features: ByteWriter, { keys, values }: Properties): Uint8Array {
  const head = new ByteWriter();
  head.varint(VERSION);
  head.varint(2);
  head.text(NAME, name);
  head.varint(EXTENT_FIELD);
  head.varint(EXTENT);
  for (const key of keys) head.text(KEY, key);
  const size = head.length + features.length + values.length;
  const tile = new ByteWriter();
  tile.varint(LAYER);
  tile.varint(size);
  const bytes = new Uint8Array(tile.length + size);
  let at = 0;
  for (const part of [tile, head, features, values]) {
    bytes.set(part.bytes.subarray(0, part.length), at);
    at += part.length;
  }
  return bytes;
}
