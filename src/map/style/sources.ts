import type { SourceSpecification } from 'maplibre-gl';
import {
  COLLECTION_NAMES,
  isCollectionName,
  LAYER_NAMES,
  type CollectionName,
  type LayerName,
} from '../../domain/layer';

export type ReferenceName = Exclude<LayerName, CollectionName>;

/** Layers whose features come from the engine in tiles. */
export const REFERENCE_NAMES = LAYER_NAMES.filter((name): name is ReferenceName => !isCollectionName(name));

export function isReferenceName(name: unknown): name is ReferenceName {
  return (REFERENCE_NAMES as readonly unknown[]).includes(name);
}

/** Tiles come under this scheme from the engine (`tile-protocol.ts`), never from a server. */
export const TILE_SCHEME = 'xuezhi';
/** In the place of a content's hash, for a layer that the project does not have. */
export const NO_CONTENT = 'none';
/** From here on tiles are enlarged: a unit of theirs is 3 cm then. */
const NEAREST_TILES = 18;

/** Address of a layer's tiles. Another content has another address, so that no tile of the old one stays. */
export function tileTemplate(layer: ReferenceName, content: string): string {
  return `${TILE_SCHEME}://${layer}/${content}/{z}/{x}/{y}`;
}

/** Sources that are not layers of the project, by what they hold. */
export const SOURCE = {
  /** One point per district, school and reservation, for badges and labels; ids as `planPointId`. */
  planPoints: 'plan-points',
  /** Conflicts of parcels, for zooms at which parcels are cells. */
  farMarks: 'far-marks',
  catchments: 'catchments',
  zones: 'zones',
  overlap: 'overlap',
  /** The measured distance of the selected conflict: a line, and its ends. */
  dimension: 'dimension',
  previewCatchments: 'preview-catchments',
  previewZones: 'preview-zones',
  /** The site in hand while its vertices are edited. */
  edit: 'edit',
  editHandles: 'edit-handles',
  snap: 'snap',
  /** Land under appraisal. */
  appraisal: 'appraisal',
} as const;

/** The property by which MapLibre knows a feature: ids are text, which tiles cannot carry themselves. */
export const ID_PROPERTY = '_id';

export const EMPTY_COLLECTION = { type: 'FeatureCollection' as const, features: [] };

/** Every source of the style, empty. A layer of the project has a source of its own name. */
export function emptySources(): Record<string, SourceSpecification> {
  const features = [...COLLECTION_NAMES, ...Object.values(SOURCE)].map(
    (name): [string, SourceSpecification] => [
      name,
      { type: 'geojson', data: EMPTY_COLLECTION, promoteId: ID_PROPERTY },
    ],
  );
  const tiles = REFERENCE_NAMES.map((name): [string, SourceSpecification] => [
    name,
    {
      type: 'vector',
      tiles: [tileTemplate(name, NO_CONTENT)],
      maxzoom: NEAREST_TILES,
      promoteId: ID_PROPERTY,
    },
  ]);
  return Object.fromEntries([...features, ...tiles]);
}

/** Id of a plan feature's point in `SOURCE.planPoints`. */
export function planPointId(collection: CollectionName, id: string): string {
  return `${collection}/${id}`;
}
