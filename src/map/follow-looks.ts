import type { Map as MapLibreMap } from 'maplibre-gl';
import type { AppStores } from '../store/app-stores';
import { featureLooks, sameLook, targetOf, type FeatureLook } from './feature-states';
import { allOf } from './map-sources';

/** Keeps marks, selection and hover in MapLibre's feature states, touching only what changed. */
export function followLooks(map: MapLibreMap, { analysis, session }: AppStores): () => void {
  let shown = new Map<string, FeatureLook>();

  const compare = () => {
    const { byId, preview } = analysis.getState();
    const { selection, hovered, tool } = session.getState();
    const looks = featureLooks({
      findings: byId.values(),
      preview: preview?.findings ?? [],
      selection,
      conflict: selection?.kind === 'conflict' ? (byId.get(selection.id)?.conflict ?? null) : null,
      hovered,
      inHand: tool.mode === 'edit' ? tool : null,
    });
    for (const key of shown.keys()) if (!looks.has(key)) map.removeFeatureState(targetOf(key));
    for (const [key, look] of looks) {
      const before = shown.get(key);
      if (sameLook(before, look)) continue;
      if (before) map.removeFeatureState(targetOf(key));
      map.setFeatureState(targetOf(key), look);
    }
    shown = looks;
  };

  compare();
  return allOf(
    analysis.subscribe(compare),
    // The pointer writes to the session on every frame; only what is looked at here is worth a comparison.
    session.subscribe((now, before) => {
      const same =
        now.selection === before.selection && now.hovered === before.hovered && now.tool === before.tool;
      if (!same) compare();
    }),
  );
}
