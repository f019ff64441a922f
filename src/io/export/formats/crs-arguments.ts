import type { ExportCrs } from './export-layer';

/** How `ogr2ogr` is told the system of the coordinates. */
export function crsArguments({ epsg, wkt }: ExportCrs): string[] {
  if (epsg !== null) return ['-a_srs', `EPSG:${epsg}`];
  return wkt === null ? [] : ['-a_srs', wkt];
}
