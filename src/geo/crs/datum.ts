/** The geodetic datums that are met in Chinese planning data. */
export type Datum = 'wgs84' | 'cgcs2000' | 'xian80' | 'beijing54';

export interface Ellipsoid {
  /** Semi-major axis, metres. */
  readonly a: number;
  readonly inverseFlattening: number;
}

/** Ellipsoids: WGS84; CGCS2000 (GB/T 28584); IAG 1975; Krassowsky 1940. */
export const ELLIPSOIDS: Readonly<Record<Datum, Ellipsoid>> = {
  wgs84: { a: 6_378_137, inverseFlattening: 298.257223563 },
  cgcs2000: { a: 6_378_137, inverseFlattening: 298.257222101 },
  xian80: { a: 6_378_140, inverseFlattening: 298.257 },
  beijing54: { a: 6_378_245, inverseFlattening: 298.3 },
};

/** EPSG codes of the systems in degrees of each datum. */
const GEOGRAPHIC: Readonly<Record<Datum, number>> = {
  wgs84: 4326,
  cgcs2000: 4490,
  xian80: 4610,
  beijing54: 4214,
};

export const DATUMS = Object.keys(ELLIPSOIDS) as readonly Datum[];

/** Whether positions must be moved to come onto CGCS2000, by parameters that are not public. */
export function needsShift(datum: Datum): boolean {
  return datum === 'xian80' || datum === 'beijing54';
}

export function geographicCode(datum: Datum): number {
  return GEOGRAPHIC[datum];
}

/** The datum whose degrees an EPSG code stands for; null for any other code. */
export function datumOfGeographic(epsg: number): Datum | null {
  return DATUMS.find((datum) => GEOGRAPHIC[datum] === epsg) ?? null;
}

/** The datum of an ellipsoid, by its axis and inverse flattening; null for any other. */
export function datumOfEllipsoid(a: number, inverseFlattening: number): Datum | null {
  const close = (x: number, y: number, tolerance: number) => Math.abs(x - y) < tolerance;
  return (
    DATUMS.find(
      (datum) =>
        close(a, ELLIPSOIDS[datum].a, 1e-3) &&
        close(inverseFlattening, ELLIPSOIDS[datum].inverseFlattening, 5e-7),
    ) ?? null
  );
}
