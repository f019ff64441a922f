import { gaussKrugerCode, meridianOfZone, widthOfZone } from './crs/gauss-kruger-zones';
import { transverseMercator } from './crs/projection';

export interface GridOptions {
  /** Width of the zones in degrees; approvals use 3. */
  readonly zoneWidth: 3 | 6;
  /** Whether the easting carries the zone number before it (35 592 075.700). */
  readonly prefix: boolean;
  /** A meridian of the user's choice, in degrees; absent: the zone in which the point lies. */
  readonly centralMeridian?: number;
}

/** A point of the official grid; `epsg` is null where EPSG has no code for the meridian. */
export interface GridPoint {
  readonly epsg: number | null;
  readonly centralMeridian: number;
  readonly northM: number;
  readonly eastM: number;
}

const FALSE_EASTING_M = 500_000;
const PREFIX_M = 1_000_000;

/** CGCS2000 Gauss-Krüger grid value of a position in degrees. */
export function toGaussKruger(lon: number, lat: number, options: GridOptions): GridPoint {
  const { zoneWidth, prefix: hasPrefix } = options;
  const ownZone = zoneWidth === 3 ? Math.round(lon / 3) : Math.floor(lon / 6) + 1;
  const centralMeridian = options.centralMeridian ?? meridianOfZone(zoneWidth, ownZone);
  const zone = Math.round(zoneWidth === 3 ? centralMeridian / 3 : (centralMeridian + 3) / 6);
  const falseEastingM = FALSE_EASTING_M + (hasPrefix ? zone * PREFIX_M : 0);
  const plane = transverseMercator('cgcs2000', { centralMeridian, falseEastingM });
  const [eastM, northM] = plane.toPlane(lon, lat);
  const epsg = gaussKrugerCode('cgcs2000', zoneWidth, hasPrefix, centralMeridian);
  return { epsg, centralMeridian, northM, eastM };
}

/**
 * The position in degrees of a CGCS2000 grid value. An easting of eight digits names its own zone (25–45: 3°,
 * 13–23: 6°); for a shorter one the central meridian must be given. Null where neither says the zone.
 */
export function fromGaussKruger(
  northM: number,
  eastM: number,
  centralMeridian?: number,
): { readonly lon: number; readonly lat: number } | null {
  const zone = Math.floor(eastM / PREFIX_M);
  const width = widthOfZone(zone);
  const byPrefix = width === null ? undefined : meridianOfZone(width, zone);
  const meridian = zone === 0 ? centralMeridian : byPrefix;
  if (meridian === undefined || !Number.isFinite(northM)) return null;
  const falseEastingM = FALSE_EASTING_M + zone * PREFIX_M;
  const plane = transverseMercator('cgcs2000', { centralMeridian: meridian, falseEastingM });
  const [lon, lat] = plane.toDegrees(eastM, northM);
  return { lon, lat };
}
