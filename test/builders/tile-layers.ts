import Flatbush from 'flatbush';
import { GEOMETRY_CODES, type Column } from '../../src/domain/feature-table';
import type { FeatureGeometry } from '../../src/domain/feature';
import type { JsonObject, JsonValue } from '../../src/domain/json';
import type { LayerName } from '../../src/domain/layer';
import { textColumnOf } from '../../src/domain/text-column';
import type { TileLayer } from '../../src/engine/tiles/tile-layer';
import type { ShapeTable } from '../../src/geo/shape-table';
import { randomSource } from './random';

/** A feature whose geometry is in metres of the frame. */
export interface PlanarFeature {
  readonly id: string;
  readonly geometry: FeatureGeometry;
  readonly properties?: JsonObject;
}

type Place = readonly number[];

/** A ring closed, and wound counter-clockwise or, for a hole, clockwise. */
function wound(ring: readonly Place[], hole: boolean): readonly Place[] {
  const [first] = ring;
  const last = ring.at(-1);
  const open = first !== undefined && last?.[0] === first[0] && last?.[1] === first[1] ? ring.slice(1) : ring;
  const doubleArea = open.reduce((sum, [x = NaN, y = NaN], i) => {
    const [nextX = NaN, nextY = NaN] = open[(i + 1) % open.length]!;
    return sum + x * nextY - nextX * y;
  }, 0);
  const turned = doubleArea > 0 === hole ? open.toReversed() : open;
  return [...turned, turned[0]!];
}

/** Parts of a geometry in the order of the table, and which of them are holes. */
function partsOf(
  geometry: FeatureGeometry,
): { readonly positions: readonly Place[]; readonly hole: boolean }[] {
  const line = (positions: readonly Place[]) => ({ positions, hole: false });
  const polygon = (rings: readonly (readonly Place[])[]) =>
    rings.map((ring, i) => ({ positions: wound(ring, i > 0), hole: i > 0 }));
  switch (geometry.type) {
    case 'Point':
      return [line([geometry.coordinates])];
    case 'MultiPoint':
      return geometry.coordinates.map((position) => line([position]));
    case 'LineString':
      return [line(geometry.coordinates)];
    case 'MultiLineString':
      return geometry.coordinates.map(line);
    case 'Polygon':
      return polygon(geometry.coordinates);
    case 'MultiPolygon':
      return geometry.coordinates.flatMap(polygon);
  }
}

export function shapeTableOf(geometries: readonly FeatureGeometry[]): ShapeTable {
  const xy: number[] = [];
  const partEnds: number[] = [];
  const holes: number[] = [];
  const featureEnds: number[] = [];
  const boxes: number[] = [];
  for (const geometry of geometries) {
    const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const { positions, hole } of partsOf(geometry)) {
      for (const [x = NaN, y = NaN] of positions) {
        xy.push(x, y);
        box[0] = Math.min(box[0], x);
        box[1] = Math.min(box[1], y);
        box[2] = Math.max(box[2], x);
        box[3] = Math.max(box[3], y);
      }
      partEnds.push(xy.length / 2);
      holes.push(Number(hole));
    }
    featureEnds.push(partEnds.length);
    boxes.push(...box);
  }
  return withAreas({
    size: geometries.length,
    types: Uint8Array.from(geometries, ({ type }) => GEOMETRY_CODES.indexOf(type)),
    xy: Float64Array.from(xy),
    partEnds: Uint32Array.from(partEnds),
    holes: Uint8Array.from(holes),
    featureEnds: Uint32Array.from(featureEnds),
    boxes: Float64Array.from(boxes),
  });
}

function withAreas(shapes: Omit<ShapeTable, 'areas'>): ShapeTable {
  const { xy, partEnds, featureEnds, types, size } = shapes;
  const areas = new Float64Array(size);
  let part = 0;
  let vertex = 0;
  for (let slot = 0; slot < size; slot++) {
    for (; part < featureEnds[slot]!; part++) {
      const first = vertex;
      for (; vertex < partEnds[part]!; vertex++) {
        if (vertex === first || types[slot]! < 4) continue;
        const [ax, ay, bx, by] = xy.subarray(2 * vertex - 2, 2 * vertex + 2);
        areas[slot]! += (ax! * by! - bx! * ay!) / 2;
      }
    }
  }
  return { ...shapes, areas };
}

export function codesColumn(values: readonly (JsonValue | undefined)[]): Column {
  const distinct = [...new Set(values.filter((value) => value !== undefined))];
  const codes = Uint32Array.from(values, (value) => (value === undefined ? 0 : distinct.indexOf(value) + 1));
  return { kind: 'codes', codes, values: distinct };
}

