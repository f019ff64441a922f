import proj4 from 'proj4';
import type { FrameCentre } from '../domain/project';
import { conformalSeries, NEAR_TERMS, SERIES_TERMS } from './conformal-series';

/**
 * The planar frame in which every distance is decided: Transverse Mercator on the CGCS2000 ellipsoid (GRS80;
 * WGS84 differs from it by 0.1 mm at most), k0 = 1, centred on the project. Metres east and north of the centre.
 */
export interface Frame {
  readonly centre: FrameCentre;
  /** Degrees → metres `[x, y]`. */
  project(lon: number, lat: number): [number, number];
  /** Metres → degrees `[lon, lat]`. */
  unproject(x: number, y: number): [number, number];
  /** `project` of the pairs `from … to - 1` of `lonLat` into the same pairs of `xy`, which may be the same array. */
  projectAll(lonLat: Float64Array, xy: Float64Array, from: number, to: number): void;
  /** `unproject` of many pairs, likewise. */
  unprojectAll(xy: Float64Array, lonLat: Float64Array, from: number, to: number): void;
  /** Point scale factor k at easting `x`: a length in the frame is k times the true one. */
  scaleAt(x: number): number;
}

/** GRS80: semi-major axis in metres and first eccentricity squared. */
const SEMI_MAJOR_M = 6378137;
const ECCENTRICITY_2 = 0.0066943800229;

const RADIANS = Math.PI / 180;
const DEGREES = 180 / Math.PI;

/**
 * The frame around a centre (degrees). Within 100 km of the centre it agrees with PROJ to a micrometre, and
 * `scaleAt`, the series 1 + x²/2R² + x⁴/24R⁴ with R the Gaussian mean radius √(MN) at the centre's latitude,
 * to 1e-8. One point or many, the numbers are the same to the bit.
 */
export function createFrame(centre: FrameCentre): Frame {
  const { lon: lon0, lat: lat0 } = centre;
  const projection = proj4(
    '+proj=longlat +ellps=GRS80 +no_defs',
    `+proj=etmerc +lat_0=${lat0} +lon_0=${lon0} +k=1 +x_0=0 +y_0=0 +ellps=GRS80 +units=m +no_defs`,
  );
  const series = conformalSeries(lat0 * RADIANS, SEMI_MAJOR_M, ECCENTRICITY_2);
  const { isometric, forward, backward, latitude, nearRadius } = series;
  const near2 = nearRadius ** 2;
  const radius2 = series.radius ** 2;
  const backwardRadius2 = series.backwardRadius ** 2;
  const gaussRadius =
    (SEMI_MAJOR_M * Math.sqrt(1 - ECCENTRICITY_2)) / (1 - ECCENTRICITY_2 * Math.sin(lat0 * RADIANS) ** 2);

  const projectAll = (lonLat: Float64Array, xy: Float64Array, from: number, to: number): void => {
    for (let i = 2 * from; i < 2 * to; i += 2) {
      const lon = lonLat[i]!;
      const lat = lonLat[i + 1]!;
      const phi = (lat - lat0) * RADIANS;
      const v = (lon - lon0) * RADIANS;
      const u = Math.abs(phi) <= nearRadius ? nearPolynomial(isometric, phi) : polynomial(isometric, phi);
      const s = u * u + v * v;
      if (s <= radius2 && Math.abs(phi) <= series.radius) {
        const terms = s <= near2 ? NEAR_TERMS : SERIES_TERMS;
        // Real coefficients at a complex place w = u + iv: p(w) = w·b₁ − |w|²·b₂, by Clenshaw's recurrence for powers.
        const t = 2 * u;
        let b1 = forward[terms - 1]!;
        let b2 = 0;
        for (let n = terms - 2; n > 0; n--) {
          const b0 = forward[n]! + t * b1 - s * b2;
          b2 = b1;
          b1 = b0;
        }
        xy[i] = v * b1;
        xy[i + 1] = u * b1 - s * b2;
      } else {
        const [x = NaN, y = NaN] = projection.forward([lon, lat]);
        xy[i] = x;
        xy[i + 1] = y;
      }
    }
  };
  const unprojectAll = (xy: Float64Array, lonLat: Float64Array, from: number, to: number): void => {
    for (let i = 2 * from; i < 2 * to; i += 2) {
      const x = xy[i]!;
      const y = xy[i + 1]!;
      const u = y / SEMI_MAJOR_M;
      const v = x / SEMI_MAJOR_M;
      const s = u * u + v * v;
      if (s <= backwardRadius2) {
        const terms = s <= near2 ? NEAR_TERMS : SERIES_TERMS;
        const t = 2 * u;
        let b1 = backward[terms - 1]!;
        let b2 = 0;
        for (let n = terms - 2; n > 0; n--) {
          const b0 = backward[n]! + t * b1 - s * b2;
          b2 = b1;
          b1 = b0;
        }
        const psi = u * b1 - s * b2;
        const phi = Math.abs(psi) <= nearRadius ? nearPolynomial(latitude, psi) : polynomial(latitude, psi);
        lonLat[i] = lon0 + v * b1 * DEGREES;
        lonLat[i + 1] = lat0 + phi * DEGREES;
      } else {
        const [lon = NaN, lat = NaN] = projection.inverse([x, y]);
        lonLat[i] = lon;
        lonLat[i + 1] = lat;
      }
    }
  };
  const pair = new Float64Array(2);
  const one =
    (all: typeof projectAll) =>
    (first: number, second: number): [number, number] => {
      pair[0] = first;
      pair[1] = second;
      all(pair, pair, 0, 1);
      return [pair[0], pair[1]];
    };
  return {
    centre,
    project: one(projectAll),
    unproject: one(unprojectAll),
    projectAll,
    unprojectAll,
    scaleAt: (x) => {
      const u = (x / gaussRadius) ** 2;
      return 1 + u / 2 + (u * u) / 24;
    },
  };
}

/** A series without a constant term. */
function polynomial(series: Float64Array, x: number): number {
  let sum = 0;
  for (let n = SERIES_TERMS - 1; n > 0; n--) sum = (sum + series[n]!) * x;
  return sum;
}

/** Its first terms, in pairs, for a processor adds those side by side. */
function nearPolynomial(series: Float64Array, x: number): number {
  const x2 = x * x;
  const low = series[1]! + series[2]! * x + (series[3]! + series[4]! * x) * x2;
  const high = series[5]! + series[6]! * x + series[7]! * x2;
  return x * (low + high * x2 * x2);
}
