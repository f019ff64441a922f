import type { Column, FeatureTable, LaidTable } from '../../domain/feature-table';
import type { FrameCentre } from '../../domain/project';
import type { LonLatBox } from '../../domain/feature';
import type { ImportReport } from '../../domain/import-report';
import type { JsonValue } from '../../domain/json';
import { err, ok, type Result } from '../../domain/result';
import { jsonTextOf } from '../../io/import/json-text';
import { isObject } from '../../io/import/raw';
import type { TableReading } from '../../io/import/read-table';
import { createFrame } from '../../geo/frame';
import { placedOrder } from '../../geo/place-shapes';
import { ByteReader, demand, TableFileError } from './byte-reader';
import { ByteWriter } from './byte-writer';
import { checksumOf } from './checksum';
import { readColumn, readTexts, writeColumn, writeTexts } from './column-code';
import { readGeometry, writeGeometry } from './geometry-code';

/** What a layer that was read and is sound consists of. */
export type KeptReading = TableReading & { readonly table: FeatureTable };

/** The same as a table file gives it back. */
export type LaidReading = Omit<TableReading, 'table'> & { readonly table: LaidTable };

/** Why bytes are no table file that this version reads. */
export type TableFault = 'not-a-table-file' | 'other-version' | 'truncated' | 'corrupt';

/** "XZTABLE" and the version of the form. A file of another version is read from its source again. */
const MAGIC = Uint8Array.from('XZTABLE', (letter) => letter.charCodeAt(0));
export const TABLE_FILE_VERSION = 2;

/** Magic, version, length of the rest and its checksum. */
const CHECKSUM_AT = MAGIC.length + 1 + 8;
export const HEAD_BYTES = CHECKSUM_AT + 4;

/**
 * A layer in Xuezhi's own binary form, from which it is read without parsing. All of a reading is kept: the report,
 * the table, foreign members and rejected features. Geometries stand in the order in which they are laid down in the
 * frame of `centre`, so that there they need not be moved any more; that of the layer itself, if none is given. Yields
 * rows done.
 */
export function* encodeTable(
  reading: KeptReading,
  centre: FrameCentre | null,
): Generator<number, Uint8Array<ArrayBuffer>> {
  const { report, table, members, unread } = reading;
  const order = yield* placedOrder(createFrame(centre ?? middleOf(report.box)), table.geometry);
  const writer = new ByteWriter(HEAD_BYTES + 64 + table.geometry.xy.length * 3);
  writer.raw(MAGIC);
  writer.byte(TABLE_FILE_VERSION);
  for (let i = 0; i < 3; i++) writer.uint32(0);
  writer.text(jsonTextOf([report, members, unread] as unknown as JsonValue));
  writer.varint(table.size);
  writeTexts(writer, table.ids);
  writer.byte(table.ownIds ? 1 : 0);
  if (table.ownIds) writer.raw(table.ownIds);
  yield 0;
  writer.varint(table.columns.size);
  for (const [name, column] of table.columns) {
    writer.text(jsonTextOf(name));
    writeColumn(writer, column, table.ids);
    yield 0;
  }
  writeMembers(writer, table.members);
  writeMembers(writer, table.geometryMembers ?? new Map<number, object>());
  yield* writeGeometry(writer, table.geometry, order);
  const length = writer.length - HEAD_BYTES;
  writer.setUint32(MAGIC.length + 1, length % 2 ** 32);
  writer.setUint32(MAGIC.length + 5, Math.floor(length / 2 ** 32));
  writer.setUint32(CHECKSUM_AT, checksumOf(writer.done().subarray(HEAD_BYTES)));
  return writer.done();
}

/**
 * Reads a table file; a file that is not whole, or not of this version, is refused with the reason, whatever is in
 * it. Yields rows done.
 */
export function* decodeTable(bytes: Uint8Array): Generator<number, Result<LaidReading, TableFault>> {
  if (!MAGIC.every((byte, i) => bytes[i] === byte)) return err('not-a-table-file');
  if (bytes[MAGIC.length] !== TABLE_FILE_VERSION) {
    return err(bytes.length > MAGIC.length ? 'other-version' : 'truncated');
  }
  try {
    const reader = new ByteReader(bytes);
    reader.raw(MAGIC.length + 1);
    const length = reader.uint32() + reader.uint32() * 2 ** 32;
    const checksum = reader.uint32();
    if (reader.left < length) return err('truncated');
    demand(reader.left === length && checksumOf(bytes.subarray(HEAD_BYTES)) === checksum);
    return ok(yield* readReading(reader));
  } catch (error) {
    if (error instanceof TableFileError) return err(error.reason);
    // A length that no memory holds.
    if (error instanceof RangeError) return err('corrupt');
    throw error;
  }
}

function* readReading(reader: ByteReader): Generator<number, LaidReading> {
  const head = reader.json();
  demand(Array.isArray(head) && isObject(head[0]) && isObject(head[1]) && Array.isArray(head[2]));
  const [report, members, unread] = head as [ImportReport, Record<string, unknown>, unknown[]];
  const size = reader.count();
  demand(report.accepted === size && report.failure === null);
  const ids = readTexts(reader, size);
  const ownIds = reader.byte() === 1 ? reader.raw(size).slice() : null;
  yield 0;
  const columns = new Map<string, Column>();
  for (let left = reader.count(); left > 0; left--) {
    const name = reader.json();
    demand(typeof name === 'string');
    columns.set(name, readColumn(reader, size, ids));
    yield 0;
  }
  const rowMembers = readMembers(reader, size);
  const geometryMembers = readMembers(reader, size);
  const geometry = yield* readGeometry(reader, size);
  demand(reader.left === 0);
  const table: LaidTable = {
    size,
    ...geometry,
    ids,
    ownIds,
    columns,
    members: rowMembers,
    ...(geometryMembers.size > 0 ? { geometryMembers } : {}),
  };
  return { report, table, members, unread };
}

function middleOf(box: LonLatBox | null): FrameCentre {
  const [west, south, east, north] = box ?? [0, 0, 0, 0];
  return { lon: (west + east) / 2, lat: (south + north) / 2 };
}

function writeMembers(writer: ByteWriter, members: ReadonlyMap<number, unknown>): void {
  writer.varint(members.size);
  for (const [row, value] of members) {
    writer.varint(row);
    writer.text(jsonTextOf(value as JsonValue));
  }
}

function readMembers(reader: ByteReader, size: number): Map<number, Record<string, unknown>> {
  const members = new Map<number, Record<string, unknown>>();
  for (let left = reader.count(); left > 0; left--) {
    const row = reader.varint();
    const value = reader.json();
    demand(row < size && isObject(value));
    members.set(row, value);
  }
  return members;
}
