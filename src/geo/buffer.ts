import { buffer } from '@turf/turf';
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import { boxOf, type FeatureGeometry } from '../domain/feature';
import type { Frame } from './frame';
import { offsetPieces } from './offset-pieces';
import { lonLatPolygons, patchAround, polygonsOf, type Patch } from './patch';
import { repairGeometry } from './repair';

/** The round parts of a zone are chords that miss the arc by less than this. */
const CHORD_ERROR_M = 0.005;

/**
 * Turf's buffer (JSTS) first drops concave corners shallower than this share of the distance, and so puts a zone
 * up to that much too far out. `hasShallowConcavity` finds the rings to which that could happen.
 */
const SIMPLIFY_SHARE = 0.01;

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
  const radius = distanceM * frame.scaleAt(x);
  const rings = bufferOnPatch(onPatch, patch, radius);
  return { type: 'Feature', properties: {}, geometry: lonLatPolygons(frame, patch, rings) };
}

/** Segments per quarter circle that keep the chord within `CHORD_ERROR_M` of an arc of this radius. */
export function stepsFor(radiusM: number): number {
  const halfAngle = Math.acos(Math.max(0, 1 - CHORD_ERROR_M / radiusM));
  return Math.max(8, Math.ceil(Math.PI / 4 / halfAngle));
}

function bufferOnPatch(geometry: FeatureGeometry, patch: Patch, radius: number): readonly Position[][][] {
  const steps = stepsFor(radius);
  const rings = ringsOf(geometry);
  const paths = [...rings, ...linesOf(geometry)];
  if (!paths.some((path) => hasShallowConcavity(path, patch, radius, rings.length > 0))) {
    return polygonsOf(zoneOf(buffer(geometry, radius, { units: 'meters', steps })));
  }
  const pieces = paths.flatMap((path) => {
    const planar = path.map((position) => patch.fromPatch(position));
    return offsetPieces(planar, radius, steps).map((ring) => [
      ring.map(([x = 0, y = 0]) => patch.toPatch([x, y])),
    ]);
  });
  const own = rings.length > 0 ? polygonsOf(geometry as Polygon | MultiPolygon) : [];
  // A buffer of nothing unites what overlaps.
  return polygonsOf(zoneOf(buffer({ type: 'MultiPolygon', coordinates: [...own, ...pieces] }, 0)));
}

function zoneOf(buffered: Feature<Polygon | MultiPolygon> | undefined): Polygon | MultiPolygon {
  if (!buffered) throw new RangeError('the geometry has no zone');
  return buffered.geometry;
}

/**
 * Whether some corner turns away from the side that is buffered by less than the simplification's tolerance. Both
 * sides of a line are buffered; of a ring, that which is not the polygon's: left of a clockwise shell's edges.
 */
function hasShallowConcavity(
  line: readonly Position[],
  patch: Patch,
  radius: number,
  oneSided: boolean,
): boolean {
  const points = line.map((position) => patch.fromPatch(position));
  const last = points.length - 1;
  for (let i = oneSided ? 0 : 1; i < last; i++) {
    const [ax, ay] = points[i === 0 ? last - 1 : i - 1]!;
    const [bx, by] = points[i]!;
    const [cx, cy] = points[i + 1]!;
    const base = Math.hypot(cx - ax, cy - ay);
    const depth = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / base;
    const concave = oneSided ? depth > STRAIGHT_M : Math.abs(depth) > STRAIGHT_M;
    if (concave && Math.abs(depth) < radius * SIMPLIFY_SHARE) return true;
  }
  return false;
}

/** A corner shallower than this is straight: what its simplification changes is under a millimetre. */
const STRAIGHT_M = 0.001;

function ringsOf(geometry: FeatureGeometry): Position[][] {
  if (geometry.type === 'Polygon') return geometry.coordinates;
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : [];
}

function linesOf(geometry: FeatureGeometry): Position[][] {
  if (geometry.type === 'LineString') return [geometry.coordinates];
  return geometry.type === 'MultiLineString' ? geometry.coordinates : [];
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
