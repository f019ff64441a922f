import { LAYER_NAMES } from '../../domain/layer';
import type { GeometryColumns } from '../../domain/feature-table';
import type { LayerOffset } from '../../domain/layer-offset';
import { offsetFrom, REACH_M } from '../../geo/layer-offset';
import { extentOfVertices } from '../../geo/shape-boxes';
import type { Box } from '../box-index';
import type { LayerIndex } from '../layer-index';
import type { EngineState } from '../state';

/** Vertices of the plan that are compared with at a time. */
const MOST_OTHERS = 200_000;
/** Windows of a layer that is too large to be compared as a whole, and the least size of one. */
const WINDOWS = 4;
const LEAST_HALF_M = 100;

/**
 * How far a layer in degrees lies from the lines and areas of the plan that share some of its vertices: compared as a
 * whole, or where the plan is full of vertices, in a few windows. Null where nothing can be told.
 */
export function* offsetIn(
  { layers, frame }: EngineState,
  geometry: GeometryColumns,
): Generator<undefined, LayerOffset | null> {
  const { xy: lonLat } = geometry;
  const planar = new Float64Array(lonLat.length);
  frame.projectAll(lonLat, planar, 0, lonLat.length / 2);
  yield undefined;
  const { minX, minY, maxX, maxY } = extentOfVertices(planar, 0, planar.length / 2);
  if (!(minX <= maxX)) return null;
  const whole = verticesNear(layers, { minX, minY, maxX, maxY });
  const toDegrees = (xy: Float64Array) => {
    frame.unprojectAll(xy, xy, 0, xy.length / 2);
    return xy;
  };
  if (whole) return offsetFrom(lonLat, toDegrees(whole));
  let best: LayerOffset | null = null;
  for (let n = 0; n < WINDOWS; n++) {
    const at = 2 * Math.floor(((n + 0.5) / WINDOWS) * (planar.length / 2));
    const [x, y] = [planar[at]!, planar[at + 1]!];
    for (let half = Math.max(maxX - minX, maxY - minY) / 4; half >= LEAST_HALF_M; half /= 2) {
      const box = { minX: x - half, minY: y - half, maxX: x + half, maxY: y + half };
      const others = verticesNear(layers, box);
      yield undefined;
      if (!others) continue;
      const offset = offsetFrom(toDegrees(verticesIn(planar, box)), toDegrees(others));
      yield undefined;
      if (offset && offset.share > (best?.share ?? 0)) best = offset;
      break;
    }
  }
  return best;
}

/** Vertices of lines and areas within reach of a box; null where they are too many. */
function verticesNear(layers: EngineState['layers'], box: Box): Float64Array | null {
  const reached = {
    minX: box.minX - REACH_M,
    minY: box.minY - REACH_M,
    maxX: box.maxX + REACH_M,
    maxY: box.maxY + REACH_M,
  };
  const near = new Float64Array(2 * MOST_OTHERS);
  let length = 0;
  for (const layer of LAYER_NAMES) {
    const index = layers.get(layer);
    for (const slot of index?.search(reached, 0) ?? []) {
      const { shapes, shape } = shapeAt(index!, slot);
      if (shapes.types[shape]! < LINE) continue;
      const [from, to] = vertexRange(shapes, shape);
      for (let v = from; v < to; v++) {
        const [x, y] = [shapes.xy[2 * v]!, shapes.xy[2 * v + 1]!];
        if (!isIn(reached, x, y)) continue;
        if (length === near.length) return null;
        near[length++] = x;
        near[length++] = y;
      }
    }
  }
  return near.slice(0, length);
}

/** Code of the first geometry type with a length (`GEOMETRY_CODES`). */
const LINE = 2;

function shapeAt(index: LayerIndex, slot: number) {
  const { placed } = index;
  return placed && slot < placed.shapes.size ? { shapes: placed.shapes, shape: slot } : index.itemAt(slot);
}

function vertexRange(
  { partEnds, featureEnds }: Pick<GeometryColumns, 'partEnds' | 'featureEnds'>,
  shape: number,
): [from: number, to: number] {
  const firstPart = shape === 0 ? 0 : featureEnds[shape - 1]!;
  const lastPart = featureEnds[shape]!;
  return [firstPart === 0 ? 0 : partEnds[firstPart - 1]!, lastPart === 0 ? 0 : partEnds[lastPart - 1]!];
}

function verticesIn(xy: Float64Array, box: Box): Float64Array {
  const kept: number[] = [];
  for (let i = 0; i < xy.length; i += 2) {
    if (isIn(box, xy[i]!, xy[i + 1]!)) kept.push(xy[i]!, xy[i + 1]!);
  }
  return Float64Array.from(kept);
}

function isIn({ minX, minY, maxX, maxY }: Box, x: number, y: number): boolean {
  return x >= minX && x <= maxX && y >= minY && y <= maxY;
}
