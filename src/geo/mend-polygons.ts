import { featureCollection, multiPolygon, union } from '@turf/turf';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { polygonsOf } from './patch';
import { repairGeometry } from './repair';
import { doubleSignedArea, samePoint } from './ring';

/** Less than this, in square degrees, is nothing: some 1 cm². */
const LEAST_AREA = 1e-14;

/**
 * Polygons that cross themselves or each other as polygons that do not, covering the same ground (what is covered twice
 * counts once); null where nothing is left, or where it is beyond mending. Positions are kept to 1e-9°.
 */
export function mendPolygons(geometry: Polygon | MultiPolygon): Polygon | MultiPolygon | null {
  const shape = multiPolygon([...polygonsOf(geometry)]);
  let whole;
  try {
    whole = union(featureCollection([shape, shape]));
  } catch {
    // The library gives up on some shapes that are broken in many places at once.
    return null;
  }
  if (!whole) return null;
  const polygons = polygonsOf(whole.geometry)
    .map((rings) => rings.map(tidied).filter(isArea))
    .filter((rings) => rings.length > 0);
  const [only] = polygons;
  if (!only) return null;
  const mended: Polygon | MultiPolygon =
    polygons.length === 1
      ? { type: 'Polygon', coordinates: only }
      : { type: 'MultiPolygon', coordinates: polygons };
  return repairGeometry(mended).geometry as Polygon | MultiPolygon;
}

function tidied(ring: readonly Position[]): Position[] {
  const round = (degrees = NaN) => Math.round(degrees * 1e9) / 1e9;
  const line = ring.map(([lon, lat]) => [round(lon), round(lat)]);
  return line.filter((position, i) => i === 0 || !samePoint(position, line[i - 1]));
}

function isArea(ring: readonly Position[]): boolean {
  return ring.length >= 4 && Math.abs(doubleSignedArea(ring)) / 2 > LEAST_AREA;
}
