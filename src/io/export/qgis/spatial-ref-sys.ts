import { datumOfGeographic, type Datum } from '../../../geo/crs/datum';
import { gaussKrugerZone } from '../../../geo/crs/gauss-kruger-zones';
import type { ExportCrs } from '../formats/export-layer';
import { xmlText } from '../formats/xml';

/**
 * A reference system as QGIS writes it. QGIS goes by the code where the number before it is one of its own list, else
 * by the definition; a system that has neither is unknown to it, too.
 */
export function spatialRefSys({ epsg, wkt, isGeographic }: ExportCrs): string {
  const isProj = wkt?.trimStart().startsWith('+') ?? false;
  const members = {
    wkt: isProj ? '' : (wkt ?? ''),
    proj4: isProj ? (wkt ?? '') : '',
    srsid: epsg ?? 0,
    srid: epsg ?? 0,
    authid: epsg === null ? '' : `EPSG:${epsg}`,
    description: epsg === null ? '' : `EPSG:${epsg}`,
    geographicflag: isGeographic,
  };
  const list = Object.entries(members).map(([name, value]) => `<${name}>${xmlText(String(value))}</${name}>`);
  return `<spatialrefsys>${list.join('')}</spatialrefsys>`;
}

/** Codes of ellipsoids in the EPSG registry. */
const ELLIPSOID_CODES: Readonly<Record<Datum, number>> = {
  wgs84: 7030,
  cgcs2000: 1024,
  xian80: 7049,
  beijing54: 7024,
};

/** The ellipsoid on which QGIS is to measure lengths and areas. */
export function measuringEllipsoid({ epsg }: ExportCrs): string {
  const datum = epsg === null ? null : (gaussKrugerZone(epsg)?.datum ?? datumOfGeographic(epsg));
  return `EPSG:${ELLIPSOID_CODES[datum ?? 'wgs84']}`;
}
