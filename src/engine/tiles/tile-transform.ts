import type { Frame } from '../../geo/frame';
import type { Box } from '../box-index';
import { mercatorOf } from '../../geo/web-mercator';
import type { TileAddress } from '../../domain/tile-address';

/** Units along a tile's side, as in most vector tiles. */
export const EXTENT = 4096;

/** Coefficients of `dxⁱ dyʲ`, i + j ≤ 3, in the order 1, y, y², y³, x, xy, xy², x², x²y, x³. */
type Cubic = Float64Array;

/**
 * Metres of the frame → units of one tile (x east, y south), as two cubics in the distances from a middle. Over a
 * tile the exact mapping (inverse Transverse Mercator, then Web Mercator) bends so little that they are within a
 * hundredth of a unit of it where a tile spans 40 km, and closer below; an exact projection costs a hundred times as
 * much.
 */
export interface TileTransform {
  readonly middleX: number;
  readonly middleY: number;
  /** Whether there are terms of the third degree; where they make no difference, they are 0. */
  readonly isBent: boolean;
  readonly u: Cubic;
  readonly v: Cubic;
}

/** Chebyshev nodes a side. */
const NODES = 4;
const ANGLES = Array.from({ length: NODES }, (_, k) => (Math.PI * (k + 0.5)) / NODES);
/** Units. What bends a tile less is not worth its computing for each vertex. */
const LEAST_BEND = 0.005;
/** A layer of one point has a box without a side, on which nothing can be fitted. */
const LEAST_HALF_M = 50;

/**
 * Fits the transform of a tile on a box of the frame. On Chebyshev nodes the polynomials Tᵢ(s)·Tⱼ(t) are orthogonal
 * sums, so each coefficient is the mean of f·Tᵢ·Tⱼ over the nodes times 1 (i or j = 0) or 2 for each of i and j; no
 * equations are solved. Terms of more than the third degree are left out.
 */
export function fitTransform(
  frame: Frame,
  { z, x, y }: TileAddress,
  { minX, minY, maxX, maxY }: Box,
): TileTransform {
  const middleX = (minX + maxX) / 2;
  const middleY = (minY + maxY) / 2;
  const halfX = Math.max(LEAST_HALF_M, (maxX - minX) / 2);
  const halfY = Math.max(LEAST_HALF_M, (maxY - minY) / 2);
  const units = EXTENT * 2 ** z;
  const u = chebyshevTable();
  const v = chebyshevTable();
  for (const a of ANGLES) {
    for (const b of ANGLES) {
      const position = frame.unproject(middleX + halfX * Math.cos(a), middleY + halfY * Math.cos(b));
      const [east, south] = mercatorOf(...position);
      for (let i = 0; i <= 3; i++) {
        for (let j = 0; i + j <= 3; j++) {
          const weight =
            ((i === 0 ? 1 : 2) * (j === 0 ? 1 : 2) * Math.cos(i * a) * Math.cos(j * b)) / NODES ** 2;
          u[i]![j]! += weight * (east * units - x * EXTENT);
          v[i]![j]! += weight * (south * units - y * EXTENT);
        }
      }
    }
  }
  const isBent = bendOf(u) + bendOf(v) > LEAST_BEND;
  if (!isBent) for (const table of [u, v]) for (let i = 0; i <= 3; i++) table[i]![3 - i] = 0;
  return { middleX, middleY, isBent, u: cubicOf(u, halfX, halfY), v: cubicOf(v, halfX, halfY) };
}

/** By how many units the terms of the third degree move a place at most: no Chebyshev polynomial exceeds 1. */
function bendOf(table: readonly (readonly number[])[]): number {
  let sum = 0;
  for (let i = 0; i <= 3; i++) sum += Math.abs(table[i]![3 - i]!);
  return sum;
}

function chebyshevTable(): number[][] {
  return Array.from({ length: 4 }, () => [0, 0, 0, 0]);
}

