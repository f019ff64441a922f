import type { Map as MapLibreMap } from 'maplibre-gl';
import type { AppStores } from '../store/app-stores';
import { allOf, fill } from './map-sources';
import { SOURCE } from './style/sources';

/** Keeps the outline of the land under appraisal on the map while its panel is open. */
export function followAppraisal(map: MapLibreMap, { appraisal, session }: AppStores): () => void {
  const show = () => {
    const isOpen = session.getState().panel === 'appraisal';
    const feature = isOpen ? appraisal.getState().appraisal?.feature : undefined;
    fill(
      map,
      SOURCE.appraisal,
      feature ? [{ type: 'Feature', geometry: feature.geometry, properties: {} }] : [],
    );
  };
  show();
  return allOf(
    appraisal.subscribe((now, before) => {
      if (now.appraisal?.feature !== before.appraisal?.feature) show();
    }),
    session.subscribe((now, before) => {
      if (now.panel !== before.panel) show();
    }),
  );
}
