import type { ExportCrs } from './export-layer';

/** How `ogr2ogr` is told the system of the coordinates. */
export function crsArguments({ epsg, wkt }: ExportCrs): string[] {
  if (epsg !== null) return ['-a_srs', `EPSG:${epsg}`];
  return wkt === null ? [] : ['-a_srs', wkt];
}

/** Whether coordinates are degrees of WGS84 or of CGCS2000, which are the same for this work. */
export function isWgs84({ epsg }: ExportCrs): boolean {
  return epsg === 4326 || epsg === 4490;
}

/** What a person is told of the system; empty where it has no code. */
export function crsName({ epsg }: ExportCrs): string {
  return epsg === null ? '' : `EPSG:${epsg}`;
}
