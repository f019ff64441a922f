import { GEOMETRY_CODES, type GeometryColumns } from '../../domain/feature-table';
import { demand, SLACK, type ByteReader } from './byte-reader';
import type { ByteWriter } from './byte-writer';

/**
 * Coordinates are whole numbers of 1e-9°: what import rounds to. Each part gives its first vertex as the step from
 * the first of the part before it, and each other vertex as the step from the one before, all steps in as many bits
 * as the longest needs. A ring's last vertex repeats its first and is left out. A part of which a coordinate is no
 * such number, or a step too long, is kept as plain doubles.
 */
const UNITS_PER_DEGREE = 1e9;

/** Widest step; `RAW` in its place marks a part of plain doubles. */
const MOST_BITS = 25;
const RAW = 0xff;

/** Of more vertices the steps of a part could not be counted in bits. */
const MOST_VERTICES = 2 ** 25;

/** Beyond this, whole units are no longer exact. */
const MOST_UNITS = 2 ** 51;

const POLYGON = GEOMETRY_CODES.indexOf('Polygon');
const TYPES = GEOMETRY_CODES.length;

/** Features written or read between two looks at the clock. */
const STRIDE = 1024;

/** Writes the geometries in an order of rows; each says how far its row is from the one that follows the last. */
export function* writeGeometry(
  writer: ByteWriter,
  { types, xy, partEnds, holes, featureEnds }: GeometryColumns,
  order: Uint32Array,
): Generator<number> {
  writer.varint(partEnds.length);
  writer.varint(xy.length / 2);
  let steps = new Uint32Array(1024);
  let [lastX, lastY] = [0, 0];
  let due = 0;
  for (const [done, row] of order.entries()) {
    const type = types[row]!;
    let part = row === 0 ? 0 : featureEnds[row - 1]!;
    let vertex = part === 0 ? 0 : partEnds[part - 1]!;
    writer.signed(row - due);
    writer.varint((featureEnds[row]! - part) * TYPES + type);
    due = row + 1;
    for (; part < featureEnds[row]!; part++) {
      const end = partEnds[part]!;
      const kept = end - (type >= POLYGON ? 1 : 0);
      writer.varint((kept - vertex) * 2 + holes[part]!);
      if (steps.length < 2 * (kept - vertex)) steps = new Uint32Array(4 * (kept - vertex));
      const width = stepsOf(xy, vertex, kept, steps);
      writer.byte(width);
      if (width === RAW) {
        for (let i = 2 * vertex; i < 2 * kept; i++) writer.double(xy[i]!);
      } else if (kept > vertex) {
        const x = unitsOf(xy[2 * vertex]!);
        const y = unitsOf(xy[2 * vertex + 1]!);
        writer.signed(x - lastX);
        writer.signed(y - lastY);
        writer.bits(steps, 2 * (kept - vertex) - 2, width);
        [lastX, lastY] = [x, y];
      }
      vertex = end;
    }
    if (done % STRIDE === 0) yield done;
  }
  for (let i = 0; i < SLACK; i++) writer.byte(0);
}

/** The geometries in the order in which they were written, and their rows. */
export function* readGeometry(
  reader: ByteReader,
  size: number,
): Generator<number, { readonly laid: GeometryColumns; readonly rows: Uint32Array }> {
  const partCount = reader.count();
  const vertexCount = reader.varint();
  // A vertex takes at least two steps, of no bits where all are the same: bounded by what memory may hold.
  demand(vertexCount <= 0x7fff_ffff);
  const laid = {
    types: new Uint8Array(size),
    xy: new Float64Array(2 * vertexCount),
    partEnds: new Uint32Array(partCount),
    holes: new Uint8Array(partCount),
    featureEnds: new Uint32Array(size),
  };
  const { types, xy, partEnds, holes, featureEnds } = laid;
  const rows = new Uint32Array(size);
  const isTaken = new Uint8Array(size);
  let part = 0;
  let vertex = 0;
  let due = 0;
  let [lastX, lastY] = [0, 0];
  for (let feature = 0; feature < size; feature++) {
    const row = due + reader.signed();
    // Nor is there a mark for what is no row.
    demand(isTaken[row] === 0);
    isTaken[row] = 1;
    rows[feature] = row;
    due = row + 1;
    const head = reader.varint();
    const type = head % TYPES;
    const endPart = part + (head - type) / TYPES;
    demand(endPart <= partCount);
    types[feature] = type;
    for (; part < endPart; part++) {
      const isRing = type >= POLYGON;
      const countAndHole = reader.varint();
      const count = Math.floor(countAndHole / 2);
      const end = vertex + count + (isRing ? 1 : 0);
      demand(end <= vertexCount && (!isRing || count > 0));
      holes[part] = countAndHole % 2;
      partEnds[part] = end;
      const width = reader.byte();
      if (width === RAW) {
        for (let i = 2 * vertex; i < 2 * (vertex + count); i++) xy[i] = reader.double();
      } else if (count > 0) {
        demand(width <= MOST_BITS);
        lastX += reader.signed();
        lastY += reader.signed();
        reader.path(xy, 2 * vertex, count, lastX, lastY, width, UNITS_PER_DEGREE);
      }
      if (isRing) {
        xy[2 * end - 2] = xy[2 * vertex]!;
        xy[2 * end - 1] = xy[2 * vertex + 1]!;
      }
      vertex = end;
    }
    featureEnds[feature] = part;
    if (feature % STRIDE === 0) yield feature;
  }
  demand(part === partCount && vertex === vertexCount);
  reader.raw(SLACK);
  return { laid, rows };
}

/** The steps of a part, small numbers for short ones whichever way; the bits that each needs, or `RAW`. */
function stepsOf(xy: Float64Array, vertex: number, end: number, steps: Uint32Array): number {
  if (end - vertex > MOST_VERTICES) return RAW;
  let all = 0;
  let x = 0;
  let y = 0;
  for (let v = vertex; v < end; v++) {
    const nextX = unitsOf(xy[2 * v]!);
    const nextY = unitsOf(xy[2 * v + 1]!);
    if (Number.isNaN(nextX) || Number.isNaN(nextY)) return RAW;
    if (v > vertex) {
      const dx = nextX - x;
      const dy = nextY - y;
      if (Math.abs(dx) >= 2 ** (MOST_BITS - 1) || Math.abs(dy) >= 2 ** (MOST_BITS - 1)) return RAW;
      const i = 2 * (v - vertex - 1);
      all |= steps[i] = (dx << 1) ^ (dx >> 31);
      all |= steps[i + 1] = (dy << 1) ^ (dy >> 31);
    }
    x = nextX;
    y = nextY;
  }
  return 32 - Math.clz32(all);
}

/** A coordinate in whole units; NaN where it is not exactly so many. */
function unitsOf(degrees: number): number {
  const units = Math.round(degrees * UNITS_PER_DEGREE);
  if (!(Math.abs(units) <= MOST_UNITS) || units / UNITS_PER_DEGREE !== degrees) return NaN;
  return units === 0 && Object.is(degrees, -0) ? NaN : units;
}
