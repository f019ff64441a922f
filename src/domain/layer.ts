import type { FeatureGeometry } from './feature';

/** Every layer of a project (DESIGN: project folder), in the order in which they are drawn, lowest first. */
export const LAYER_NAMES = [
  'districts',
  'water',
  'residential',
  'parcels',
  'controlLines',
  'roads',
  'railways',
  'pipelines',
  'powerlines',
  'facilities',
  'reservations',
  'schools',
] as const;

export type LayerName = (typeof LAYER_NAMES)[number];

/** Layers that are edited here: their features are records of the plan. All others are reference layers. */
export const COLLECTION_NAMES = ['districts', 'schools', 'reservations'] as const;

export type CollectionName = (typeof COLLECTION_NAMES)[number];

export type Dimension = 'point' | 'line' | 'polygon';

/** The dimension of each type of geometry. */
export const DIMENSION_OF: Readonly<Record<FeatureGeometry['type'], Dimension>> = {
  Point: 'point',
  MultiPoint: 'point',
  LineString: 'line',
  MultiLineString: 'line',
  Polygon: 'polygon',
  MultiPolygon: 'polygon',
};

/** Which geometries a layer takes. */
export const LAYER_GEOMETRY: Readonly<Record<LayerName, readonly Dimension[]>> = {
  districts: ['polygon'],
  schools: ['point', 'polygon'],
  reservations: ['polygon'],
  parcels: ['polygon'],
  facilities: ['point', 'line', 'polygon'],
  roads: ['line'],
  railways: ['line'],
  powerlines: ['line'],
  pipelines: ['line'],
  controlLines: ['line', 'polygon'],
  residential: ['point', 'polygon'],
  water: ['point', 'line', 'polygon'],
};

export function isLayerName(value: unknown): value is LayerName {
  return (LAYER_NAMES as readonly unknown[]).includes(value);
}

export function isCollectionName(value: unknown): value is CollectionName {
  return (COLLECTION_NAMES as readonly unknown[]).includes(value);
}

/** Where a layer comes from, for the record. */
export interface LayerOrigin {
  readonly doc?: string;
  readonly docNo?: string;
  readonly approvedOn?: string;
  readonly scale?: string;
}

/**
 * What the plan says of one layer. The features of a reference layer are not in the plan: `hash` (SHA-256 of
 * the file's bytes, hex) names them in the content store. For a collection `hash` is absent and the features
 * are records; `members` are the foreign members of its FeatureCollection and `unread` its rejected features,
 * both written back on saving so that nothing of the user's file is lost.
 */
export interface LayerDescription {
  readonly name: LayerName;
  readonly file: string;
  readonly hash?: string;
  readonly idField?: string;
  readonly accuracyM?: number;
  readonly source?: LayerOrigin;
  readonly members?: Readonly<Record<string, unknown>>;
  readonly unread?: readonly unknown[];
}
