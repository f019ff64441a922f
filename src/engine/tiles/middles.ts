import type { Frame } from '../../geo/frame';
import type { LayerIndex } from '../layer-index';

/** Middles of the boxes of features, lon/lat in pairs; NaN for one that is not in the layer. */
export function middlesOf(frame: Frame, layer: LayerIndex | undefined, ids: readonly string[]): Float64Array {
  const middles = new Float64Array(2 * ids.length).fill(NaN);
  ids.forEach((id, i) => {
    const slot = layer?.slotOf(id);
    if (!layer || slot === undefined) return;
    const { minX, minY, maxX, maxY } = layer.itemAt(slot).geometry;
    middles.set(frame.unproject((minX + maxX) / 2, (minY + maxY) / 2), 2 * i);
  });
  return middles;
}
