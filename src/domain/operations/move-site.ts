import type { Position } from 'geojson';
import { boxOf, type FeatureGeometry, type GeoFeature } from '../feature';
import type { JsonValue } from '../json';
import type { CollectionName } from '../layer';
import { message } from '../message';
import type { Operation } from '../operation';
import { featureOf } from '../plan';
import { EMPTY_DIFF } from '../plan-diff';
import { err, ok } from '../result';
import { geometryFault } from './geometry-fault';
import { replacing } from './record-diff';
import { withGeometry } from './with-geometry';

export interface MoveSiteInput {
  readonly collection: CollectionName;
  readonly id: string;
  /** By how much the middle of the site's box moves, in degrees. */
  readonly dLon: number;
  readonly dLat: number;
}

const RADIANS = Math.PI / 180;

/** 1e-9° is 0.1 mm: nothing that matters is lost, and files stay readable. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1e9) / 1e9;
}

/** Moves positions so that lengths in metres stay: a degree of longitude is shorter further north. */
function shift(middle: Position, dLon: number, dLat: number): (position: Position) => Position {
  const [midLon = 0, midLat = 0] = middle;
  const stretch = Math.cos(midLat * RADIANS) / Math.cos((midLat + dLat) * RADIANS);
  return ([lon = 0, lat = 0, ...heights]) => [
    rounded(midLon + dLon + (lon - midLon) * stretch),
    rounded(lat + dLat),
    ...heights,
  ];
}

function moved(geometry: FeatureGeometry, move: (position: Position) => Position): FeatureGeometry {
  switch (geometry.type) {
    case 'Point':
      return { ...geometry, coordinates: move(geometry.coordinates) };
    case 'MultiPoint':
    case 'LineString':
      return { ...geometry, coordinates: geometry.coordinates.map(move) };
    case 'MultiLineString':
    case 'Polygon':
      return { ...geometry, coordinates: geometry.coordinates.map((line) => line.map(move)) };
    case 'MultiPolygon':
      return {
        ...geometry,
        coordinates: geometry.coordinates.map((polygon) => polygon.map((ring) => ring.map(move))),
      };
  }
}

function isPosition(value: JsonValue): value is number[] {
  return Array.isArray(value) && value.length >= 2 && value.every((part) => typeof part === 'number');
}

/** A school's gates go with it. */
function withMovedGates(feature: GeoFeature, move: (position: Position) => Position): GeoFeature {
  const gates = feature.properties?.gates;
  if (!Array.isArray(gates) || !gates.every(isPosition)) return feature;
  return { ...feature, properties: { ...feature.properties, gates: gates.map(move) } };
}

/** Moves a site as a whole, gates included, keeping its shape in metres. */
export const moveSite: Operation<MoveSiteInput> = (plan, { collection, id, dLon, dLat }) => {
  const record = featureOf(plan, collection, id);
  if (!record) return err(message('feature.missing', { id }));
  if (dLon === 0 && dLat === 0) return ok(EMPTY_DIFF);
  const box = boxOf(record.feature.geometry);
  if (!box) return err(message('geometry.empty'));
  const move = shift([(box[0] + box[2]) / 2, (box[1] + box[3]) / 2], dLon, dLat);
  const geometry = moved(record.feature.geometry, move);
  const fault = geometryFault(collection, geometry);
  if (fault) return err(fault);
  const feature = withGeometry(withMovedGates(record.feature, move), geometry);
  return ok(replacing(record, { ...record, feature }));
};
