import { ok, type Result } from '../../../domain/result';
import { isInDegrees, isLonLat, type Crs, type LocalGrid } from '../../../geo/crs/crs';
import { ELLIPSOIDS } from '../../../geo/crs/datum';
import { reprojection, type CrsFault, type DatumShift } from '../../../geo/crs/reprojection';
import type { Transform } from '../../../geo/crs/transform';
import type { ExportCrs } from '../formats/export-layer';

/** Where the coordinates of an export go. */
export interface TargetSystem {
  readonly crs: Crs;
  readonly exportCrs: ExportCrs;
  /** Null: lon/lat stay as they are. */
  readonly fromLonLat: Transform | null;
  readonly toLonLat: Transform;
  /** Decimals that are kept: 0.1 mm. */
  readonly decimals: number;
  /** Whether the way there is known exactly. */
  readonly isExact: boolean;
}

export function targetSystem(crs: Crs, shift?: DatumShift): Result<TargetSystem, CrsFault> {
  const way = reprojection(crs, shift);
  if (!way.ok) return way;
  const { toLonLat, fromLonLat, isExact } = way.value;
  return ok({
    crs,
    exportCrs: exportCrs(crs),
    fromLonLat: isLonLat(crs) ? null : fromLonLat,
    toLonLat,
    decimals: isInDegrees(crs) ? 9 : 4,
    isExact,
  });
}

function exportCrs(crs: Crs): ExportCrs {
  return {
    epsg: crs.kind === 'epsg' ? crs.epsg : null,
    wkt: crs.kind === 'definition' ? crs.text : crs.kind === 'local-grid' ? gridText(crs.grid) : null,
    isGeographic: isInDegrees(crs),
  };
}

/** A local grid as well-known text (WKT 1): its ellipsoid is that of the datum, its axes longer by the height. */
function gridText({ datum, centralMeridian, heightM, ...plane }: LocalGrid): string {
  const { falseEastingM, falseNorthingM, scale = 1, latitudeOfOrigin = 0 } = plane;
  const { a, inverseFlattening } = ELLIPSOIDS[datum];
  const ellipsoid = `SPHEROID["${datum} H ${heightM}",${a + heightM},${inverseFlattening}]`;
  const degrees = `GEOGCS["${datum} H ${heightM}",DATUM["${datum} H ${heightM}",${ellipsoid}],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]`;
  const parameters = Object.entries({
    latitude_of_origin: latitudeOfOrigin,
    central_meridian: centralMeridian,
    scale_factor: scale,
    false_easting: falseEastingM,
    false_northing: falseNorthingM,
  }).map(([name, value]) => `PARAMETER["${name}",${value}]`);
  return `PROJCS["Local grid",${degrees},PROJECTION["Transverse_Mercator"],${parameters.join(',')},UNIT["metre",1]]`;
}
