import type { Geometry } from 'geojson';
import type { FeatureGeometry } from '../../../domain/feature';
import type { JsonObject } from '../../../domain/json';
import type { FieldType, SourceField } from './source-layer';

/** A feature as a reader gives it. */
export interface SourceFeature {
  readonly geometry: FeatureGeometry | null;
  readonly properties: JsonObject;
}

/** A FeatureCollection in UTF-8, one feature a line. */
export function collectionBytes(features: readonly SourceFeature[]): Uint8Array {
  const lines = features.map(({ geometry, properties }) =>
    JSON.stringify({ type: 'Feature', properties, geometry }),
  );
  return new TextEncoder().encode(`{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`);
}

/** The properties of features, in the order in which they first come, with what all their values are. */
export function fieldsOf(features: Iterable<Pick<SourceFeature, 'properties'>>): SourceField[] {
  const types = new Map<string, FieldType | null>();
  for (const { properties } of features) {
    for (const [name, value] of Object.entries(properties)) {
      const type = typeof value === 'number' || typeof value === 'boolean' ? typeof value : 'text';
      const known = types.get(name) ?? null;
      const joined = known === null || known === type ? (type as FieldType) : 'text';
      types.set(name, value === null ? known : joined);
    }
  }
  return Array.from(types, ([name, type]) => ({ name, type: type ?? 'text' }));
}

/** Geometries of one kind as one; a lone one as it is. */
export function joined(parts: readonly Geometry[]): FeatureGeometry[] {
  const points = [];
  const lines = [];
  const polygons = [];
  for (const part of parts.flatMap(simpleParts)) {
    if (part.type === 'Point') points.push(part.coordinates);
    else if (part.type === 'LineString') lines.push(part.coordinates);
    else polygons.push(part.coordinates);
  }
  const geometries: FeatureGeometry[] = [];
  const [point] = points;
  const [line] = lines;
  const [polygon] = polygons;
  if (polygon) {
    geometries.push(
      polygons.length === 1
        ? { type: 'Polygon', coordinates: polygon }
        : { type: 'MultiPolygon', coordinates: polygons },
    );
  }
  if (line) {
    geometries.push(
      lines.length === 1
        ? { type: 'LineString', coordinates: line }
        : { type: 'MultiLineString', coordinates: lines },
    );
  }
  if (point) {
    geometries.push(
      points.length === 1
        ? { type: 'Point', coordinates: point }
        : { type: 'MultiPoint', coordinates: points },
    );
  }
  return geometries;
}

type SimpleGeometry = Extract<FeatureGeometry, { type: 'Point' | 'LineString' | 'Polygon' }>;

/** The points, lines and polygons of which a geometry is made. */
export function simpleParts(geometry: Geometry): SimpleGeometry[] {
  switch (geometry.type) {
    case 'Point':
    case 'LineString':
    case 'Polygon':
      return [geometry];
    case 'MultiPoint':
      return geometry.coordinates.map((coordinates) => ({ type: 'Point', coordinates }));
    case 'MultiLineString':
      return geometry.coordinates.map((coordinates) => ({ type: 'LineString', coordinates }));
    case 'MultiPolygon':
      return geometry.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates }));
    case 'GeometryCollection':
      return geometry.geometries.flatMap(simpleParts);
  }
}
