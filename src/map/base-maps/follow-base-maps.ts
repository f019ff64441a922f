import type { Map as MapLibreMap } from 'maplibre-gl';
import type { BaseMap } from '../../domain/base-map';
import { baseMapOrigin } from '../../store/links/host-list';
import type { LinksStore } from '../../store/links/links-store';
import type { Palette } from '../../domain/looks/palette';
import { baseLayers, baseSource, baseSourceId } from './base-layers';

/** Base maps lie on the ground colour and under everything of the project. */
const BELOW = 'districts-fill';

/** How much of a layer's own fill stays above a base map: districts give way, land use lets it through. */
const OVER_BASE_MAP = {
  'districts-fill': 0,
  'residential-fill': 0.35,
  'parcels-fill': 0.5,
  'water-fill': 0.4,
} as const;

/** Base maps that are shown now and can be: their host is open to this page, or they are files. Lowest first. */
export function shownBaseMaps({ getState, opened }: LinksStore): BaseMap[] {
  const isOpen = (map: BaseMap) => {
    const origin = baseMapOrigin(map);
    return map.source.kind === 'pmtiles-file' || (origin !== null && opened.has(origin));
  };
  return getState()
    .baseMaps.filter((map) => map.shown && isOpen(map))
    .toReversed();
}

/** What of a base map wants its source anew when it changes. */
function sourceKey({ id, source, isGcj02, minZoom, maxZoom, tileSize }: BaseMap): string {
  return JSON.stringify([id, source, isGcj02, minZoom, maxZoom, tileSize]);
}

/** Keeps base maps on the map as the store has them. */
export function followBaseMaps(map: MapLibreMap, links: LinksStore, palette: () => Palette) {
  let drawn: readonly BaseMap[] = [];
  let edition = 0;
  /** Fills as they are without a base map. */
  const ownFills = new Map<string, number>();

  const clear = () => {
    for (const base of drawn) {
      for (const { id } of baseLayers(base, palette())) map.removeLayer(id);
      map.removeSource(baseSourceId(base));
    }
    drawn = [];
  };

  const putFills = () => {
    for (const [layer, share] of Object.entries(OVER_BASE_MAP)) {
      const own = ownFills.get(layer) ?? ((map.getPaintProperty(layer, 'fill-opacity') ?? 1) as number);
      ownFills.set(layer, own);
      map.setPaintProperty(layer, 'fill-opacity', drawn.length > 0 ? share : own);
    }
  };

  const draw = () => {
    clear();
    edition += 1;
    drawn = shownBaseMaps(links);
    for (const base of drawn) {
      map.addSource(baseSourceId(base), baseSource(base, edition));
      for (const layer of baseLayers(base, palette())) map.addLayer(layer, BELOW);
    }
    putFills();
  };

  /** Colours and opacity, without asking for anything anew. */
  const paint = () => {
    drawn = shownBaseMaps(links);
    for (const { id, paint: properties } of drawn.flatMap((base) => baseLayers(base, palette()))) {
      for (const [name, value] of Object.entries(properties ?? {})) {
        map.setPaintProperty(id, name as 'raster-opacity', value as number);
      }
    }
    putFills();
  };

  draw();
  const stop = links.subscribe((now, before) => {
    if (now.baseMaps === before.baseMaps) return;
    const isSame = drawn.map(sourceKey).join() === shownBaseMaps(links).map(sourceKey).join();
    if (isSame) paint();
    else draw();
  });
  return { repaint: paint, stop };
}
