/** A JSON object of which nothing is known yet. */
export type RawObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is RawObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object without some of its members. */
export function without(object: RawObject, ...names: string[]): RawObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
}

/** How deep positions are nested in the coordinates of each geometry that is read. */
export const GEOMETRY_TYPES: ReadonlyMap<string, number> = new Map([
  ['Point', 0],
  ['MultiPoint', 1],
  ['LineString', 1],
  ['MultiLineString', 2],
  ['Polygon', 2],
  ['MultiPolygon', 3],
]);

export type RawPosition = readonly [number, number, ...unknown[]];

/** Calls back for everything in nested coordinates that begins with two numbers; skips whatever else is there. */
export function eachPosition(coordinates: unknown, visit: (position: RawPosition) => void): void {
  if (!Array.isArray(coordinates)) return;
  if (isPosition(coordinates)) visit(coordinates);
  else for (const item of coordinates) eachPosition(item, visit);
}

/**
 * The same nested coordinates with every position changed; what is not a position stays as it is. The very same
 * array where every position came back the same.
 */
export function mapPositions(coordinates: unknown, change: (position: RawPosition) => unknown): unknown {
  if (!Array.isArray(coordinates)) return coordinates;
  if (isPosition(coordinates)) return change(coordinates);
  const changed = coordinates.map((item) => mapPositions(item, change));
  return changed.every((item, i) => item === coordinates[i]) ? coordinates : changed;
}

function isPosition(value: readonly unknown[]): value is RawPosition {
  return typeof value[0] === 'number' && typeof value[1] === 'number';
}
