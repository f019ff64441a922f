import proj4, { type Converter } from 'proj4';
import { ELLIPSOIDS, type Datum, type Ellipsoid } from './datum';
import type { Transform } from './transform';

/** A projection on its own datum: degrees there to metres, and back. No datum is changed. */
export interface Projection {
  readonly toDegrees: Transform;
  readonly toPlane: Transform;
}

/** The plane of a Transverse Mercator projection. */
export interface TransverseMercator {
  readonly centralMeridian: number;
  readonly falseEastingM: number;
  readonly falseNorthingM?: number;
  /** Scale on the central meridian; 1 if absent. */
  readonly scale?: number;
  /** Where northings begin, degrees; the equator if absent. */
  readonly latitudeOfOrigin?: number;
}

export function transverseMercator(ellipsoid: Ellipsoid | Datum, plane: TransverseMercator): Projection {
  const { centralMeridian, falseEastingM, falseNorthingM = 0, scale = 1, latitudeOfOrigin = 0 } = plane;
  const shape = ellipsoidText(typeof ellipsoid === 'string' ? ELLIPSOIDS[ellipsoid] : ellipsoid);
  const text =
    `+proj=tmerc +lat_0=${latitudeOfOrigin} +lon_0=${centralMeridian} +k=${scale} +x_0=${falseEastingM} +y_0=${falseNorthingM}` +
    ` ${shape} +units=m +no_defs`;
  return projection(proj4(`+proj=longlat ${shape} +no_defs`, text));
}

/** Spherical Mercator of web maps (EPSG:3857): degrees of WGS84 on a sphere. */
export function webMercator(): Projection {
  const sphere = '+a=6378137 +b=6378137 +nadgrids=@null +no_defs';
  const text = `+proj=merc +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m ${sphere}`;
  return projection(proj4(`+proj=longlat ${sphere}`, text));
}

/** A converter of proj4 from degrees to a plane. What it cannot convert is NaN. */
export function projection(converter: Converter): Projection {
  return {
    toDegrees: (x, y) => converted((at) => converter.inverse(at), x, y),
    toPlane: (lon, lat) => converted((at) => converter.forward(at), lon, lat),
  };
}

export function ellipsoidText({ a, inverseFlattening }: Ellipsoid): string {
  return `+a=${a} +rf=${inverseFlattening}`;
}

/** The library throws for what is not finite, and answers nothing for what its projection does not hold. */
function converted(
  convert: (at: [number, number]) => readonly number[] | undefined,
  x: number,
  y: number,
): [number, number] {
  if (!Number.isFinite(x) || !Number.isFinite(y)) return [NaN, NaN];
  const to = convert([x, y]);
  return [to?.[0] ?? NaN, to?.[1] ?? NaN];
}
