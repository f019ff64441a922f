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
  layer: Pick<SourceLayer, 'geojson'>,
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
      unmatched.push(JSON.stringify(id));
      continue;
    }
    metres = Math.max(metres, polygonGap(real.geometry!, geometry, toLonLat));
    for (const field of fields) {
      const [given, wanted] = [named[field] ?? null, real.properties[field] ?? null];
      if (given !== wanted) attributes.push(JSON.stringify({ id, field, given, wanted }));
    }
  }
  for (const id of truth.keys()) unmatched.push(`lacks ${JSON.stringify(id)}`);
  return { metres, unmatched, attributes };
}

const METRES_PER_DEGREE = 111_320;

/** Metres between equal polygons: their parts in any order, and rings wherever each begins and whichever way it runs. */
export function polygonGap(
  real: Geometry,
  given: Geometry | null,
  toLonLat: (x: number, y: number) => readonly number[],
): number {
  const [realParts, givenParts] = [polygonsOf(real), given ? polygonsOf(given) : []];
  if (realParts.length !== givenParts.length) return Infinity;
  const placed = givenParts.map((rings) =>
    rings.map((ring) => ring.map(([x = NaN, y = NaN]) => toLonLat(x, y))),
  );
  return Math.max(...realParts.map((rings) => Math.min(...placed.map((other) => ringsGap(rings, other)))));
}

/** The outer ring comes first, holes in any order. */
function ringsGap(a: readonly Position[][], b: readonly (readonly number[])[][]): number {
  const [outerA, ...holesA] = a;
  const [outerB, ...holesB] = b;
  if (!outerA || !outerB || holesA.length !== holesB.length) return Infinity;
  const holes = holesA.map((hole) => Math.min(...holesB.map((other) => ringGap(hole, other))));
  return Math.max(ringGap(outerA, outerB), ...holes);
}

function ringGap(a: readonly Position[], b: readonly (readonly number[])[]): number {
  if (a.length !== b.length) return Infinity;
  return Math.max(...a.map((corner) => Math.min(...b.map((to) => gap(corner, to)))));
}

function gap([lonA = NaN, latA = NaN]: Position, [lonB = NaN, latB = NaN]: readonly number[]): number {
  return Math.hypot((lonA - lonB) * Math.cos((latA * Math.PI) / 180), latA - latB) * METRES_PER_DEGREE;
}

function polygonsOf(geometry: Geometry): Position[][][] {
  if (geometry.type === 'Polygon') return [geometry.coordinates];
  return geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
}
