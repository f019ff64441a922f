import type { SourceSpecification } from 'maplibre-gl';
import { COLLECTION_NAMES, LAYER_NAMES, type CollectionName, type LayerName } from '../../domain/layer';

/** Layers whose features come from the worker as bytes. */
export const REFERENCE_NAMES = LAYER_NAMES.filter(
  (name): name is Exclude<LayerName, CollectionName> =>
    !(COLLECTION_NAMES as readonly string[]).includes(name),
);

/** Sources that are not layers of the project, by what they hold. */
export const SOURCE = {
  /** One point per district, school and reservation, for badges and labels; ids as `planPointId`. */
  planPoints: 'plan-points',
  catchments: 'catchments',
  zones: 'zones',
  overlap: 'overlap',
  previewCatchments: 'preview-catchments',
  previewZones: 'preview-zones',
  /** The site in hand while its vertices are edited. */
  edit: 'edit',
  editHandles: 'edit-handles',
  snap: 'snap',
} as const;

/** The property by which MapLibre knows a feature: ids are text, which GeoJSON tiles cannot carry themselves. */
export const ID_PROPERTY = '_id';

export const EMPTY_COLLECTION = { type: 'FeatureCollection' as const, features: [] };

/** Every source of the style, empty. A layer of the project has a source of its own name. */
export function emptySources(): Record<string, SourceSpecification> {
  const names = [...LAYER_NAMES, ...Object.values(SOURCE)];
  return Object.fromEntries(
    names.map((name) => [name, { type: 'geojson', data: EMPTY_COLLECTION, promoteId: ID_PROPERTY }]),
  );
}

/** Id of a plan feature's point in `SOURCE.planPoints`. */
export function planPointId(collection: CollectionName, id: string): string {
  return `${collection}/${id}`;
}
