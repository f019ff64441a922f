import type { LayerIndex } from './layer-index';
import type { LayerLines } from './protocol';

/** Features of a layer as GeoJSON lines, at most `count` of those from slot `from` on. */
export function layerLinesOf(index: LayerIndex | undefined, from: number, count: number): LayerLines {
  const lines: string[] = [];
  let slot = from;
  for (; index && slot < index.slotEnd && lines.length < count; slot++) {
    if (!index.isLive(slot)) continue;
    const { id, feature } = index.featureAt(slot);
    const { geometry, properties } = feature;
    lines.push(`${JSON.stringify({ type: 'Feature', id, geometry, properties: properties ?? {} })}\n`);
  }
  return {
    lines: new TextEncoder().encode(lines.join('')),
    count: lines.length,
    next: index && slot < index.slotEnd ? slot : null,
  };
}
