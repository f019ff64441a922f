import { eachPosition } from '../../import/raw';
import { simpleParts } from '../../import/formats/source-feature';
import type { ExportLayer } from '../formats/export-layer';

/** Part of the box that is added on each side, so that nothing lies on the edge of the picture. */
const MARGIN = 0.05;
/** Of a box without extent, in parts of its distance from the origin: some 100 m in any system. */
const LEAST = 1e-5;

/** West, south, east and north of all features, with a margin; null where there is none. */
export function extentOf(
  layers: Iterable<Pick<ExportLayer, 'features'>>,
): readonly [number, number, number, number] | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { features } of layers) {
    for (const { geometry } of features) {
      for (const { coordinates } of simpleParts(geometry)) {
        eachPosition(coordinates, ([x, y]) => {
          west = Math.min(west, x);
          east = Math.max(east, x);
          south = Math.min(south, y);
          north = Math.max(north, y);
        });
      }
    }
  }
  if (west > east) return null;
  const size = Math.max(east - west, north - south, Math.abs(west) * LEAST, Math.abs(south) * LEAST);
  const margin = size * MARGIN;
  return [west - margin, south - margin, east + margin, north + margin];
}
