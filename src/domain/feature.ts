import type { Geometry, Position } from 'geojson';
import type { JsonObject, JsonValue } from './json';

/** The geometries that Xuezhi keeps: all of GeoJSON's but GeometryCollection. */
export type FeatureGeometry = Exclude<Geometry, { type: 'GeometryCollection' }>;

/**
 * A GeoJSON feature as the user gave it: properties that nothing here knows, and members beside
 * `properties` and `geometry`, are carried along untouched.
 */
export interface GeoFeature {
  readonly type: 'Feature';
  readonly id?: string | number;
  readonly geometry: FeatureGeometry;
  readonly properties: JsonObject | null;
  readonly [foreignMember: string]: unknown;
}

/** `[west, south, east, north]` in degrees. */
export type LonLatBox = readonly [number, number, number, number];

/** Whatever has properties as a feature has them. */
export type Described = Pick<GeoFeature, 'properties'>;

/** `properties.<name>` if it is a string that is not empty. */
export function textOf(feature: Described, name: string): string | undefined {
  const value = feature.properties?.[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** `properties.<name>` if it is a finite number, or text that reads as one. */
export function numberOf(feature: Described, name: string): number | undefined {
  const value = feature.properties?.[name];
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const parsed = Number(value);
  return Number.isFinite(parsed) ? parsed : undefined;
}

/** `properties.<name>` as a list of ids; a number is an id too, a lone value is a list of one. */
export function idsOf(feature: Described, name: string): readonly string[] {
  const value = feature.properties?.[name];
  const list = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
  return list.flatMap((id) => (typeof id === 'string' || typeof id === 'number' ? [String(id)] : []));
}

/** Properties to set; a value of `undefined` removes one. */
export type PropertyChanges = Readonly<Record<string, JsonValue | undefined>>;

/** The same feature with some properties set. */
export function withProperties(feature: GeoFeature, changes: PropertyChanges): GeoFeature {
  const properties: JsonObject = { ...feature.properties };
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) Reflect.deleteProperty(properties, name);
    else properties[name] = value;
  }
  return { ...feature, properties };
}

/** Every position of a geometry, in order. */
export function* positionsOf(geometry: FeatureGeometry): Generator<Position> {
  switch (geometry.type) {
    case 'Point':
      yield geometry.coordinates;
      return;
    case 'MultiPoint':
    case 'LineString':
      yield* geometry.coordinates;
      return;
    case 'MultiLineString':
    case 'Polygon':
      for (const line of geometry.coordinates) yield* line;
      return;
    case 'MultiPolygon':
      for (const polygon of geometry.coordinates) for (const ring of polygon) yield* ring;
  }
}

/** The box around a geometry; null if it has no position. */
export function boxOf(geometry: FeatureGeometry): LonLatBox | null {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (const [lon = NaN, lat = NaN] of positionsOf(geometry)) {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  return west <= east && south <= north ? [west, south, east, north] : null;
}
