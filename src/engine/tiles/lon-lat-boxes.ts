import type { Frame } from '../../geo/frame';
import type { LayerIndex } from '../layer-index';

/** Boxes of features, lon/lat: west, south, east and north of each; NaN for one that is not in the layer. */
export function lonLatBoxesOf(
  frame: Frame,
  layer: LayerIndex | undefined,
  ids: readonly string[],
): Float64Array {
  const boxes = new Float64Array(4 * ids.length).fill(NaN);
  ids.forEach((id, i) => {
    const slot = layer?.slotOf(id);
    if (!layer || slot === undefined) return;
    const { minX, minY, maxX, maxY } = layer.itemAt(slot).geometry;
    // North of the frame is not north of the map: all four corners count.
    const [a, b] = [frame.unproject(minX, minY), frame.unproject(maxX, minY)];
    const [c, d] = [frame.unproject(minX, maxY), frame.unproject(maxX, maxY)];
    boxes.set(
      [Math.min(a[0], c[0]), Math.min(a[1], b[1]), Math.max(b[0], d[0]), Math.max(c[1], d[1])],
      4 * i,
    );
  });
  return boxes;
}
