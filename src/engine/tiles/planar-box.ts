import type { LonLatBox } from '../../domain/feature';
import type { Frame } from '../../geo/frame';
import type { ShapeTable } from '../../geo/shape-table';
import type { Box } from '../box-index';

const EARTH_RADIUS_M = 6_371_000;

/**
 * The upright box, in metres of the frame, around a box in degrees. It is taken from the corners and grown by as much
 * as the sides bend: a parallel of length L at latitude φ has a sagitta of L² tan φ / 8R.
 */
export function planarBox(frame: Frame, [west, south, east, north]: LonLatBox): Box {
  const box = aroundCorners([west, south, east, north], (lon, lat) => frame.project(lon, lat));
  return grown(box, bend(box));
}

/** The box in degrees around a box in metres of the frame. */
export function lonLatBox(frame: Frame, box: Box): LonLatBox {
  const { minX, minY, maxX, maxY } = grown(box, bend(box));
  const around = aroundCorners([minX, minY, maxX, maxY], (x, y) => frame.unproject(x, y));
  return [around.minX, around.minY, around.maxX, around.maxY];
}

/** Around all shapes of a table; null where it has none. */
export function extentOf({ boxes, size }: ShapeTable): Box | null {
  let minX = Infinity;
  let minY = Infinity;
  let maxX = -Infinity;
  let maxY = -Infinity;
  for (let slot = 0; slot < size; slot++) {
    minX = Math.min(minX, boxes[4 * slot]!);
    minY = Math.min(minY, boxes[4 * slot + 1]!);
    maxX = Math.max(maxX, boxes[4 * slot + 2]!);
    maxY = Math.max(maxY, boxes[4 * slot + 3]!);
  }
  return minX <= maxX ? { minX, minY, maxX, maxY } : null;
}

/** What two boxes share; null where they do not touch. */
export function sharedBox(a: LonLatBox, b: LonLatBox): LonLatBox | null {
  const west = Math.max(a[0], b[0]);
  const south = Math.max(a[1], b[1]);
  const east = Math.min(a[2], b[2]);
  const north = Math.min(a[3], b[3]);
  return west <= east && south <= north ? [west, south, east, north] : null;
}

/** The sagitta at 60°, and a little more, in metres. */
function bend({ minX, minY, maxX, maxY }: Box): number {
  return 1 + (0.25 * Math.max(maxX - minX, maxY - minY) ** 2) / EARTH_RADIUS_M;
}

function grown({ minX, minY, maxX, maxY }: Box, by: number): Box {
  return { minX: minX - by, minY: minY - by, maxX: maxX + by, maxY: maxY + by };
}

function aroundCorners(
  [minX, minY, maxX, maxY]: readonly [number, number, number, number],
  map: (x: number, y: number) => readonly [number, number],
): Box {
  const corners = [map(minX, minY), map(maxX, minY), map(maxX, maxY), map(minX, maxY)];
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return { minX: Math.min(...xs), minY: Math.min(...ys), maxX: Math.max(...xs), maxY: Math.max(...ys) };
}
