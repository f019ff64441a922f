import type { Position } from 'geojson';
import type { FeatureGeometry, GeoFeature } from './feature';
import type { JsonObject, JsonValue } from './json';
import { textAt, type TextColumn } from './text-column';

/** The geometries that are kept, in the order of their codes in `GeometryColumns.types`. */
export const GEOMETRY_CODES = [
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
] as const satisfies readonly FeatureGeometry['type'][];

/**
 * Geometries of many features on shared arrays: a city's parcels are then a handful of objects, not millions.
 *
 * A *part* is one point, one line or one ring; a ring is closed, its last vertex repeats its first. Vertex `v` is
 * `xy[2v], xy[2v+1]`. All ends are absolute: part `p` is the vertices `partEnds[p-1] … partEnds[p]-1`, feature `f`
 * the parts `featureEnds[f-1] … featureEnds[f]-1` (the first of each begins at 0). `holes[p]` is 1 for a ring that is
 * a hole of the outer ring before it. Outer rings run counter-clockwise, holes clockwise. Heights are not kept.
 */
export interface GeometryColumns {
  /** Place in `GEOMETRY_CODES`, by feature. */
  readonly types: Uint8Array;
  /** Degrees (lon, lat) in a `FeatureTable`; metres of the frame in a `ShapeTable` (geo/). */
  readonly xy: Float64Array;
  readonly partEnds: Uint32Array;
  readonly holes: Uint8Array;
  readonly featureEnds: Uint32Array;
}

/**
 * One property of all features.
 * - `codes`: row's value is `values[codes[row] - 1]`; code 0 is an absent property. For what repeats.
 * - `numbers`: NaN is an absent property. For numbers that mostly differ.
 * - `texts` and `json`: texts that mostly differ, and any other value as its JSON text; `present[row]` is 0 where
 *   the property is absent (`present` is null where no row lacks it).
 */
export type Column =
  | {
      readonly kind: 'codes';
      readonly codes: Uint8Array | Uint16Array | Uint32Array;
      readonly values: readonly JsonValue[];
    }
  | { readonly kind: 'numbers'; readonly numbers: Float64Array }
  | { readonly kind: 'texts' | 'json'; readonly texts: TextColumn; readonly present: Uint8Array | null };

/** What is known of many features beside where they lie. */
export interface AttributeTable {
  readonly size: number;
  /** The ids by which features are known: as text, each once. */
  readonly ids: TextColumn;
  /** `Feature.id` is given (not only `properties.id`), by row: 1 as text, 2 as number; null where none is. */
  readonly ownIds: Uint8Array | null;
  /** Property columns by name, in the order in which the names first appear. */
  readonly columns: ReadonlyMap<string, Column>;
  /**
   * Members beside those above of the few features that have any, by row: foreign ones, `bbox`, and those that the
   * columns cannot say (`properties` that are null, an `id` that is not the feature's name).
   */
  readonly members: ReadonlyMap<number, Readonly<Record<string, unknown>>>;
  /** The same of their geometries; absent where none has any. */
  readonly geometryMembers?: ReadonlyMap<number, Readonly<Record<string, unknown>>>;
}

/** The features of a reference layer as read from its file, sound and repaired, in the file's order. */
export interface FeatureTable extends AttributeTable {
  readonly geometry: GeometryColumns;
}

/** The same with the geometries in an order of their own: geometry `i` is that of row `rows[i]`. */
export interface LaidTable extends AttributeTable {
  readonly laid: GeometryColumns;
  readonly rows: Uint32Array;
}

/** The value in one row; undefined where the property is absent. */
export function valueAt(column: Column, row: number): JsonValue | undefined {
  switch (column.kind) {
    case 'codes': {
      const code = column.codes[row]!;
      return code === 0 ? undefined : column.values[code - 1];
    }
    case 'numbers': {
      const value = column.numbers[row]!;
      return Number.isNaN(value) ? undefined : value;
    }
    case 'texts':
      return column.present?.[row] === 0 ? undefined : textAt(column.texts, row);
    case 'json':
      return column.present?.[row] === 0 ? undefined : (JSON.parse(textAt(column.texts, row)) as JsonValue);
  }
}

export function propertiesAt({ columns }: AttributeTable, row: number): JsonObject {
  const properties: JsonObject = {};
  for (const [name, column] of columns) {
    const value = valueAt(column, row);
    if (value === undefined) continue;
    // Plain assignment of this one name would set the object's prototype.
    if (name === '__proto__') Object.defineProperty(properties, name, { value, ...OWN });
    else properties[name] = value;
  }
  return properties;
}

const OWN = { enumerable: true, configurable: true, writable: true };

/** The whole feature of a row. */
export function featureAt(table: FeatureTable, row: number): GeoFeature {
  return featureAround(table, row, geometryAt(table.geometry, row));
}

/** The whole feature of a row, with its geometry as it is known elsewhere. */
export function featureAround(table: AttributeTable, row: number, bare: FeatureGeometry): GeoFeature {
  const more = table.geometryMembers?.get(row);
  const geometry = more ? { ...bare, ...more } : bare;
  const id = textAt(table.ids, row);
  const own = table.ownIds?.[row] ?? 0;
  return {
    type: 'Feature',
    ...(own === 0 ? {} : { id: own === 2 ? Number(id) : id }),
    properties: propertiesAt(table, row),
    geometry,
    ...table.members.get(row),
  };
}

/** The geometry of a row; `place` makes a position of a vertex (its numbers as they are, if not given). */
export function geometryAt(
  { types, xy, partEnds, holes, featureEnds }: GeometryColumns,
  row: number,
  place: (x: number, y: number) => Position = (x, y) => [x, y],
): FeatureGeometry {
  const firstPart = row === 0 ? 0 : featureEnds[row - 1]!;
  const parts: Position[][] = [];
  const polygons: Position[][][] = [];
  let vertex = firstPart === 0 ? 0 : partEnds[firstPart - 1]!;
  for (let part = firstPart; part < featureEnds[row]!; part++) {
    const positions: Position[] = [];
    for (; vertex < partEnds[part]!; vertex++) positions.push(place(xy[2 * vertex]!, xy[2 * vertex + 1]!));
    parts.push(positions);
    if (holes[part] === 1) polygons.at(-1)?.push(positions);
    else polygons.push([positions]);
  }
  const type = GEOMETRY_CODES[types[row]!]!;
  switch (type) {
    case 'Point':
      return { type, coordinates: parts[0]?.[0] ?? [] };
    case 'MultiPoint':
      return { type, coordinates: parts.flat() };
    case 'LineString':
      return { type, coordinates: parts[0] ?? [] };
    case 'MultiLineString':
      return { type, coordinates: parts };
    case 'Polygon':
      return { type, coordinates: polygons[0] ?? [] };
    case 'MultiPolygon':
      return { type, coordinates: polygons };
  }
}
