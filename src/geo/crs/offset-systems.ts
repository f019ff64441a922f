import { chained, inverseOfSmallMove, type Transform } from './transform';

/**
 * The offset systems of Chinese web maps: GCJ-02 (Gaode, Tencent, phones) and BD-09 (Baidu). No specification is
 * public; these are the formulas that programs have come to agree on, good to about a metre. Undoing them is
 * therefore approximate, though the inverse here undoes its own formula exactly.
 */

/** Krassowsky's ellipsoid, as the formulas have it. */
const AXIS_M = 6_378_245;
const E2 = 0.006693421622965943;

/** Outside this box around China GCJ-02 does not move anything. */
const BOX = { west: 72.004, east: 137.8347, south: 0.8293, north: 55.8271 };

/** From WGS84 degrees to GCJ-02. */
export const toGcj02: Transform = (lon, lat) => {
  if (!(lon >= BOX.west && lon <= BOX.east && lat >= BOX.south && lat <= BOX.north)) return [lon, lat];
  const [x, y] = [lon - 105, lat - 35];
  const common = (20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * (2 / 3);
  const north =
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * Math.sqrt(Math.abs(x)) +
    common +
    waves(y, [20, 1], [40, 3], [160, 12], [320, 30]);
  const east =
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * Math.sqrt(Math.abs(x)) +
    common +
    waves(x, [20, 1], [40, 3], [150, 12], [300, 30]);
  const phi = (lat * Math.PI) / 180;
  const w = 1 - E2 * Math.sin(phi) ** 2;
  const meridianRadius = (AXIS_M * (1 - E2)) / (w * Math.sqrt(w));
  const parallelRadius = (AXIS_M / Math.sqrt(w)) * Math.cos(phi);
  return [lon + ((east / parallelRadius) * 180) / Math.PI, lat + ((north / meridianRadius) * 180) / Math.PI];
};

/** Sines of given amplitude and half period, degrees. */
function waves(at: number, ...parts: readonly (readonly [amplitude: number, halfPeriod: number])[]): number {
  return parts.reduce(
    (sum, [amplitude, halfPeriod]) => sum + amplitude * Math.sin((at / halfPeriod) * Math.PI) * (2 / 3),
    0,
  );
}

const BAIDU_TURN = (Math.PI * 3000) / 180;

/** From GCJ-02 to BD-09. */
const gcj02ToBd09: Transform = (lon, lat) => {
  const radius = Math.hypot(lon, lat) + 0.00002 * Math.sin(lat * BAIDU_TURN);
  const angle = Math.atan2(lat, lon) + 0.000003 * Math.cos(lon * BAIDU_TURN);
  return [radius * Math.cos(angle) + 0.0065, radius * Math.sin(angle) + 0.006];
};

/** From WGS84 degrees to BD-09. */
export const toBd09 = chained(toGcj02, gcj02ToBd09);

/** From GCJ-02 to WGS84 degrees, by iteration. */
export const fromGcj02 = inverseOfSmallMove(toGcj02);

/** From BD-09 to WGS84 degrees, by iteration. */
export const fromBd09 = chained(inverseOfSmallMove(gcj02ToBd09), fromGcj02);
