import { gaussKrugerDefinition, planarTransform } from './crs';

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

/** Zones by width: how a meridian follows from a zone number, and the EPSG codes of CGCS2000 (see `crs.ts`). */
const ZONES = {
  3: { first: 25, last: 45, meridian: (zone: number) => zone * 3, prefixed: 4488, byMeridian: 4534 },
  6: { first: 13, last: 23, meridian: (zone: number) => zone * 6 - 3, prefixed: 4478, byMeridian: 4502 },
} as const;

const FALSE_EASTING_M = 500_000;
const PREFIX_M = 1_000_000;

/** CGCS2000 Gauss-Krüger grid value of a position in degrees. */
export function toGaussKruger(lon: number, lat: number, options: GridOptions): GridPoint {
  const width = options.zoneWidth;
  const zones = ZONES[width];
  const ownZone = width === 3 ? Math.round(lon / 3) : Math.floor(lon / 6) + 1;
  const centralMeridian = options.centralMeridian ?? zones.meridian(ownZone);
  const zone = width === 3 ? centralMeridian / 3 : (centralMeridian + 3) / 6;
  const prefix = options.prefix ? Math.round(zone) * PREFIX_M : 0;
  const definition = gaussKrugerDefinition(centralMeridian, FALSE_EASTING_M + prefix);
  const [eastM, northM] = planarTransform(definition).fromLonLat(lon, lat);
  const official = Number.isInteger(zone) && zone >= zones.first && zone <= zones.last;
  const code = options.prefix ? zones.prefixed + zone : zones.byMeridian + zone - zones.first;
  return { epsg: official ? code : null, centralMeridian, northM, eastM };
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
  const byPrefix = zone === 0 ? undefined : meridianOfPrefix(zone);
  const meridian = zone === 0 ? centralMeridian : byPrefix;
  if (meridian === undefined || !Number.isFinite(northM)) return null;
  const definition = gaussKrugerDefinition(meridian, FALSE_EASTING_M + zone * PREFIX_M);
  const [lon, lat] = planarTransform(definition).toLonLat(eastM, northM);
  return { lon, lat };
}

function meridianOfPrefix(zone: number): number | undefined {
  for (const width of [3, 6] as const) {
    const zones = ZONES[width];
    if (zone >= zones.first && zone <= zones.last) return zones.meridian(zone);
  }
  return undefined;
}
