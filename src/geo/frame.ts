import proj4 from 'proj4';
import type { FrameCentre } from '../domain/project';

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
  /** Point scale factor k at easting `x`: a length in the frame is k times the true one. */
  scaleAt(x: number): number;
}

/** GRS80: semi-major axis in metres and first eccentricity squared. */
const SEMI_MAJOR_M = 6378137;
const ECCENTRICITY_2 = 0.0066943800229;

const RADIANS = Math.PI / 180;

/**
 * The frame around a centre (degrees). Within 100 km of the centre it agrees with PROJ to a micrometre, and
 * `scaleAt`, the series 1 + x²/2R² + x⁴/24R⁴ with R the Gaussian mean radius √(MN) at the centre's latitude,
 * to 1e-8.
 */
export function createFrame(centre: FrameCentre): Frame {
  const { lon: lon0, lat: lat0 } = centre;
  const projection = proj4(
    '+proj=longlat +ellps=GRS80 +no_defs',
    `+proj=etmerc +lat_0=${lat0} +lon_0=${lon0} +k=1 +x_0=0 +y_0=0 +ellps=GRS80 +units=m +no_defs`,
  );
  const radius =
    (SEMI_MAJOR_M * Math.sqrt(1 - ECCENTRICITY_2)) / (1 - ECCENTRICITY_2 * Math.sin(lat0 * RADIANS) ** 2);
  return {
    centre,
    project: (lon, lat) => pair(projection.forward([lon, lat])),
    unproject: (x, y) => pair(projection.inverse([x, y])),
    scaleAt: (x) => {
      const u = (x / radius) ** 2;
      return 1 + u / 2 + (u * u) / 24;
    },
  };
}

function pair(position: number[]): [number, number] {
  return [position[0]!, position[1]!];
}