/** From Tᵢ(x / halfX) · Tⱼ(y / halfY) to powers, by T₂ = 2s² − 1 and T₃ = 4s³ − 3s. */
function cubicOf(c: readonly (readonly number[])[], halfX: number, halfY: number): Cubic {
  const at = (i: number, j: number): number => c[i]![j]!;
  const X = 1 / halfX;
  const Y = 1 / halfY;
  return Float64Array.of(
    at(0, 0) - at(0, 2) - at(2, 0),
    (at(0, 1) - 3 * at(0, 3) - at(2, 1)) * Y,
    2 * at(0, 2) * Y ** 2,
    4 * at(0, 3) * Y ** 3,
    (at(1, 0) - 3 * at(3, 0) - at(1, 2)) * X,
    at(1, 1) * X * Y,
    2 * at(1, 2) * X * Y ** 2,
    2 * at(2, 0) * X ** 2,
    2 * at(2, 1) * X ** 2 * Y,
    4 * at(3, 0) * X ** 3,
  );
}

/** Units of one position. */
export function transformed(
  { middleX, middleY, u, v }: TileTransform,
  x: number,
  y: number,
): [u: number, v: number] {
  return [cubicAt(u, x - middleX, y - middleY), cubicAt(v, x - middleX, y - middleY)];
}

function cubicAt(c: Cubic, x: number, y: number): number {
  return (
    c[0]! +
    y * (c[1]! + y * (c[2]! + y * c[3]!)) +
    x * (c[4]! + y * (c[5]! + y * c[6]!) + x * (c[7]! + y * c[8]! + x * c[9]!))
  );
}

/** The same for vertices `first … last - 1` of `xy`, in pairs from the start of `out`. */
export function transformInto(
  { middleX, middleY, u, v }: TileTransform,
  xy: Float64Array,
  first: number,
  last: number,
  out: Float64Array,
): void {
  for (let vertex = first; vertex < last; vertex++) {
    const x = xy[2 * vertex]! - middleX;
    const y = xy[2 * vertex + 1]! - middleY;
    out[2 * (vertex - first)] = cubicAt(u, x, y);
    out[2 * (vertex - first) + 1] = cubicAt(v, x, y);
  }
}

/** Makes units positive before they are cut to whole numbers: what is cut after adding a half is rounded. */
const LIFT = 1 << 20;

/**
 * The same on whole units, less than 2²⁰ from the tile's corner. For `step` -1 the last vertex comes first: `xy` is read
 * forwards all the same, as memory is read best.
 */
export function wholeUnits(
  { middleX, middleY, isBent, u, v }: TileTransform,
  xy: Float64Array,
  first: number,
  last: number,
  step: 1 | -1,
  out: Int32Array,
): void {
  const u0 = u[0]! + LIFT + 0.5;
  const u1 = u[1]!;
  const u2 = u[2]!;
  const u3 = u[3]!;
  const u4 = u[4]!;
  const u5 = u[5]!;
  const u6 = u[6]!;
  const u7 = u[7]!;
  const u8 = u[8]!;
  const u9 = u[9]!;
  const v0 = v[0]! + LIFT + 0.5;
  const v1 = v[1]!;
  const v2 = v[2]!;
  const v3 = v[3]!;
  const v4 = v[4]!;
  const v5 = v[5]!;
  const v6 = v[6]!;
  const v7 = v[7]!;
  const v8 = v[8]!;
  const v9 = v[9]!;
  let at = step < 0 ? 2 * (last - first - 1) : 0;
  for (let from = 2 * first; from < 2 * last; from += 2, at += 2 * step) {
    const x = xy[from]! - middleX;
    const y = xy[from + 1]! - middleY;
    let east = u0 + y * (u1 + y * u2) + x * (u4 + y * u5 + x * u7);
    let south = v0 + y * (v1 + y * v2) + x * (v4 + y * v5 + x * v7);
    if (isBent) {
      east += y * y * (y * u3 + x * u6) + x * x * (y * u8 + x * u9);
      south += y * y * (y * v3 + x * v6) + x * x * (y * v8 + x * v9);
    }
    out[at] = (east | 0) - LIFT;
    out[at + 1] = (south | 0) - LIFT;
  }
}
