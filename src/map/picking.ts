import type { Map as MapLibreMap, PointLike } from 'maplibre-gl';
import type { FeatureRef } from '../domain/conflict';
import { isCollectionName, isLayerName, type LayerName } from '../domain/layer';
import { ID_PROPERTY, SOURCE } from './style/sources';

/** What was hit under the pointer. */
export interface Pick {
  readonly ref: FeatureRef;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** A hit as MapLibre gives it, lowered to what the choice needs. */
export interface Hit {
  readonly source: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/**
 * Which of the features under the pointer is meant: schools first, then objects of conflicts, then small and thin
 * things, then land.
 */
const RANK: readonly LayerName[] = [
  'schools',
  'facilities',
  'reservations',
  'powerlines',
  'pipelines',
  'railways',
  'controlLines',
  'parcels',
  'roads',
  'residential',
  'water',
  'districts',
];

/** The feature meant by a click; null where nothing was hit. Equal ranks keep the order they are drawn in. */
export function choose(hits: readonly Hit[], hasConflict: (ref: FeatureRef) => boolean): Pick | null {
  let best: Pick | null = null;
  let bestRank = Infinity;
  for (const { source, properties } of hits) {
    const ref = refOf(source, properties);
    if (!ref) continue;
    const rank = rankOf(ref, hasConflict);
    if (rank >= bestRank) continue;
    best = { ref, properties };
    bestRank = rank;
  }
  return best;
}

function rankOf(ref: FeatureRef, hasConflict: (ref: FeatureRef) => boolean): number {
  const rank = RANK.indexOf(ref.layer);
  return rank > 0 && !hasConflict(ref) ? rank + RANK.length : rank;
}

function refOf(source: string, properties: Hit['properties']): FeatureRef | null {
  if (source === SOURCE.planPoints) {
    const { layer, id } = properties;
    return isCollectionName(layer) && typeof id === 'string' ? { layer, id } : null;
  }
  const id = properties[ID_PROPERTY];
  return isLayerName(source) && (typeof id === 'string' || typeof id === 'number')
    ? { layer: source, id: String(id) }
    : null;
}

/** How far around the pointer thin things are still hit. */
const REACH_PX = 4;

/** Drawn layers that can be hit: what is seen of a layer, not its marks and labels. */
function hitLayers(map: MapLibreMap): string[] {
  return map
    .getLayersOrder()
    .filter((id) => /^(?!preview|edit|snap|td-)[A-Za-z]+-(fill|line|symbol|badge)$/.test(id))
    .filter((id) => map.getLayoutProperty(id, 'visibility') !== 'none');
}

export function pickAt(
  map: MapLibreMap,
  point: { readonly x: number; readonly y: number },
  hasConflict: (ref: FeatureRef) => boolean,
): Pick | null {
  const box: [PointLike, PointLike] = [
    [point.x - REACH_PX, point.y - REACH_PX],
    [point.x + REACH_PX, point.y + REACH_PX],
  ];
  const layers = hitLayers(map);
  const areas = layers.filter((id) => id.endsWith('-fill'));
  const others = layers.filter((id) => !id.endsWith('-fill'));
  const hits = [
    ...map.queryRenderedFeatures(box, { layers: others }),
    ...map.queryRenderedFeatures([point.x, point.y], { layers: areas }),
  ];
  return choose(
    hits.map(({ source, properties }) => ({ source, properties: properties })),
    hasConflict,
  );
}
