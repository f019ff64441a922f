import { featureCollection, multiPolygon, union } from '@turf/turf';
import type { Position } from 'geojson';
import type { FeatureGeometry } from '../domain/feature';
import { polygonsOf } from './patch';
import { repairGeometry } from './repair';
import { doubleSignedArea, samePoint } from './ring';
import { invalidity } from './validity';

/** Beyond this many positions, cutting a boundary at its crossings takes longer than anybody waits for one feature. */
const MOST_POSITIONS = 5000;

/** A ring narrower than this in the mean (2 · area / perimeter), in metres, is a touch of lines and no land. */
const SLIVER_M = 0.001;
/** As `validity.ts` refuses it: 1 cm². */
const LEAST_AREA_M2 = 1e-4;
const DEGREE_M = 111_320;

/**
 * A sound area for one in lon/lat that `invalidity` refuses because its boundary crosses, overlaps or runs back on
 * itself; null where there is none.
 *
 * Boundaries are cut where they cross, in arithmetic that does not round. The area is then everything that a shell goes
 * around (the non-zero rule: both halves of a bow-tie, and what is gone around twice, once) without what a hole of its
 * own goes around; areas of several parts are united. Parts and holes narrower than 1 mm vanish. Positions are rounded
 * to 1e-9° (0.1 mm), and what comes of it has passed `invalidity`.
 */
export function mendGeometry(geometry: FeatureGeometry): FeatureGeometry | null {
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return null;
  const polygons = polygonsOf(geometry)
    .map((rings) => rings.filter((ring, index) => index === 0 || ring.length >= 4))
    .filter(([shell]) => shell !== undefined && shell.length >= 4);
  const positions = polygons.flat().reduce((sum, ring) => sum + ring.length, 0);
  if (polygons.length === 0 || positions > MOST_POSITIONS) return null;
  const parts = united(polygons).flatMap((rings) => {
    const [shell, ...holes] = rings.map(tidyRing).filter((ring, index) => index === 0 || !isSliver(ring));
    return shell && !isSliver(shell) ? [[shell, ...holes]] : [];
  });
  const [only] = parts;
  if (!only) return null;
  const { geometry: mended } = repairGeometry(
    parts.length === 1
      ? { type: 'Polygon', coordinates: only }
      : { type: 'MultiPolygon', coordinates: parts },
  );
  return invalidity(mended) === null ? mended : null;
}

/** With itself: that is how the library is told to cut one geometry at its own crossings. */
function united(polygons: Position[][][]): readonly Position[][][] {
  const one = multiPolygon(
    polygons.map((rings) => rings.map((ring) => ring.map(([x = NaN, y = NaN]) => [x, y]))),
  );
  try {
    const whole = union(featureCollection([one, one]));
    return whole ? polygonsOf(whole.geometry) : [];
  } catch {
    // The library gives up on a few boundaries that all but coincide: then there is nothing to offer.
    return [];
  }
}

function tidyRing(ring: readonly Position[]): Position[] {
  const rounded = ring.map((position) => position.map((value) => Math.round(value * 1e9) / 1e9));
  return rounded.filter((position, i) => i === 0 || !samePoint(position, rounded[i - 1]));
}

function isSliver(ring: readonly Position[]): boolean {
  if (ring.length < 4) return true;
  const narrow = Math.cos((ring[0]![1]! * Math.PI) / 180);
  const areaM2 = (Math.abs(doubleSignedArea(ring)) * DEGREE_M ** 2 * narrow) / 2;
  let perimeterM = 0;
  for (let i = 1; i < ring.length; i++) {
    const [ax = 0, ay = 0] = ring[i - 1]!;
    const [bx = 0, by = 0] = ring[i]!;
    perimeterM += Math.hypot((bx - ax) * narrow, by - ay) * DEGREE_M;
  }
  return areaM2 < LEAST_AREA_M2 || (2 * areaM2) / perimeterM < SLIVER_M;
}
