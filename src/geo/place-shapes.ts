import type { GeometryColumns } from '../domain/feature-table';
import type { Frame } from './frame';
import { placeBoxes, type PlaceGrid } from './place-grid';
import { extentOfVertices, putBox } from './shape-boxes';
import type { ShapeTable } from './shape-table';

/** Shapes in the frame, laid down by place. */
export interface PlacedShapes {
  readonly shapes: ShapeTable;
  /** Slot of a shape → row of its feature in the table that it came from. */
  readonly rows: Uint32Array;
  readonly grid: PlaceGrid;
}

/** Features between two steps of a long job. */
const STEP = 20_000;

/** The order of `placeShapes` for the geometries, by row. Yields how many are done. */
export function* placedOrder(frame: Frame, geometry: GeometryColumns): Generator<number, Uint32Array> {
  const { xy, partEnds, featureEnds } = geometry;
  const size = featureEnds.length;
  const boxes = new Float32Array(4 * size);
  let room = new Float64Array(1024);
  for (let row = 0, from = 0; row < size; row++) {
    const endPart = featureEnds[row]!;
    const to = endPart === 0 ? 0 : partEnds[endPart - 1]!;
    const lonLat = xy.subarray(2 * from, 2 * to);
    if (room.length < lonLat.length) room = new Float64Array(2 * lonLat.length);
    frame.projectAll(lonLat, room, 0, to - from);
    putBox(boxes, row, extentOfVertices(room, 0, to - from));
    from = to;
    if (row % STEP === STEP - 1) yield row;
  }
  return placeBoxes(boxes).rows;
}

/**
 * Projects the geometries (degrees, sound and repaired) into the frame and lays them down so that neighbours are
 * neighbours in memory. Yields how many features are done, out of twice their number.
 */
export function* placeShapes(frame: Frame, geometry: GeometryColumns): Generator<number, PlacedShapes> {
  const room = {
    xy: new Float64Array(geometry.xy.length),
    partEnds: new Uint32Array(geometry.partEnds.length),
  };
  const shapes = yield* projected(frame, geometry, room);
  const { boxes, rows, grid } = placeBoxes(shapes.boxes);
  return { shapes: yield* reordered(shapes, rows, boxes), rows, grid };
}

/**
 * `placeShapes` of geometries that most likely stand in its order already, geometry `i` that of row `rows[i]`: then
 * they are left where they are. Takes the geometries over: their degrees are gone afterwards, and where it is left
 * before its end nothing can be done with them.
 */
export function* placeLaidShapes(
  frame: Frame,
  geometry: GeometryColumns,
  rows: Uint32Array,
): Generator<number, PlacedShapes> {
  const shapes = yield* projected(frame, geometry, geometry);
  const placeOf = new Uint32Array(shapes.size);
  for (let i = 0; i < shapes.size; i++) placeOf[rows[i]!] = i;
  const placed = placeBoxes(boxesAt(shapes.boxes, placeOf));
  const isInOrder = rows.every((row, slot) => row === placed.rows[slot]);
  const sources = placed.rows.map((row) => placeOf[row]!);
  return {
    shapes: isInOrder ? shapes : yield* reordered(shapes, sources, placed.boxes),
    rows: placed.rows,
    grid: placed.grid,
  };
}

