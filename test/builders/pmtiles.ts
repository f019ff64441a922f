import { zxyToTileId } from 'pmtiles';
import type { TileAddress } from '../../src/domain/tile-address';

const HEADER_BYTES = 127;
const NO_COMPRESSION = 1;

/** A PMTiles archive of version 3, uncompressed; `tileType` 1 is vectors, 2 PNG. */
export function pmtiles(
  tileType: 1 | 2,
  tiles: readonly (readonly [TileAddress, Uint8Array])[],
  metadata: object = {},
): Buffer {
  const entries = tiles
    .map(([{ z, x, y }, bytes]) => ({ id: zxyToTileId(z, x, y), bytes }))
    .sort((a, b) => a.id - b.id);
  const described = Buffer.from(JSON.stringify(metadata));
  const ids = entries.map(({ id }, i) => id - (entries[i - 1]?.id ?? 0));
  const directory = Buffer.from([
    ...varint(entries.length),
    ...ids.flatMap(varint),
    ...entries.flatMap(() => varint(1)),
    ...entries.flatMap(({ bytes }) => varint(bytes.length)),
    // The first begins at 0; every other where the one before ends.
    ...entries.flatMap((_, i) => varint(i === 0 ? 1 : 0)),
  ]);
  const zooms = tiles.map(([{ z }]) => z);
  const header = Buffer.alloc(HEADER_BYTES);
  header.write('PMTiles');
  header[7] = 3;
  const metadataAt = HEADER_BYTES + directory.length;
  const dataAt = metadataAt + described.length;
  const dataLength = entries.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const sizes = [HEADER_BYTES, directory.length, metadataAt, described.length, dataAt, 0, dataAt, dataLength];
  [...sizes, entries.length, entries.length, entries.length].forEach((size, i) =>
    header.writeBigUInt64LE(BigInt(size), 8 + i * 8),
  );
  header.set([1, NO_COMPRESSION, NO_COMPRESSION, tileType, Math.min(...zooms), Math.max(...zooms)], 96);
  return Buffer.concat([header, directory, described, ...entries.map(({ bytes }) => bytes)]);
}

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) + 0x80);
  bytes.push(rest);
  return bytes;
}

/** A vector tile of one layer with one polygon that fills it. */
export function fullVectorTile(layer: string): Uint8Array {
  const zigzag = (value: number) => (value << 1) ^ (value >> 31);
  const side = 4096;
  const command = (id: number, count: number) => (count << 3) | id;
  const moves = [
    command(1, 1),
    0,
    0,
    command(2, 3),
    ...[side, 0, 0, side, -side, 0].map(zigzag),
    command(7, 1),
  ];
  const bytes = (field: number, content: readonly number[]) => [
    ...varint((field << 3) | 2),
    ...varint(content.length),
    ...content,
  ];
  const feature = [...varint(3 << 3), ...varint(3), ...bytes(4, moves.flatMap(varint))];
  const content = [
    ...varint(15 << 3),
    2,
    ...bytes(1, [...Buffer.from(layer)]),
    ...bytes(2, feature),
    ...varint(5 << 3),
    ...varint(side),
  ];
  return Uint8Array.from(bytes(3, content));
}
