import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';

/** A GeoJSON source of the style. Every source is in the style from the start, so a missing one is a mistake. */
export function sourceOf(map: MapLibreMap, name: string): GeoJSONSource {
  const source = map.getSource<GeoJSONSource>(name);
  if (!source) throw new Error(`No source ${name} in the style`);
  return source;
}

/** Replaces what a small source holds. */
export function fill<G extends Geometry>(
  map: MapLibreMap,
  name: string,
  features: FeatureCollection<G, object | null> | readonly Feature<G, object | null>[],
): void {
  const data =
    'features' in features ? features : { type: 'FeatureCollection' as const, features: [...features] };
  void sourceOf(map, name).setData(data);
}

/** Tells several things to stop at once. */
export function allOf(...stops: readonly (() => void)[]): () => void {
  return () => {
    for (const stop of stops) stop();
  };
}
