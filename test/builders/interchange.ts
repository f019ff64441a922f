import type { Geometry, Position } from 'geojson';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { JsonObject } from '../../src/domain/json';
import type { SourceFile, SourceLayer } from '../../src/io/import/formats/source-layer';
import { unpack } from '../../src/io/project/zip-source';

const FOLDER = 'test/fixtures/interchange';

export interface Parcel {
  readonly geometry: Geometry | null;
  readonly properties: JsonObject;
}

/** A file of the interchange set, unpacked: as it would be dropped, without `.gz`. */
export function interchangeFile(name: string): SourceFile {
  const bytes = new Uint8Array(readFileSync(`${FOLDER}/${name}`));
  if (!name.endsWith('.gz')) return { name, bytes };
  return { name: name.slice(0, -3), bytes: new Uint8Array(gunzipSync(bytes)) };
}

/** The files within a zip of the interchange set. */
export function interchangeZip(name: string): SourceFile[] {
  const files = unpack(interchangeFile(name).bytes, name);
  if (!files.ok) throw new Error(files.error.code);
  return Array.from(files.value, ([path, bytes]) => ({ name: path, bytes }));
}

export function parcelsOf(geojson: Uint8Array): Parcel[] {
  return (JSON.parse(new TextDecoder().decode(geojson)) as { features: Parcel[] }).features;
}

/** The parcels as they are: longitude, latitude. */
export function trueParcels(): Parcel[] {
  return parcelsOf(interchangeFile('parcels.geojson.gz').bytes);
}

/** How the fields of the set are named where names are cut to ten bytes of UTF-8. */
export const CUT_NAMES: Readonly<Record<string, string>> = {
  地块编: '地块编号',
  用地代: '用地代码',
  用地性: '用地性质',
  地块名: '地块名称',
};

interface Difference {
  /** Largest distance of a corner from its true place, metres; infinite where shapes are not the same at all. */
  readonly metres: number;
  /** Parcels lacking or too many, by number. */
  readonly unmatched: readonly string[];
  /** Attributes that differ, as text. */
  readonly attributes: readonly string[];
}

/** How a layer that was read differs from the truth; attributes are compared by the true names in `fields`. */
export function differenceFromTruth(
  layer: SourceLayer,
  toLonLat: (x: number, y: number) => readonly number[],
  { names = {}, fields }: { names?: Readonly<Record<string, string>>; fields: readonly string[] },
): Difference {
  const truth = new Map(trueParcels().map((parcel) => [parcel.properties.地块编号, parcel]));
  let metres = 0;
  const unmatched: string[] = [];
  const attributes: string[] = [];
  for (const { geometry, properties } of parcelsOf(layer.geojson)) {
    const named = Object.fromEntries(
      Object.entries(properties).map(([name, value]) => [names[name] ?? name, value]),
    );
    const id = named.地块编号;
    const real = truth.get(id);
    if (!real || !truth.delete(id)) {
      unmatched.push(String(id));
      continue;
    }
    metres = Math.max(metres, distance(real.geometry!, geometry, toLonLat));
    for (const field of fields) {
      const [given, wanted] = [named[field] ?? null, real.properties[field] ?? null];
      if (given !== wanted) attributes.push(`${String(id)} ${field}: ${String(given)} ≠ ${String(wanted)}`);
    }
  }
  for (const id of truth.keys()) unmatched.push(`-${String(id)}`);
  return { metres, unmatched, attributes };
}

const METRES_PER_DEGREE = 111_320;

/** Between equal rings, wherever each begins and whichever way it runs. */
function distance(
  real: Geometry,
  given: Geometry | null,
  toLonLat: (x: number, y: number) => readonly number[],
): number {
  const [realRings, givenRings] = [ringsOf(real), given ? ringsOf(given) : []];
  if (realRings.length !== givenRings.length) return Infinity;
  const placed = givenRings.map((ring) => ring.map(([x = NaN, y = NaN]) => toLonLat(x, y)));
  let most = 0;
  for (const ring of realRings) {
    const gaps = placed
      .filter(({ length }) => length === ring.length)
      .map((other) => Math.max(...ring.map((corner) => Math.min(...other.map((to) => gap(corner, to))))));
    most = Math.max(most, Math.min(...gaps));
  }
  return most;
}

function gap([lonA = NaN, latA = NaN]: Position, [lonB = NaN, latB = NaN]: readonly number[]): number {
  return Math.hypot((lonA - lonB) * Math.cos((latA * Math.PI) / 180), latA - latB) * METRES_PER_DEGREE;
}

function ringsOf(geometry: Geometry): Position[][] {
  if (geometry.type === 'Polygon') return geometry.coordinates;
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : [];
}
