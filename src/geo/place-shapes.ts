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

/**
 * Projects the geometries (degrees, sound and repaired) into the frame and lays them down so that neighbours are
 * neighbours in memory. Yields how many features are done, out of twice their number.
 */
export function* placeShapes(frame: Frame, geometry: GeometryColumns): Generator<number, PlacedShapes> {
  const size = geometry.types.length;
  const { xy: lonLat, partEnds, featureEnds } = geometry;
  const projected = new Float64Array(lonLat.length);
  const boxes = new Float32Array(4 * size);
  for (let row = 0, from = 0; row < size; row++) {
    const lastPart = featureEnds[row]!;
    const to = lastPart === 0 ? 0 : partEnds[lastPart - 1]!;
    frame.projectAll(lonLat, projected, from, to);
    putBox(boxes, row, extentOfVertices(projected, from, to));
    from = to;
    if (row % STEP === STEP - 1) yield row;
  }
  const placed = placeBoxes(boxes);
  const xy = new Float64Array(lonLat.length);
  const ends = new Uint32Array(partEnds.length);
  const holes = new Uint8Array(partEnds.length);
  const shapeEnds = new Uint32Array(size);
  const types = new Uint8Array(size);
  const areas = new Float64Array(size);
  let part = 0;
  let vertex = 0;
  for (let slot = 0; slot < size; slot++) {
    const row = placed.rows[slot]!;
    types[slot] = geometry.types[row]!;
    const firstPart = row === 0 ? 0 : featureEnds[row - 1]!;
    let from = firstPart === 0 ? 0 : partEnds[firstPart - 1]!;
    for (let source = firstPart; source < featureEnds[row]!; source++) {
      const to = partEnds[source]!;
      const start = vertex;
      for (let v = from; v < to; v++) {
        const x = projected[2 * v]!;
        const y = projected[2 * v + 1]!;
        // Vertices apart by less than the frame's numbers can tell are one; a part keeps two all the same.
        const repeats = vertex > start && xy[2 * vertex - 2] === x && xy[2 * vertex - 1] === y;
        if (repeats && (v + 1 < to || vertex > start + 1)) continue;
        xy[2 * vertex] = x;
        xy[2 * vertex + 1] = y;
        vertex++;
      }
      holes[part] = geometry.holes[source]!;
      ends[part++] = vertex;
      from = to;
    }
    const partsBefore = slot === 0 ? 0 : shapeEnds[slot - 1]!;
    if (types[slot]! >= POLYGON) areas[slot] = ringsArea(xy, ends, partsBefore, part);
    shapeEnds[slot] = part;
    if (slot % STEP === STEP - 1) yield size + slot;
  }
  const shapes = {
    size,
    types,
    xy: vertex * 2 === xy.length ? xy : xy.slice(0, 2 * vertex),
    partEnds: ends,
    holes,
    featureEnds: shapeEnds,
    boxes: placed.boxes,
    areas,
  };
  return { shapes, rows: placed.rows, grid: placed.grid };
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
