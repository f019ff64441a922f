import type { FeatureGeometry } from '../domain/feature';
import { canonicalGeometry } from '../domain/canonical-geometry';
import type { Frame } from '../geo/frame';
import type { ShapeTable } from '../geo/shape-table';
import { firstPartOf, firstVertexOf } from '../geo/shape-views';
import { DIGEST_WORDS, digestWords, PADDING_WORDS } from './sha256-words';

/**
 * SHA-256 of a geometry in its canonical form (`canonicalGeometry`): the dimension, then of each part its number of
 * rings or lines, of each of these its number of vertices and its cells, all as little-endian doubles.
 */
export function geometryDigest(geometry: FeatureGeometry): Int32Array {
  const { dimension, parts } = canonicalGeometry(geometry);
  const numbers: number[] = [dimension];
  for (const lines of parts) {
    numbers.push(lines.length);
    for (const line of lines) {
      numbers.push(line.length);
      for (const [lon, lat] of line) numbers.push(lon, lat);
    }
  }
  const digest = new Int32Array(DIGEST_WORDS);
  digestOfNumbers(Float64Array.from(numbers), numbers.length, digest);
  return digest;
}

/** A polygon of more vertices than this takes the general way. */
const MOST_VERTICES = 500;
const cells = new Float64Array(2 * MOST_VERTICES);
const numbers = new Float64Array(3 + 2 * MOST_VERTICES);
let words = new Int32Array(2 * numbers.length + PADDING_WORDS);

/** Of the little-endian bytes of the first `count` numbers. */
function digestOfNumbers(values: Float64Array, count: number, digest: Int32Array): void {
  if (words.length < 2 * count + PADDING_WORDS) words = new Int32Array(4 * count + PADDING_WORDS);
  const halves = new Int32Array(values.buffer, 0, 2 * count);
  for (let i = 0; i < halves.length; i++) {
    const half = halves[i]!;
    words[i] = (half << 24) | ((half & 0xff00) << 8) | ((half >>> 8) & 0xff00) | (half >>> 24);
  }
  digestWords(words, 2 * count, digest);
}

/**
 * The same of a shape of one outer ring in a table, without objects: puts the digest of `geometryDigest` into `digest`.
 * Does nothing and answers false for any other shape, or where the least vertex comes twice.
 */
export function ringDigest(shapes: ShapeTable, shape: number, frame: Frame, digest: Int32Array): boolean {
  const part = firstPartOf(shapes, shape);
  if (shapes.types[shape]! < POLYGON || shapes.featureEnds[shape]! - part !== 1) return false;
  const from = firstVertexOf(shapes, part);
  // The last vertex repeats the first.
  const count = shapes.partEnds[part]! - from - 1;
  if (count < 3 || count > MOST_VERTICES) return false;
  cells.set(shapes.xy.subarray(2 * from, 2 * (from + count)));
  frame.unprojectAll(cells, cells, 0, count);
  let least = 0;
  let ties = 0;
  for (let v = 0; v < count; v++) {
    // Adding 0 turns −0 into 0.
    const lon = Math.round(cells[2 * v]! * 1e9) + 0;
    const lat = Math.round(cells[2 * v + 1]! * 1e9) + 0;
    cells[2 * v] = lon;
    cells[2 * v + 1] = lat;
    const order = lon - cells[2 * least]! || lat - cells[2 * least + 1]!;
    if (v > 0 && order === 0) ties++;
    else if (order < 0) {
      least = v;
      ties = 0;
    }
  }
  if (ties > 0 || doubleArea(count) <= 0) return false;
  numbers[0] = 2;
  numbers[1] = 1;
  numbers[2] = count;
  for (let v = 0; v < count; v++) {
    const source = (least + v) % count;
    numbers[3 + 2 * v] = cells[2 * source]!;
    numbers[4 + 2 * v] = cells[2 * source + 1]!;
  }
  digestOfNumbers(numbers, 3 + 2 * count, digest);
  return true;
}

/** Code of the first geometry type with an area (`GEOMETRY_CODES`). */
const POLYGON = 4;

/** Of the ring in `cells`: positive where it runs counter-clockwise, as the canonical form has it. */
function doubleArea(count: number): number {
  const x0 = cells[0]!;
  const y0 = cells[1]!;
  let twice = 0;
  for (let v = 1; v + 1 < count; v++) {
    twice +=
      (cells[2 * v]! - x0) * (cells[2 * v + 3]! - y0) - (cells[2 * v + 2]! - x0) * (cells[2 * v + 1]! - y0);
  }
  return twice;
}
