import { err, ok, type Result } from '../../domain/result';
import { bursaWolf, type SevenParameters } from './bursa-wolf';
import type { Crs, LocalGrid } from './crs';
import { datumOfGeographic, ELLIPSOIDS, needsShift, type Datum } from './datum';
import { definedSystem } from './definition';
import { gaussKrugerZone } from './gauss-kruger-zones';
import { fromBd09, fromGcj02, toBd09, toGcj02 } from './offset-systems';
import { transverseMercator, webMercator, type Projection } from './projection';
import { chained, type Reprojection, type Transform } from './transform';

/** How an older datum comes onto CGCS2000: by the user's parameters, or, at the user's word, not at all. */
export type DatumShift = SevenParameters | 'unshifted';

/** Why there is no way: the system is not known, or its datum wants parameters that were not given. */
export type CrsFault = 'unknown' | 'needs-parameters';

/** The projection of a system and the datum that its degrees are on. */
interface Grid {
  /** Null where the coordinates are degrees. */
  readonly projection: Projection | null;
  /** Null: some datum that is taken as it is. */
  readonly datum: Datum | null;
  readonly isExact?: boolean;
}

/**
 * The way between a system and lon/lat, both ways; EPSG codes known here are 4326, 4490, 4214, 4610, 3857,
 * 32601–32660 and the Gauss-Krüger codes of `gaussKrugerZone`. Planar coordinates are east first, as programs write
 * them, whatever the registry's axis order.
 */
export function reprojection(crs: Crs, shift?: DatumShift): Result<Reprojection, CrsFault> {
  if (crs.kind === 'gcj02') return ok({ toLonLat: fromGcj02, fromLonLat: toGcj02, isExact: false });
  if (crs.kind === 'bd09') return ok({ toLonLat: fromBd09, fromLonLat: toBd09, isExact: false });
  const grid = gridOf(crs);
  if (!grid) return err('unknown');
  const plane = grid.projection ?? { toDegrees: same, toPlane: same };
  if (!grid.datum || !needsShift(grid.datum)) {
    return ok({ toLonLat: plane.toDegrees, fromLonLat: plane.toPlane, isExact: grid.isExact ?? true });
  }
  if (shift === undefined) return err('needs-parameters');
  if (shift === 'unshifted') {
    return ok({ toLonLat: plane.toDegrees, fromLonLat: plane.toPlane, isExact: false });
  }
  const { forward, inverse } = bursaWolf(shift, grid.datum, 'cgcs2000');
  return ok({
    toLonLat: chained(plane.toDegrees, forward),
    fromLonLat: chained(inverse, plane.toPlane),
    isExact: true,
  });
}

const same: Transform = (x, y) => [x, y];

function gridOf(crs: Exclude<Crs, { kind: 'gcj02' | 'bd09' }>): Grid | null {
  switch (crs.kind) {
    case 'epsg':
      return epsgGrid(crs.epsg);
    case 'local-grid':
      return localGrid(crs.grid);
    case 'definition': {
      const defined = definedSystem(crs.text);
      return defined && { ...defined, isExact: defined.datum !== null };
    }
  }
}

function epsgGrid(epsg: number): Grid | null {
  const geographic = datumOfGeographic(epsg);
  if (geographic) return { projection: null, datum: geographic };
  if (epsg === 3857) return { projection: webMercator(), datum: 'wgs84' };
  if (Number.isInteger(epsg) && epsg >= 32_601 && epsg <= 32_660) {
    const plane = { centralMeridian: (epsg - 32_600) * 6 - 183, falseEastingM: 500_000, scale: 0.9996 };
    return { projection: transverseMercator('wgs84', plane), datum: 'wgs84' };
  }
  const zone = gaussKrugerZone(epsg);
  return zone && { projection: transverseMercator(zone.datum, zone), datum: zone.datum };
}

function localGrid({ datum, heightM, ...plane }: LocalGrid): Grid {
  const { a, inverseFlattening } = ELLIPSOIDS[datum];
  return { projection: transverseMercator({ a: a + heightM, inverseFlattening }, plane), datum };
}
