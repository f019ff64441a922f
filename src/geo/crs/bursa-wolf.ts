import { ELLIPSOIDS, type Datum } from './datum';
import { inverseOfSmallMove, type Transform } from './transform';

/**
 * Seven parameters from an older datum to CGCS2000. They are the user's own and secret: a value that is handed
 * through, never kept. The rotations' sign has two conventions: the formula of Chinese textbooks and survey software
 * (布尔沙) turns the frame (EPSG method 9607), PROJ's `+towgs84` the position (9606).
 */
export interface SevenParameters {
  readonly convention: 'coordinate-frame' | 'position-vector';
  /** Translations, metres. */
  readonly dxM: number;
  readonly dyM: number;
  readonly dzM: number;
  /** Rotations, seconds of arc. */
  readonly rxSec: number;
  readonly rySec: number;
  readonly rzSec: number;
  /** Change of scale, parts per million. */
  readonly scalePpm: number;
}

const RADIANS = Math.PI / 180;
const SECOND = RADIANS / 3600;

/**
 * Degrees of one datum as degrees of another, by the Bursa–Wolf transformation for small angles (IOGP 373-7-2,
 * methods 9606 and 9607), at ellipsoidal height 0. Its inverse is exact, not the one with turned signs.
 */
export function bursaWolf(
  parameters: SevenParameters,
  from: Datum,
  to: Datum,
): { readonly forward: Transform; readonly inverse: Transform } {
  const sign = parameters.convention === 'position-vector' ? 1 : -1;
  const rx = sign * parameters.rxSec * SECOND;
  const ry = sign * parameters.rySec * SECOND;
  const rz = sign * parameters.rzSec * SECOND;
  const scale = 1 + parameters.scalePpm * 1e-6;
  const { dxM, dyM, dzM } = parameters;
  const source = shapeOf(from);
  const target = shapeOf(to);
  const forward: Transform = (lon, lat) => {
    const [x, y, z] = toGeocentric(lon, lat, source);
    return toDegrees(
      dxM + scale * (x - rz * y + ry * z),
      dyM + scale * (rz * x + y - rx * z),
      dzM + scale * (-ry * x + rx * y + z),
      target,
    );
  };
  return { forward, inverse: inverseOfSmallMove(forward) };
}

interface Shape {
  readonly a: number;
  /** First eccentricity squared. */
  readonly e2: number;
}

function shapeOf(datum: Datum): Shape {
  const { a, inverseFlattening } = ELLIPSOIDS[datum];
  const f = 1 / inverseFlattening;
  return { a, e2: f * (2 - f) };
}

function toGeocentric(lon: number, lat: number, { a, e2 }: Shape): [number, number, number] {
  const [l, b] = [lon * RADIANS, lat * RADIANS];
  const sin = Math.sin(b);
  const n = a / Math.sqrt(1 - e2 * sin * sin);
  return [n * Math.cos(b) * Math.cos(l), n * Math.cos(b) * Math.sin(l), n * (1 - e2) * sin];
}

/** Degrees of a geocentric position near the surface: the latitude by Bowring (1976), exact here to 1e-12°. */
function toDegrees(x: number, y: number, z: number, { a, e2 }: Shape): [number, number] {
  const p = Math.hypot(x, y);
  const b = a * Math.sqrt(1 - e2);
  const reduced = Math.atan2(z * a, p * b);
  const lat = Math.atan2(
    z + (e2 / (1 - e2)) * b * Math.sin(reduced) ** 3,
    p - e2 * a * Math.cos(reduced) ** 3,
  );
  return [Math.atan2(y, x) / RADIANS, lat / RADIANS];
}
