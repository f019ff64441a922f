import { isFeature } from 'geojson-validation';
import type { GeoFeature } from '../../domain/feature';
import { GEOMETRY_TYPES, isObject, without, type RawObject } from './raw';

export type StructureReason =
  | 'not-a-feature'
  | 'null-geometry'
  | 'geometry-collection'
  | 'unknown-geometry-type'
  | 'too-few-positions'
  | 'bad-coordinates'
  | 'bad-structure';

export type StructureRepair = 'missing-properties' | 'bad-bbox' | 'unclosed-ring' | 'bad-id';

export type Structure =
  | { readonly feature: GeoFeature; readonly repairs: readonly StructureRepair[] }
  | { readonly reason: StructureReason; readonly detail?: string };

/**
 * Whether a value is a GeoJSON feature that can be worked with, by geojson-validation. Small faults are mended:
 * absent properties, an unusable bbox or id, rings left open. Otherwise the reason; `detail` in the validator's words.
 */
export function checkStructure(raw: unknown): Structure {
  if (!isObject(raw) || raw.type !== 'Feature') return { reason: 'not-a-feature' };
  const geometry = raw.geometry;
  if (geometry === null || geometry === undefined) return { reason: 'null-geometry' };
  if (!isObject(geometry)) return { reason: 'bad-coordinates' };
  if (geometry.type === 'GeometryCollection') return { reason: 'geometry-collection' };
  const depth = GEOMETRY_TYPES.get(String(geometry.type));
  if (depth === undefined) return { reason: 'unknown-geometry-type', detail: String(geometry.type) };
  const coordinates = geometry.coordinates;
  if (!nestedRight(coordinates, depth)) return { reason: 'bad-coordinates' };
  if (hasEmptyPart(coordinates, depth)) return { reason: 'too-few-positions' };
  const repairs: StructureRepair[] = [];
  const plain = mendMembers(raw, repairs);
  if (isFeature(plain)) return { feature: plain as unknown as GeoFeature, repairs };
  const mended = mendGeometry(plain, geometry, repairs);
  if (isFeature(mended)) return { feature: mended as unknown as GeoFeature, repairs };
  const faults = isFeature(mended, true);
  if (faults.some((fault) => /at least (?:two|four)/.test(fault))) return { reason: 'too-few-positions' };
  return { reason: 'bad-structure', detail: faults[0] ?? '' };
}

/** The feature without an id that is none and with properties that are an object or null. */
function mendMembers(raw: RawObject, repairs: StructureRepair[]): RawObject {
  const id = raw.id;
  const properties = raw.properties;
  const idIsGood =
    id === undefined || typeof id === 'string' || (typeof id === 'number' && Number.isFinite(id));
  const propertiesAreGood = properties === null || isObject(properties);
  if (idIsGood && propertiesAreGood) return raw;
  const rest = without(raw, 'id');
  if (!idIsGood && id !== null) repairs.push('bad-id');
  if (!propertiesAreGood) repairs.push('missing-properties');
  return {
    ...rest,
    ...(idIsGood && id !== undefined ? { id } : {}),
    properties: propertiesAreGood ? properties : null,
  };
}

function mendGeometry(raw: RawObject, geometry: RawObject, repairs: StructureRepair[]): RawObject {
  const { bbox, ...rest } = raw;
  const { bbox: geometryBbox, ...shape } = geometry;
  if (bbox !== undefined || geometryBbox !== undefined) repairs.push('bad-bbox');
  const coordinates = closeRings(shape.type, shape.coordinates);
  if (coordinates !== shape.coordinates) repairs.push('unclosed-ring');
  return { ...rest, geometry: { ...shape, coordinates } };
}

function closeRings(type: unknown, coordinates: unknown): unknown {
  if (!Array.isArray(coordinates)) return coordinates;
  if (type === 'MultiPolygon') return mapKept(coordinates, (rings) => closeRings('Polygon', rings));
  return type === 'Polygon' ? mapKept(coordinates, closeRing) : coordinates;
}

/** Closed means equal in every number, height included, as geojson-validation wants it. */
function closeRing(ring: unknown): unknown {
  if (!Array.isArray(ring) || ring.length < 3) return ring;
  const first: unknown = ring[0];
  const last: unknown = ring.at(-1);
  if (!Array.isArray(first) || !Array.isArray(last) || String(first) === String(last)) return ring;
  const differsInHeight = first[0] === last[0] && first[1] === last[1];
  return [...(differsInHeight ? (ring.slice(0, -1) as unknown[]) : (ring as unknown[])), first];
}

function mapKept(items: readonly unknown[], change: (item: unknown) => unknown): readonly unknown[] {
  const changed = items.map(change);
  return changed.every((item, i) => item === items[i]) ? items : changed;
}

function nestedRight(coordinates: unknown, depth: number): boolean {
  if (!Array.isArray(coordinates)) return false;
  if (depth > 0) return coordinates.every((item) => nestedRight(item, depth - 1));
  return coordinates.length >= 2 && coordinates.every((value) => typeof value === 'number');
}

/** A line or ring without any position. */
function hasEmptyPart(coordinates: unknown, depth: number): boolean {
  if (depth === 0 || !Array.isArray(coordinates)) return false;
  return coordinates.length === 0 || coordinates.some((item) => hasEmptyPart(item, depth - 1));
}
