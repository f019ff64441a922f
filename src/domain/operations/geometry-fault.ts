import type { Position } from 'geojson';
import { positionsOf, type FeatureGeometry } from '../feature';
import { DIMENSION_OF, LAYER_GEOMETRY, type LayerName } from '../layer';
import { message, type Message } from '../message';
import { crossingOf } from './ring-crossing';

function ringFault(ring: readonly Position[]): Message | null {
  const first = ring[0];
  const last = ring.at(-1);
  if (!first || !last || ring.length < 4) return message('geometry.too-few-vertices');
  if (first[0] !== last[0] || first[1] !== last[1]) return message('geometry.ring-open');
  const crossing = crossingOf(ring);
  return crossing ? message('geometry.self-intersection', { lon: crossing[0], lat: crossing[1] }) : null;
}

function rings(geometry: FeatureGeometry): readonly Position[][] {
  if (geometry.type === 'Polygon') return geometry.coordinates;
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : [];
}

/**
 * Why a geometry given by hand cannot stand in a layer: wrong kind, empty, a position off the globe, a ring
 * that is open, has under three corners or crosses itself. Null if it can.
 */
export function geometryFault(layer: LayerName, geometry: FeatureGeometry): Message | null {
  if (!LAYER_GEOMETRY[layer].includes(DIMENSION_OF[geometry.type])) {
    return message('geometry.wrong-kind', { layer, type: geometry.type });
  }
  let empty = true;
  for (const [lon = NaN, lat = NaN] of positionsOf(geometry)) {
    empty = false;
    if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) return message('geometry.off-globe', { lon, lat });
  }
  if (empty) return message('geometry.empty');
  for (const ring of rings(geometry)) {
    const fault = ringFault(ring);
    if (fault) return fault;
  }
  return null;
}
