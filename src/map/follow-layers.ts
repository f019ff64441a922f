import type { Map as MapLibreMap, VectorTileSource } from 'maplibre-gl';
import { layerOf } from '../domain/plan';
import type { AppStores } from '../store/app-stores';
import { allOf } from './map-sources';
import { NO_CONTENT, REFERENCE_NAMES, tileTemplate, type ReferenceName } from './style/sources';

/**
 * Keeps the reference layers on the map: their tiles are asked for anew when the hash of a layer in the plan is
 * another and the engine has computed with it. What another project leaves is taken away at once.
 */
export function followLayers(map: MapLibreMap, { plan, analysis }: AppStores): () => void {
  const shown = new Map<ReferenceName, string>();
  /** The analysis of the project before, of which revisions say nothing here. */
  let outdated: unknown = null;

  const contentOf = (name: ReferenceName) => layerOf(plan.getState().plan, name)?.hash ?? NO_CONTENT;

  /**
   * What is to be shown as soon as no tile of the source is under way: MapLibre would go on with the answer to a tile
   * that it had asked for at the old address.
   */
  const wanted = new Map<ReferenceName, string>();
  const flush = () => {
    for (const [name, content] of wanted) {
      if (!map.isSourceLoaded(name)) continue;
      wanted.delete(name);
      map.getSource<VectorTileSource>(name)?.setTiles([tileTemplate(name, content)]);
    }
  };
  const show = (name: ReferenceName, content: string) => {
    if ((shown.get(name) ?? NO_CONTENT) === content) return;
    shown.set(name, content);
    wanted.set(name, content);
    flush();
  };

  const compare = () => {
    const { analysis: known } = analysis.getState();
    if (known === outdated || known?.revision !== plan.getState().revision) return;
    for (const name of REFERENCE_NAMES) show(name, contentOf(name));
  };

  compare();
  map.on('sourcedata', flush);
  map.on('idle', flush);
  return allOf(
    () => {
      map.off('sourcedata', flush);
      map.off('idle', flush);
    },
    plan.onReset(() => {
      outdated = analysis.getState().analysis;
      for (const name of REFERENCE_NAMES) if (shown.get(name) !== contentOf(name)) show(name, NO_CONTENT);
    }),
    analysis.subscribe((now, before) => {
      if (now.analysis !== before.analysis) compare();
    }),
  );
}
