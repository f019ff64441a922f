import type { TileAddress } from '../../domain/tile-address';
import { lonLatOf, mercatorOf } from '../web-mercator';
import { toGcj02 } from './offset-systems';

/** Where the ground of a tile stands in a pyramid of tiles drawn in GCJ-02. */
export interface Gcj02Tile {
  /** The tiles that hold it: the north-western one, and how many there are each way. */
  readonly first: TileAddress;
  readonly columns: number;
  readonly rows: number;
  /**
   * From a place in those tiles, put side by side, to the place in the tile, both in sides of a tile:
   * x' = a·x + c·y + e, y' = b·x + d·y + f.
   */
  readonly placing: readonly [a: number, b: number, c: number, d: number, e: number, f: number];
}

type XY = readonly [x: number, y: number];

/**
 * The offset of GCJ-02 changes by up to half a percent of the way, so that one offset for a whole tile would be wrong by
 * most of a pixel at its edges; an affine placing, fitted at the middles of its edges, leaves a fifth of one at most,
 * and two thousandths at zoom 18.
 */
export function gcj02Tile({ z, x, y }: TileAddress): Gcj02Tile {
  const across = 2 ** z;
  const placed = (u: number, v: number): XY => {
    const [lon, lat] = toGcj02(...lonLatOf((x + u) / across, (y + v) / across));
    const [toX, toY] = mercatorOf(lon, lat);
    return [toX * across, toY * across];
  };
  const [west, east, north, south] = [placed(0, 0.5), placed(1, 0.5), placed(0.5, 0), placed(0.5, 1)];
  const eastward: XY = [east[0] - west[0], east[1] - west[1]];
  const southward: XY = [south[0] - north[0], south[1] - north[1]];
  const middle: XY = [
    (west[0] + east[0] + north[0] + south[0]) / 4,
    (west[1] + east[1] + north[1] + south[1]) / 4,
  ];
  const reach = (axis: 0 | 1) => (Math.abs(eastward[axis]) + Math.abs(southward[axis])) / 2;
  const from = ([0, 1] as const).map((axis) => Math.floor(middle[axis] - reach(axis)));
  const to = ([0, 1] as const).map((axis) => Math.floor(middle[axis] + reach(axis)));
  const [firstX = 0, firstY = 0] = from;
  const [lastX = 0, lastY = 0] = to;

  const area = eastward[0] * southward[1] - eastward[1] * southward[0];
  const [a, b] = [southward[1] / area, -eastward[1] / area];
  const [c, d] = [-southward[0] / area, eastward[0] / area];
  const [atX, atY] = [middle[0] - firstX, middle[1] - firstY];
  return {
    first: { z, x: firstX, y: firstY },
    columns: lastX - firstX + 1,
    rows: lastY - firstY + 1,
    placing: [a, b, c, d, 0.5 - a * atX - c * atY, 0.5 - b * atX - d * atY],
  };
}
