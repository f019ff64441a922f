import proj4 from 'proj4';

/** Turns planar or geographic coordinates of one reference system into those of another, both x (east) first. */
export type Transform = (x: number, y: number) => [number, number];

const WGS84_LON_LAT = '+proj=longlat +datum=WGS84 +no_defs';
const CGCS2000_LON_LAT = '+proj=longlat +ellps=GRS80 +no_defs';

/** Systems whose coordinates are degrees. */
const GEOGRAPHIC: ReadonlySet<number> = new Set([4326, 4490]);

interface GaussKrugerZone {
  readonly centralMeridian: number;
  readonly falseEastingM: number;
}

/**
 * The zone of a CGCS2000 Gauss-Krüger system, EPSG:4491–4554: 6° zones 13–23 with the zone number before the
 * easting (4491–4501) or by central meridian (4502–4512), 3° zones 25–45 with it (4513–4533) or by central
 * meridian (4534–4554). Null for any other code.
 */
export function gaussKrugerZone(epsg: number): GaussKrugerZone | null {
  if (!Number.isInteger(epsg)) return null;
  if (epsg >= 4491 && epsg <= 4501) return prefixed(epsg - 4478, (epsg - 4478) * 6 - 3);
  if (epsg >= 4502 && epsg <= 4512)
    return { centralMeridian: 75 + (epsg - 4502) * 6, falseEastingM: 500_000 };
  if (epsg >= 4513 && epsg <= 4533) return prefixed(epsg - 4488, (epsg - 4488) * 3);
  if (epsg >= 4534 && epsg <= 4554)
    return { centralMeridian: 75 + (epsg - 4534) * 3, falseEastingM: 500_000 };
  return null;
}

function prefixed(zone: number, centralMeridian: number): GaussKrugerZone {
  return { centralMeridian, falseEastingM: zone * 1_000_000 + 500_000 };
}

/** The PROJ text of a CGCS2000 Gauss-Krüger projection (ellipsoid of CGCS2000: a and f of GRS80). */
export function gaussKrugerDefinition(centralMeridian: number, falseEastingM: number): string {
  return `+proj=tmerc +lat_0=0 +lon_0=${centralMeridian} +k=1 +x_0=${falseEastingM} +y_0=0 +ellps=GRS80 +units=m +no_defs`;
}

function definitionOf(epsg: number): string | null {
  if (epsg === 4326) return WGS84_LON_LAT;
  if (epsg === 4490) return CGCS2000_LON_LAT;
  if (epsg === 3857) {
    return '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs';
  }
  if (epsg >= 32_601 && epsg <= 32_660 && Number.isInteger(epsg)) {
    return `+proj=utm +zone=${epsg - 32_600} +datum=WGS84 +units=m +no_defs`;
  }
  const zone = gaussKrugerZone(epsg);
  return zone && gaussKrugerDefinition(zone.centralMeridian, zone.falseEastingM);
}

export function isGeographic(epsg: number): boolean {
  return GEOGRAPHIC.has(epsg);
}

/**
 * From the system `epsg` to lon/lat degrees and back; null for a system that is not known here: known are 4326,
 * 4490, 3857, 4491–4554 (CGCS2000 Gauss-Krüger) and 32601–32660 (UTM north). WGS84 and CGCS2000 are taken as
 * equal. Planar coordinates are east first, as GIS programs write them into GeoJSON, whatever EPSG's axis order.
 */
export function reproject(epsg: number): { toLonLat: Transform; fromLonLat: Transform } | null {
  const definition = definitionOf(epsg);
  if (definition === null) return null;
  if (isGeographic(epsg)) {
    const same: Transform = (x, y) => [x, y];
    return { toLonLat: same, fromLonLat: same };
  }
  return planarTransform(definition);
}

/** As `reproject`, for a PROJ text of a projection on the ellipsoid of WGS84 or CGCS2000. */
export function planarTransform(definition: string): { toLonLat: Transform; fromLonLat: Transform } {
  const geographic = definition.includes('GRS80') ? CGCS2000_LON_LAT : WGS84_LON_LAT;
  const converter = proj4(geographic, definition);
  return {
    toLonLat: (x, y) => pair(converter.inverse([x, y])),
    fromLonLat: (lon, lat) => pair(converter.forward([lon, lat])),
  };
}

function pair(position: readonly number[]): [number, number] {
  return [position[0]!, position[1]!];
}
