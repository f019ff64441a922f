import type { Map as MapLibreMap } from 'maplibre-gl';
import { targetOf } from './feature-states';
import { EMPHASIS_OPACITY, EMPHASIZED, emphasisLine } from './style/highlight-layers';

/**
 * Draws lines of emphasis only for sources that have a feature in emphasis (`lookKey`): mostly none, and then no frame
 * goes through the outlines of all features once more.
 */
export function showEmphasisLines(
  map: Pick<MapLibreMap, 'getPaintProperty' | 'setPaintProperty'>,
  emphasized: Iterable<string>,
): void {
  const sources = new Set(Array.from(emphasized, (key) => targetOf(key).source));
  for (const source of EMPHASIZED) {
    const line = emphasisLine(source);
    const opacity = sources.has(source) ? EMPHASIS_OPACITY : 0;
    if (map.getPaintProperty(line, 'line-opacity') === opacity) continue;
    map.setPaintProperty(line, 'line-opacity', opacity);
  }
}
