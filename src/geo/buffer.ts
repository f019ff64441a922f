import { buffer } from '@turf/turf';
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import { boxOf, type FeatureGeometry } from '../domain/feature';
import type { Frame } from './frame';
import { lonLatPolygons, patchAround, polygonsOf } from './patch';
import { repairGeometry } from './repair';

/** The round parts of a zone are chords that miss the arc by less than this. */
const CHORD_ERROR_M = 0.005;

/**
 * Every point within `distanceM` true metres of a geometry in lon/lat, the geometry included, as lon/lat polygons
 * (RFC 7946 winding, 1e-9°). Made with Turf in the planar frame; the radius follows the frame's scale at the
 * middle of the geometry. `distanceM` > 0; throws RangeError where the geometry has no position.
 */
export function zonePolygon(
  frame: Frame,
  geometry: FeatureGeometry,
  distanceM: number,
): Feature<Polygon | MultiPolygon> {
  const box = boxOf(geometry);
  if (!box || !(distanceM > 0)) throw new RangeError('zonePolygon needs a position and a positive distance');
  const [x, y] = frame.project((box[0] + box[2]) / 2, (box[1] + box[3]) / 2);
  const patch = patchAround(x, y);
  const wound = repairGeometry(geometry).geometry;
  const onPatch = mapPositions(wound, ([lon = NaN, lat = NaN]) => patch.toPatch(frame.project(lon, lat)));
  const radiusM = distanceM * frame.scaleAt(x);
  const zone = buffer(onPatch, radiusM, { units: 'meters', steps: stepsFor(radiusM) });
  if (!zone) throw new RangeError('the geometry has no zone');
  return {
    type: 'Feature',
    properties: {},
    geometry: lonLatPolygons(frame, patch, polygonsOf(zone.geometry)),
  };
}

/** Segments per quarter circle that keep the chord within `CHORD_ERROR_M` of an arc of this radius. */
export function stepsFor(radiusM: number): number {
  const halfAngle = Math.acos(Math.max(0, 1 - CHORD_ERROR_M / radiusM));
  return Math.max(8, Math.ceil(Math.PI / 4 / halfAngle));
}

function mapPositions(geometry: FeatureGeometry, change: (position: Position) => Position): FeatureGeometry {
  switch (geometry.type) {
    case 'Point':
      return { type: 'Point', coordinates: change(geometry.coordinates) };
    case 'MultiPoint':
      return { type: 'MultiPoint', coordinates: geometry.coordinates.map(change) };
    case 'LineString':
      return { type: 'LineString', coordinates: geometry.coordinates.map(change) };
    case 'MultiLineString':
      return { type: 'MultiLineString', coordinates: geometry.coordinates.map((line) => line.map(change)) };
    case 'Polygon':
      return { type: 'Polygon', coordinates: geometry.coordinates.map((ring) => ring.map(change)) };
    case 'MultiPolygon':
      return {
        type: 'MultiPolygon',
        coordinates: geometry.coordinates.map((rings) => rings.map((ring) => ring.map(change))),
      };
  }
}
