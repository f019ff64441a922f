import type { Column } from '../../domain/feature-table';
import type { JsonValue } from '../../domain/json';
import type { TextColumn } from '../../domain/text-column';
import { jsonTextOf } from '../../io/import/json-text';
import { demand, type ByteReader } from './byte-reader';
import type { ByteWriter } from './byte-writer';

/** How a column is kept. */
const KIND = { codes: 0, decimals: 1, doubles: 2, texts: 3, json: 4, ids: 5 } as const;

/** Most decimal places that numbers are looked for to have in common. */
const MOST_PLACES = 6;
const MOST_UNITS = 2 ** 51;

/** `ids` are the table's: a property that repeats them is not kept twice. */
export function writeColumn(writer: ByteWriter, column: Column, ids: TextColumn): void {
  switch (column.kind) {
    case 'codes':
      writer.byte(KIND.codes);
      writer.text(jsonTextOf([...column.values]));
      writer.byte(column.codes.BYTES_PER_ELEMENT);
      writer.raw(new Uint8Array(column.codes.buffer, column.codes.byteOffset, column.codes.byteLength));
      return;
    case 'numbers':
      writeNumbers(writer, column.numbers);
      return;
    case 'texts':
    case 'json':
      if (column.texts === ids && column.present === null && column.kind === 'texts') {
        writer.byte(KIND.ids);
        return;
      }
      writer.byte(column.kind === 'texts' ? KIND.texts : KIND.json);
      writer.byte(column.present ? 1 : 0);
      if (column.present) writer.raw(column.present);
      writeTexts(writer, column.texts);
  }
}

export function readColumn(reader: ByteReader, size: number, ids: TextColumn): Column {
  const kind = reader.byte();
  switch (kind) {
    case KIND.codes: {
      const values = reader.json();
      demand(Array.isArray(values));
      const codes = readCodes(reader, size);
      for (const code of codes) demand(code <= values.length);
      return { kind: 'codes', codes, values: values as JsonValue[] };
    }
    case KIND.decimals:
    case KIND.doubles:
      return { kind: 'numbers', numbers: readNumbers(reader, size, kind === KIND.decimals) };
    case KIND.ids:
      return { kind: 'texts', texts: ids, present: null };
    case KIND.texts:
    case KIND.json: {
      const present = reader.byte() === 1 ? reader.raw(size).slice() : null;
      return { kind: kind === KIND.texts ? 'texts' : 'json', texts: readTexts(reader, size), present };
    }
    default:
      demand(false);
  }
}

function readCodes(reader: ByteReader, size: number): Uint8Array | Uint16Array | Uint32Array {
  const width = reader.byte();
  const bytes = reader.raw(size * width).slice();
  if (width === 1) return bytes;
  demand(width === 2 || width === 4);
  return width === 2 ? new Uint16Array(bytes.buffer) : new Uint32Array(bytes.buffer);
}

/** Numbers that are decimals of a few places are kept as whole numbers, 0 for an absent one. */
function writeNumbers(writer: ByteWriter, numbers: Float64Array): void {
  for (let places = 0; places <= MOST_PLACES; places++) {
    const scale = 10 ** places;
    if (!numbers.every((value) => Number.isNaN(value) || isExact(value, scale))) continue;
    writer.byte(KIND.decimals);
    writer.byte(places);
    for (const value of numbers) {
      if (Number.isNaN(value)) writer.varint(0);
      else {
        const units = Math.round(value * scale);
        writer.varint(units < 0 ? -2 * units : 2 * units + 1);
      }
    }
    return;
  }
  writer.byte(KIND.doubles);
  for (const value of numbers) writer.double(value);
}

function isExact(value: number, scale: number): boolean {
  const units = Math.round(value * scale);
  return Math.abs(units) <= MOST_UNITS && units / scale === value && !Object.is(value, -0);
}

function readNumbers(reader: ByteReader, size: number, areDecimals: boolean): Float64Array {
  const places = areDecimals ? reader.byte() : 0;
  demand(places <= MOST_PLACES && size <= reader.left);
  const scale = 10 ** places;
  const numbers = new Float64Array(size);
  for (let row = 0; row < size; row++) {
    if (!areDecimals) numbers[row] = reader.double();
    else {
      const code = reader.varint();
      const units = code % 2 === 1 ? (code - 1) / 2 : -code / 2;
      numbers[row] = code === 0 ? NaN : units / scale;
    }
  }
  return numbers;
}

/** Each text as what it shares with the beginning of the one before it, and the rest. */
export function writeTexts(writer: ByteWriter, { bytes, ends }: TextColumn): void {
  writer.varint(ends.length === 0 ? 0 : ends[ends.length - 1]!);
  let before = 0;
  let start = 0;
  for (const end of ends) {
    const most = Math.min(start - before, end - start);
    let shared = 0;
    while (shared < most && bytes[before + shared] === bytes[start + shared]) shared++;
    writer.varint(shared);
    writer.varint(end - start - shared);
    writer.raw(bytes.subarray(start + shared, end));
    before = start;
    start = end;
  }
}

export function readTexts(reader: ByteReader, size: number): TextColumn {
  const length = reader.varint();
  demand(2 * size <= reader.left && length <= 0xffff_ffff);
  // What texts share takes no bytes here: a length that no file of this size could mean is refused as it grows.
  demand(length <= 0x7fff_ffff);
  const bytes = new Uint8Array(length);
  const ends = new Uint32Array(size);
  let before = 0;
  let start = 0;
  for (let row = 0; row < size; row++) {
    const shared = reader.varint();
    demand(shared <= start - before);
    const own = reader.count();
    const end = start + shared + own;
    demand(end <= length);
    // Mostly a few bytes, for which a loop is quicker than `set` and `copyWithin`.
    for (let i = 0; i < shared; i++) bytes[start + i] = bytes[before + i]!;
    reader.copyTo(bytes, start + shared, own);
    ends[row] = end;
    before = start;
    start = end;
  }
  demand(start === length);
  return { bytes, ends };
}
