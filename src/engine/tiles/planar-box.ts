import type { LonLatBox } from '../../domain/feature';
import type { Frame } from '../../geo/frame';
import type { Box } from '../box-index';

const EARTH_RADIUS_M = 6_371_000;

/**
 * The upright box, in metres of the frame, around a box in degrees. It is taken from the corners and grown by as much
 * as the sides bend: a parallel of length L at latitude φ has a sagitta of L² tan φ / 8R.
 */
export function planarBox(frame: Frame, [west, south, east, north]: LonLatBox): LonLatBox {
  const box = aroundCorners([west, south, east, north], (lon, lat) => frame.project(lon, lat));
  const slack = bend(Math.max(box[2] - box[0], box[3] - box[1]));
  return [box[0] - slack, box[1] - slack, box[2] + slack, box[3] + slack];
}

/** The box in degrees around a box in metres of the frame. */
export function lonLatBox(frame: Frame, [minX, minY, maxX, maxY]: LonLatBox): LonLatBox {
  const slack = bend(Math.max(maxX - minX, maxY - minY));
  return aroundCorners([minX - slack, minY - slack, maxX + slack, maxY + slack], (x, y) =>
    frame.unproject(x, y),
  );
}

/** The sagitta at 60°, in metres, and a little more. */
function bend(length: number): number {
  return 1 + (0.25 * length ** 2) / EARTH_RADIUS_M;
}

function aroundCorners(
  [minX, minY, maxX, maxY]: LonLatBox,
  map: (x: number, y: number) => readonly [number, number],
): LonLatBox {
  const corners = [map(minX, minY), map(maxX, minY), map(maxX, maxY), map(minX, maxY)];
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

export function boxFrom([minX, minY, maxX, maxY]: LonLatBox): Box {
  return { minX, minY, maxX, maxY };
}

/** What two boxes share; null where they do not touch. */
export function sharedBox(a: LonLatBox, b: LonLatBox): LonLatBox | null {
  const minX = Math.max(a[0], b[0]);
  const minY = Math.max(a[1], b[1]);
  const maxX = Math.min(a[2], b[2]);
  const maxY = Math.min(a[3], b[3]);
  return minX <= maxX && minY <= maxY ? [minX, minY, maxX, maxY] : null;
}