/** A layer of few features, searched through a packed tree. */
export function tileLayerOf(name: LayerName, features: readonly PlanarFeature[]): TileLayer {
  const shapes = shapeTableOf(features.map(({ geometry }) => geometry));
  const names = [...new Set(features.flatMap(({ properties }) => Object.keys(properties ?? {})))];
  const columns = names.map((key) => [key, codesColumn(features.map((f) => f.properties?.[key]))] as const);
  return layerFrom(
    name,
    shapes,
    features.map(({ id }) => id),
    new Map(columns),
  );
}

function layerFrom(
  name: LayerName,
  shapes: ShapeTable,
  ids: readonly string[],
  columns: ReadonlyMap<string, Column>,
): TileLayer {
  const { boxes, size } = shapes;
  const tree = new Flatbush(Math.max(1, size));
  for (let i = 0; i < 4 * size; i += 4) tree.add(boxes[i]!, boxes[i + 1]!, boxes[i + 2], boxes[i + 3]);
  if (size === 0) tree.add(0, 0, 0, 0);
  tree.finish();
  return {
    name,
    shapes,
    rows: Uint32Array.from({ length: size }, (_, slot) => slot),
    table: {
      size,
      ids: textColumnOf(ids),
      ownIds: null,
      columns,
      members: new Map(),
    },
    search: ({ minX, minY, maxX, maxY }) => Uint32Array.from(tree.search(minX, minY, maxX, maxY)),
  };
}

/** Codes of land use that a city has most of, the commonest first. */
const USES = [
  '0701',
  '0701',
  '0701',
  '0901',
  '1001',
  '1401',
  '0804',
  '1207',
  '0801',
  '1301',
  '0601',
] as const;
/** Parcels along a block's side; a block has one use more often than not. */
const BLOCK = 4;
const CORNERS = 13;

/**
 * A seeded city of square blocks, in the order of places: `side²` blocks of 16 parcels, each parcel of 12 corners and
 * the closing one (as in a survey: straight sides have stones too), 50 m apart, with streets between the blocks.
 */
export function cityLayer(side: number, seed: number): TileLayer {
  const random = randomSource(seed);
  const size = side * side * BLOCK * BLOCK;
  const xy = new Float64Array(2 * CORNERS * size);
  const boxes = new Float64Array(4 * size);
  const uses: string[] = [];
  const pitch = 50 * BLOCK + 24;
  let slot = 0;
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const use = USES[Math.floor(USES.length * random() ** 1.5)]!;
      for (let i = 0; i < BLOCK * BLOCK; i++) {
        const x = (column - side / 2) * pitch + 50 * (i % BLOCK);
        const y = (row - side / 2) * pitch + 50 * Math.floor(i / BLOCK);
        putParcel(xy, boxes, slot, x, y, random);
        uses.push(random() < 0.8 ? use : USES[Math.floor(USES.length * random())]!);
        slot += 1;
      }
    }
  }
  const shapes: ShapeTable = {
    size,
    types: new Uint8Array(size).fill(GEOMETRY_CODES.indexOf('Polygon')),
    xy,
    partEnds: Uint32Array.from({ length: size }, (_, i) => CORNERS * (i + 1)),
    holes: new Uint8Array(size),
    featureEnds: Uint32Array.from({ length: size }, (_, i) => i + 1),
    boxes,
    areas: new Float64Array(size).fill(2500),
  };
  const distinct = [...new Set(uses)];
  const codes = Uint8Array.from(uses, (use) => distinct.indexOf(use) + 1);
  return layerFrom(
    'parcels',
    shapes,
    Array.from({ length: size }, (_, i) => `dk-${String(i).padStart(7, '0')}`),
    new Map<string, Column>([
      ['codeScheme', { kind: 'codes', codes: new Uint8Array(size).fill(1), values: ['MNR2023'] }],
      ['landUse', { kind: 'codes', codes, values: distinct }],
    ]),
  );
}

/** Twelve stones around a square of 50 m, those on its sides a little off the line. */
function putParcel(
  xy: Float64Array,
  boxes: Float64Array,
  slot: number,
  x: number,
  y: number,
  random: () => number,
): void {
  const box = [Infinity, Infinity, -Infinity, -Infinity] as [number, number, number, number];
  for (let k = 0; k < CORNERS; k++) {
    const corner = k % 12;
    const side = Math.floor(corner / 3);
    const along = ((corner % 3) / 3) * 48;
    const off = corner % 3 === 0 ? 0 : 2 * random();
    const [dx, dy] = (
      [
        [along, off],
        [48 - off, along],
        [48 - along, 48 - off],
        [off, 48 - along],
      ] as const
    )[side]!;
    const at = 2 * (CORNERS * slot + k);
    xy[at] = k === 12 ? xy[2 * CORNERS * slot]! : x + dx;
    xy[at + 1] = k === 12 ? xy[2 * CORNERS * slot + 1]! : y + dy;
    box[0] = Math.min(box[0], xy[at]);
    box[1] = Math.min(box[1], xy[at + 1]!);
    box[2] = Math.max(box[2], xy[at]);
    box[3] = Math.max(box[3], xy[at + 1]!);
  }
  boxes.set(box, 4 * slot);
}
