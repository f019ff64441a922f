import type { Position } from 'geojson';
import type { FeatureGeometry } from '../../../domain/feature';
import { mendGeometry } from '../../../geo/mend';
import type { Reprojection } from '../../../geo/crs/transform';
import { repairGeometry } from '../../../geo/repair';
import { invalidity } from '../../../geo/validity';

/** The plane in which coordinates are rounded. */
export type RoundingPlane = Pick<Reprojection, 'toLonLat' | 'fromLonLat'>;

export interface RoundedGeometry {
  /** In lon/lat; null where nothing is left of it. */
  readonly geometry: FeatureGeometry | null;
  /** Whether it crossed itself once rounded, and was mended. */
  readonly isMended: boolean;
}

/**
 * A geometry in lon/lat with coordinates that are multiples of `stepM` in a plane, and valid: positions that fall
 * together become one, parts that shrink to nothing go, and what then crosses itself is parted where it does (at places
 * that need not be multiples).
 */
export function roundGeometry(
  geometry: FeatureGeometry,
  stepM: number,
  plane: RoundingPlane,
): RoundedGeometry {
  const round = ([lon = NaN, lat = NaN]: Position): Position => {
    const [x, y] = plane.fromLonLat(lon, lat);
    const back = plane.toLonLat(Math.round(x / stepM) * stepM, Math.round(y / stepM) * stepM);
    return back.map((degrees) => Math.round(degrees * 1e9) / 1e9);
  };
  const rounded = withPositions(geometry, round);
  const geometryLeft = rounded && repairGeometry(rounded).geometry;
  if (!geometryLeft) return { geometry: null, isMended: false };
  if (invalidity(geometryLeft) === null) return { geometry: geometryLeft, isMended: false };
  const mended = mendGeometry(geometryLeft);
  return { geometry: mended, isMended: mended !== null };
}

/** The geometry with other positions, without what is too short to be a line or a ring; null if that is all of it. */
function withPositions(
  geometry: FeatureGeometry,
  change: (position: Position) => Position,
): FeatureGeometry | null {
  const line = (positions: readonly Position[]) => withoutRepeats(positions.map(change));
  const isLine = (positions: readonly Position[]) => positions.length >= 2;
  const rings = (given: readonly Position[][]): Position[][] => {
    const [shell, ...holes] = given.map((ring) => withoutSpikes(line(ring)));
    return shell && shell.length >= LEAST_RING
      ? [shell, ...holes.filter((hole) => hole.length >= LEAST_RING)]
      : [];
  };
  switch (geometry.type) {
    case 'Point':
      return { ...geometry, coordinates: change(geometry.coordinates) };
    case 'MultiPoint': {
      const points = new Map(geometry.coordinates.map(change).map((point) => [point.join(), point]));
      return { ...geometry, coordinates: [...points.values()] };
    }
    case 'LineString': {
      const coordinates = line(geometry.coordinates);
      return isLine(coordinates) ? { ...geometry, coordinates } : null;
    }
    case 'MultiLineString': {
      const coordinates = geometry.coordinates.map(line).filter(isLine);
      return coordinates.length > 0 ? { ...geometry, coordinates } : null;
    }
    case 'Polygon': {
      const coordinates = rings(geometry.coordinates);
      return coordinates.length > 0 ? { ...geometry, coordinates } : null;
    }
    case 'MultiPolygon': {
      const coordinates = geometry.coordinates.map(rings).filter((polygon) => polygon.length > 0);
      return coordinates.length > 0 ? { ...geometry, coordinates } : null;
    }
  }
}

/** Positions of a closed triangle. */
const LEAST_RING = 4;

function isSame(a: Position | undefined, b: Position | undefined): boolean {
  return a?.[0] === b?.[0] && a?.[1] === b?.[1];
}

function withoutRepeats(positions: readonly Position[]): Position[] {
  return positions.filter((position, i) => i === 0 || !isSame(position, positions[i - 1]));
}

/** A closed ring without the ways out and straight back again. */
function withoutSpikes(ring: readonly Position[]): Position[] {
  let open = ring.slice(0, -1);
  for (;;) {
    const size = open.length;
    const tip = open.findIndex((_, i) => isSame(open[(i + size - 1) % size], open[(i + 1) % size]));
    if (tip < 0 || size < 3) break;
    // The tip goes, and one of the two equal neighbours with it.
    open = open.filter((_, i) => i !== tip && i !== (tip + 1) % size);
  }
  const [first] = open;
  return first ? [...open, first] : [];
}