/** The shapes in the order of the geometries, on the given arrays, which may be the geometries' own. */
function* projected(
  frame: Frame,
  geometry: GeometryColumns,
  { xy, partEnds }: Pick<GeometryColumns, 'xy' | 'partEnds'>,
): Generator<number, ShapeTable> {
  const { types, holes, featureEnds } = geometry;
  const size = types.length;
  const boxes = new Float32Array(4 * size);
  const areas = new Float64Array(size);
  let part = 0;
  let vertex = 0;
  let from = 0;
  for (let i = 0; i < size; i++) {
    const endPart = featureEnds[i]!;
    frame.projectAll(geometry.xy, xy, from, endPart === 0 ? 0 : geometry.partEnds[endPart - 1]!);
    const firstPart = part;
    const firstVertex = vertex;
    for (; part < endPart; part++) {
      const end = geometry.partEnds[part]!;
      const start = vertex;
      for (; from < end; from++) {
        const x = xy[2 * from]!;
        const y = xy[2 * from + 1]!;
        // Vertices apart by less than the frame's numbers can tell are one; a part keeps two all the same.
        const repeats = vertex > start && xy[2 * vertex - 2] === x && xy[2 * vertex - 1] === y;
        if (repeats && (from + 1 < end || vertex > start + 1)) continue;
        xy[2 * vertex] = x;
        xy[2 * vertex + 1] = y;
        vertex++;
      }
      partEnds[part] = vertex;
    }
    putBox(boxes, i, extentOfVertices(xy, firstVertex, vertex));
    if (types[i]! >= POLYGON) areas[i] = ringsArea(xy, partEnds, firstPart, part);
    if (i % STEP === STEP - 1) yield i;
  }
  const used = 2 * vertex === xy.length ? xy : xy.slice(0, 2 * vertex);
  return { size, types, xy: used, partEnds, holes, featureEnds, boxes, areas };
}

/** Shapes in another order: slot `s` is that of `sources[s]`; with their boxes in the new order. */
function* reordered(
  shapes: ShapeTable,
  sources: Uint32Array,
  boxes: Float32Array,
): Generator<number, ShapeTable> {
  const { size } = shapes;
  const xy = new Float64Array(shapes.xy.length);
  const partEnds = new Uint32Array(shapes.partEnds.length);
  const holes = new Uint8Array(partEnds.length);
  const featureEnds = new Uint32Array(size);
  const types = new Uint8Array(size);
  const areas = new Float64Array(size);
  let part = 0;
  let at = 0;
  for (let slot = 0; slot < size; slot++) {
    const source = sources[slot]!;
    types[slot] = shapes.types[source]!;
    areas[slot] = shapes.areas[source]!;
    const firstPart = source === 0 ? 0 : shapes.featureEnds[source - 1]!;
    const endPart = shapes.featureEnds[source]!;
    const first = firstPart === 0 ? 0 : shapes.partEnds[firstPart - 1]!;
    const end = endPart === 0 ? 0 : shapes.partEnds[endPart - 1]!;
    const shift = at / 2 - first;
    for (let i = 2 * first; i < 2 * end; i++) xy[at++] = shapes.xy[i]!;
    for (let p = firstPart; p < endPart; p++) {
      holes[part] = shapes.holes[p]!;
      partEnds[part++] = shapes.partEnds[p]! + shift;
    }
    featureEnds[slot] = part;
    if (slot % STEP === STEP - 1) yield size + slot;
  }
  return { size, types, xy, partEnds, holes, featureEnds, boxes, areas };
}

/** The boxes in another order. */
function boxesAt(boxes: Float32Array, sources: Uint32Array): Float32Array {
  const ordered = new Float32Array(boxes.length);
  for (let i = 0; i < sources.length; i++) {
    const from = 4 * sources[i]!;
    for (let n = 0; n < 4; n++) ordered[4 * i + n] = boxes[from + n]!;
  }
  return ordered;
}

/** Code of the first geometry type with an area (`GEOMETRY_CODES`). */
const POLYGON = 4;

/** Area in m² of the rings `from … to - 1`, holes (clockwise) subtracted; never negative. */
export function ringsArea(xy: Float64Array, partEnds: Uint32Array, from: number, to: number): number {
  let doubled = 0;
  let vertex = from === 0 ? 0 : partEnds[from - 1]!;
  for (let part = from; part < to; part++) {
    // From the ring's first vertex, so that a small parcel far from the centre loses no digits.
    const x0 = xy[2 * vertex]!;
    const y0 = xy[2 * vertex + 1]!;
    const end = partEnds[part]!;
    for (let i = 2 * vertex + 2; i + 3 < 2 * end; i += 2) {
      doubled += (xy[i]! - x0) * (xy[i + 3]! - y0) - (xy[i + 2]! - x0) * (xy[i + 1]! - y0);
    }
    vertex = end;
  }
  return Math.max(0, doubled / 2);
}
