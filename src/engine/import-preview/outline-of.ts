import type { GeometryColumns } from '../../domain/feature-table';
import type { LayerOutline } from '../../domain/layer-outline';
import type { Box } from '../box-index';
import { PathPen, type OutlinePlane } from './path-pen';

/** Shapes of a table. */
export interface OutlineShapes extends Pick<GeometryColumns, 'types' | 'xy' | 'partEnds' | 'featureEnds'> {
  /** 1 by shape for those that are left out. */
  readonly gone?: Uint8Array | null;
}

/** Steps across a drawing: what is smaller than one need not be drawn. */
const FINEST = 1000;
const COARSEST = 16;
/** The same drawing with so much fewer steps is tried where the one before was too full. */
const COARSER = 0.7;
/** A shape of fewer steps is a dot. */
const DOT_STEPS = 2;
/** Shapes between two looks at whether others should have their turn. */
const TURN = 2000;

/**
 * The outline of shapes with at most that many vertices: as fine as these allow. Null where there is no shape.
 */
export function* outlineOf(
  tables: readonly OutlineShapes[],
  plane: OutlinePlane,
  mostVertices: number,
): Generator<undefined, LayerOutline | null> {
  const box = boxOfAll(tables);
  if (!box) return null;
  for (let steps = FINEST; ; steps *= COARSER) {
    const outline = yield* drawn(
      tables,
      new PathPen(box, steps, plane),
      steps > COARSEST ? mostVertices : Infinity,
    );
    if (outline) return outline;
  }
}

/** Drawn with a pen; null where that takes too many vertices. */
function* drawn(
  tables: readonly OutlineShapes[],
  pen: PathPen,
  mostVertices: number,
): Generator<undefined, LayerOutline | null> {
  let count = 0;
  for (const { types, xy, partEnds, featureEnds, gone } of tables) {
    let [part, vertex] = [0, 0];
    for (let shape = 0; shape < types.length; shape++) {
      const lastPart = featureEnds[shape]!;
      const end = lastPart === 0 ? 0 : partEnds[lastPart - 1]!;
      const isDrawn = gone?.[shape] !== 1 && end > vertex;
      if (isDrawn && (types[shape]! < LINE || pen.isSmall(xy, vertex, end, DOT_STEPS))) {
        if (types[shape]! < LINE) for (let v = vertex; v < end; v++) pen.dot(xy[2 * v]!, xy[2 * v + 1]!);
        else pen.dot(xy[2 * vertex]!, xy[2 * vertex + 1]!);
      } else if (isDrawn) {
        for (let from = vertex; part < lastPart; part++) {
          const to = partEnds[part]!;
          if (types[shape]! < AREA) pen.line(xy, from, to);
          else pen.ring(xy, from, to);
          from = to;
        }
      }
      if (pen.vertices > mostVertices) return null;
      [part, vertex] = [lastPart, end];
      if (++count % TURN === 0) yield undefined;
    }
  }
  return pen.outline();
}

/** Codes of the first geometry types with a length and an area (`GEOMETRY_CODES`). */
const LINE = 2;
const AREA = 4;

function boxOfAll(tables: readonly OutlineShapes[]): Box | null {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { types, xy, partEnds, featureEnds, gone } of tables) {
    let vertex = 0;
    for (let shape = 0; shape < types.length; shape++) {
      const lastPart = featureEnds[shape]!;
      const end = lastPart === 0 ? 0 : partEnds[lastPart - 1]!;
      for (; vertex < end; vertex++) {
        if (gone?.[shape] === 1) continue;
        const [x, y] = [xy[2 * vertex]!, xy[2 * vertex + 1]!];
        if (x < minX) minX = x;
        if (x > maxX) maxX = x;
        if (y < minY) minY = y;
        if (y > maxY) maxY = y;
      }
    }
  }
  return minX <= maxX ? { minX, minY, maxX, maxY } : null;
}
