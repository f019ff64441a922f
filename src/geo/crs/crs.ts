import { datumOfGeographic, type Datum } from './datum';

/**
 * An office's own grid: Transverse Mercator on a meridian of its choice and on a surface at a height of its choice.
 * The surface is the datum's ellipsoid with its axes longer by the height (椭球膨胀法).
 */
export interface LocalGrid {
  readonly datum: Datum;
  readonly centralMeridian: number;
  /** Height of the projection surface 投影面高程, metres. */
  readonly heightM: number;
  readonly falseEastingM: number;
  readonly falseNorthingM: number;
  /** Scale on the central meridian; 1 if absent. */
  readonly scale?: number;
  /** Where northings begin, degrees; the equator if absent. */
  readonly latitudeOfOrigin?: number;
}

/** A reference system as a value. The parameters of a datum are no part of it: they are secret, and given apart. */
export type Crs =
  | { readonly kind: 'epsg'; readonly epsg: number }
  /** A PROJ text or well-known text. */
  | { readonly kind: 'definition'; readonly text: string }
  | { readonly kind: 'local-grid'; readonly grid: LocalGrid }
  | { readonly kind: 'gcj02' }
  | { readonly kind: 'bd09' };

export const LON_LAT: Crs = { kind: 'epsg', epsg: 4490 };

export function epsgCrs(epsg: number): Crs {
  return { kind: 'epsg', epsg };
}

/** Whether positions in the system are lon/lat as this tool keeps them, and need nothing done to them. */
export function isLonLat(crs: Crs): boolean {
  return crs.kind === 'epsg' && (crs.epsg === 4326 || crs.epsg === 4490);
}

const GEOGRAPHIC_DEFINITION = /^\s*GEO(?:GCS|GCRS|DCRS|GRAPHIC)|\+proj=(?:longlat|latlong|lonlat|latlon)\b/i;

/** Whether the system's coordinates are degrees. */
export function isInDegrees(crs: Crs): boolean {
  if (crs.kind === 'epsg') return datumOfGeographic(crs.epsg) !== null;
  if (crs.kind === 'definition') return GEOGRAPHIC_DEFINITION.test(crs.text);
  return crs.kind === 'gcj02' || crs.kind === 'bd09';
}

/** How a system is called in a text: `EPSG:4544`, `GCJ-02`, the definition itself. */
export function crsLabel(crs: Crs): string {
  switch (crs.kind) {
    case 'epsg':
      return `EPSG:${crs.epsg}`;
    case 'definition':
      return /^\w+\["([^"]+)"/.exec(crs.text)?.[1] ?? crs.text;
    case 'local-grid': {
      const { datum, centralMeridian, heightM, falseEastingM, falseNorthingM } = crs.grid;
      const { scale = 1, latitudeOfOrigin = 0 } = crs.grid;
      return [
        `${datum} ${centralMeridian}°E`,
        `H ${heightM} m, E0 ${falseEastingM} m, N0 ${falseNorthingM} m`,
        ...(scale === 1 ? [] : [`k ${scale}`]),
        ...(latitudeOfOrigin === 0 ? [] : [`B0 ${latitudeOfOrigin}°`]),
      ].join(', ');
    }
    case 'gcj02':
      return 'GCJ-02';
    case 'bd09':
      return 'BD-09';
  }
}
