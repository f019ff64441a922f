import type { Datum } from './datum';

/** A zone of the Gauss-Krüger grids. */
export interface GaussKrugerZone {
  readonly datum: Datum;
  readonly widthDeg: 3 | 6;
  readonly zone: number;
  /** Whether the easting carries the zone number before it (35 592 075.700). */
  readonly hasPrefix: boolean;
  readonly centralMeridian: number;
  readonly falseEastingM: number;
}

const FALSE_EASTING_M = 500_000;
const PREFIX_M = 1_000_000;

/** Zones of China by width: how many there are, and the first; the meridian of either first one is 75° E. */
const WIDTHS = { 3: { first: 25, count: 21 }, 6: { first: 13, count: 11 } } as const;
const FIRST_MERIDIAN = 75;

/** The EPSG registry's code of each family's first zone, others following by one. */
const FAMILIES: readonly (readonly [datum: Datum, widthDeg: 3 | 6, hasPrefix: boolean, firstCode: number])[] =
  [
    ['cgcs2000', 6, true, 4491],
    ['cgcs2000', 6, false, 4502],
    ['cgcs2000', 3, true, 4513],
    ['cgcs2000', 3, false, 4534],
    ['xian80', 6, true, 2327],
    ['xian80', 6, false, 2338],
    ['xian80', 3, true, 2349],
    ['xian80', 3, false, 2370],
    ['beijing54', 3, true, 2401],
    ['beijing54', 3, false, 2422],
    ['beijing54', 6, true, 21_413],
    ['beijing54', 6, false, 21_453],
  ];

/**
 * The zone of an EPSG code: CGCS2000 4491–4554, Xi'an 80 2327–2390, Beijing 54 2401–2442, 21413–21423 and
 * 21453–21463. Null for any other code.
 */
export function gaussKrugerZone(epsg: number): GaussKrugerZone | null {
  if (!Number.isInteger(epsg)) return null;
  for (const [datum, widthDeg, hasPrefix, firstCode] of FAMILIES) {
    const { first, count } = WIDTHS[widthDeg];
    const step = epsg - firstCode;
    if (step < 0 || step >= count) continue;
    const zone = first + step;
    const prefix = hasPrefix ? zone * PREFIX_M : 0;
    return {
      datum,
      widthDeg,
      zone,
      hasPrefix,
      centralMeridian: FIRST_MERIDIAN + step * widthDeg,
      falseEastingM: FALSE_EASTING_M + prefix,
    };
  }
  return null;
}

/** The EPSG code of a zone; null where the registry has none for that meridian. */
export function gaussKrugerCode(
  datum: Datum,
  widthDeg: 3 | 6,
  hasPrefix: boolean,
  centralMeridian: number,
): number | null {
  const family = FAMILIES.find((one) => one[0] === datum && one[1] === widthDeg && one[2] === hasPrefix);
  const step = (centralMeridian - FIRST_MERIDIAN) / widthDeg;
  const exists = Number.isInteger(step) && step >= 0 && step < WIDTHS[widthDeg].count;
  return family && exists ? family[3] + step : null;
}

/** The code of the grid with this meridian and false easting, 3° zones first; null where there is none. */
export function gaussKrugerCodeOf(
  datum: Datum,
  centralMeridian: number,
  falseEastingM: number,
): number | null {
  for (const widthDeg of [3, 6] as const) {
    for (const hasPrefix of [false, true]) {
      const code = gaussKrugerCode(datum, widthDeg, hasPrefix, centralMeridian);
      if (code !== null && gaussKrugerZone(code)?.falseEastingM === falseEastingM) return code;
    }
  }
  return null;
}

/** The zone width that a zone number of China belongs to (25–45: 3°, 13–23: 6°); null for any other number. */
export function widthOfZone(zone: number): 3 | 6 | null {
  for (const widthDeg of [3, 6] as const) {
    const { first, count } = WIDTHS[widthDeg];
    if (Number.isInteger(zone) && zone >= first && zone < first + count) return widthDeg;
  }
  return null;
}

/** The central meridian of a zone, degrees. */
export function meridianOfZone(widthDeg: 3 | 6, zone: number): number {
  return widthDeg === 3 ? zone * 3 : zone * 6 - 3;
}
