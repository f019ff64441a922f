import proj4 from 'proj4';
import { datumOfEllipsoid, ELLIPSOIDS, geographicCode, type Datum } from './datum';
import { epsgCrs, type Crs } from './crs';
import { gaussKrugerCodeOf } from './gauss-kruger-zones';
import { ellipsoidText, projection, type Projection } from './projection';

/** What a definition comes to: a projection, and the datum that its degrees are on. */
export interface DefinedSystem {
  readonly projection: Projection;
  /** Null where the datum is none of those known here. */
  readonly datum: Datum | null;
  /** Whether the definition itself says how its datum comes onto WGS84, and the projection does that. */
  readonly hasOwnShift: boolean;
}

/** What proj4 makes of a definition; angles in radians, lengths in metres. */
interface Parsed {
  readonly projName: string;
  readonly a: number;
  readonly b: number;
  readonly rf?: number;
  readonly lat0?: number;
  readonly long0?: number;
  readonly x0?: number;
  readonly y0?: number;
  readonly k0?: number;
  readonly to_meter?: number;
  readonly from_greenwich?: number;
  readonly datum: { readonly datum_type: number };
}

/** proj4's numbers for ways between datums: by three or seven parameters, by a grid file, none. */
const BY_PARAMETERS: ReadonlySet<number> = new Set([1, 2]);
const BY_GRID = 3;
const NO_DATUM = 5;

type ProjObject = InstanceType<typeof proj4.Proj>;

/** Reads a PROJ text or well-known text (OGC 1 and 2, ESRI); null if it cannot be used. */
export function definedSystem(text: string): DefinedSystem | null {
  const read = parse(text);
  if (!read) return null;
  const { parsed, system } = read;
  if (parsed.datum.datum_type === BY_GRID) return null;
  const datum = datumOf(parsed);
  const hasOwnShift = saysShift(text) && BY_PARAMETERS.has(parsed.datum.datum_type);
  if (hasOwnShift) return { projection: projection(proj4('WGS84', system)), datum: 'wgs84', hasOwnShift };
  // The library knows shifts of its own for some datums' names, good to metres: not those the user would want.
  system.datum.datum_type = NO_DATUM;
  const rf = parsed.rf ?? parsed.a / (parsed.a - parsed.b);
  const shape = datum
    ? ellipsoidText(ELLIPSOIDS[datum])
    : ellipsoidText({ a: parsed.a, inverseFlattening: rf });
  return { projection: projection(proj4(`+proj=longlat ${shape} +no_defs`, system)), datum, hasOwnShift };
}

/**
 * The system that a definition stands for, by its numbers rather than by its name: an EPSG code where there is one
 * with the same numbers, else the definition. Null if it cannot be used.
 */
export function crsOfDefinition(text: string): Crs | null {
  const defined = definedSystem(text);
  const read = parse(text);
  if (!defined || !read) return null;
  const code = defined.hasOwnShift ? null : codeOf(read.parsed);
  return code === null ? { kind: 'definition', text } : epsgCrs(code);
}

function codeOf(parsed: Parsed): number | null {
  const { projName, lat0 = 0, long0 = 0, x0 = 0, y0 = 0, k0 = 1, from_greenwich = 0 } = parsed;
  if (/^(merc|mercator_auxiliary_sphere|popular_visualisation_pseudo_mercator)$/i.test(projName)) {
    const isWebMercator = parsed.a === 6_378_137 && (parsed.a === parsed.b || projName !== 'merc');
    return isWebMercator && long0 === 0 && x0 === 0 && y0 === 0 && k0 === 1 ? 3857 : null;
  }
  const datum = datumOf(parsed);
  if (!datum || from_greenwich !== 0) return null;
  if (projName === 'longlat') return geographicCode(datum);
  if (!/^(tmerc|etmerc|utm|(extended[_ ])?transverse[_ ]mercator|gauss[_ ]kruger)$/i.test(projName))
    return null;
  if (Math.abs(lat0) > 1e-12 || y0 !== 0 || (parsed.to_meter ?? 1) !== 1) return null;
  const meridian = Math.round((long0 * 180e9) / Math.PI) / 1e9;
  if (k0 === 1) return gaussKrugerCodeOf(datum, meridian, x0);
  const utmZone = (meridian + 183) / 6;
  const isUtm = datum === 'wgs84' && k0 === 0.9996 && x0 === 500_000 && Number.isInteger(utmZone);
  return isUtm ? 32_600 + utmZone : null;
}

function datumOf({ a, b, rf }: Parsed): Datum | null {
  return datumOfEllipsoid(a, rf ?? a / (a - b));
}

/** Whether a definition gives parameters to WGS84 in its own words. */
function saysShift(text: string): boolean {
  return /\+towgs84=|TOWGS84\s*\[|BOUNDCRS\s*\[/i.test(text);
}

function parse(text: string): { parsed: Parsed; system: ProjObject } | null {
  if (!/^\s*(\+|[A-Za-z_0-9]+\s*[[(])/.test(text)) return null;
  let system: ProjObject;
  try {
    system = new proj4.Proj(text.trim());
  } catch {
    // The library throws texts as well as errors for what it cannot read.
    return null;
  }
  const parsed = system as unknown as Parsed;
  const numbers = [parsed.a, parsed.b, parsed.lat0, parsed.long0, parsed.x0, parsed.y0, parsed.k0];
  return numbers.every((value) => value === undefined || Number.isFinite(value)) ? { parsed, system } : null;
}
