const EPSG_NAMES = [
  /^EPSG:(\d+)$/i,
  /^urn:(?:x-)?ogc:def:crs:EPSG:[^:]*:(\d+)$/i,
  /^https?:\/\/www\.opengis\.net\/def\/crs\/EPSG\/[^/]+\/(\d+)$/i,
];
const CRS84_NAMES = [
  /^urn:(?:x-)?ogc:def:crs:OGC:[^:]*:CRS84h?$/i,
  /^(?:OGC:)?CRS84h?$/i,
  /^https?:\/\/www\.opengis\.net\/def\/crs\/OGC\/[^/]+\/CRS84h?$/i,
];

/** The EPSG code that a reference system's name stands for; CRS84 is 4326 (in lon/lat); null if not understood. */
export function parseCrsName(name: string): number | null {
  const text = name.trim();
  if (CRS84_NAMES.some((pattern) => pattern.test(text))) return 4326;
  for (const pattern of EPSG_NAMES) {
    const code = pattern.exec(text)?.[1];
    if (code !== undefined) return Number(code);
  }
  return null;
}

/** What a `crs` member says: nothing, a known code, or something that is not understood, as text. */
export type LegacyCrs =
  | { readonly kind: 'none' }
  | { readonly kind: 'epsg'; readonly epsg: number }
  | { readonly kind: 'unknown'; readonly name: string };

/**
 * Reads the `crs` member that GeoJSON had before RFC 7946 (GeoJSON 2008, section 3): a named system, or the
 * older form `{ "type": "EPSG", "properties": { "code": 4544 } }`.
 */
export function parseCrsMember(member: unknown): LegacyCrs {
  if (member === undefined || member === null) return { kind: 'none' };
  const properties = isObject(member) && isObject(member.properties) ? member.properties : {};
  const name = properties.name ?? properties.code;
  if (typeof name === 'number') return { kind: 'epsg', epsg: name };
  if (typeof name === 'string') {
    const epsg = parseCrsName(/^\d+$/.test(name) ? `EPSG:${name}` : name);
    return epsg === null ? { kind: 'unknown', name } : { kind: 'epsg', epsg };
  }
  return { kind: 'unknown', name: JSON.stringify(member).slice(0, 80) };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
