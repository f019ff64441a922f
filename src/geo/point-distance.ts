import { COINCIDENT_M } from './segments';
import type { ShapeTable } from './shape-table';
import { dimensionAt, firstPartOf, firstVertexOf } from './shape-views';
import { windsAround } from './winding';

/**
 * Least distance in metres from a point to a shape of the table, 0 in an area or on its boundary; some number above
 * `limit` where it is more than that, Infinity for an empty shape.
 */
export function pointDistance(
  x: number,
  y: number,
  shapes: ShapeTable,
  shape: number,
  limit: number,
): number {
  const { boxes } = shapes;
  const gapX = Math.max(boxes[4 * shape]! - x, x - boxes[4 * shape + 2]!);
  const gapY = Math.max(boxes[4 * shape + 1]! - y, y - boxes[4 * shape + 3]!);
  if (gapX > 0 || gapY > 0) {
    const gap2 = (gapX > 0 ? gapX * gapX : 0) + (gapY > 0 ? gapY * gapY : 0);
    if (gap2 > (limit + COINCIDENT_M) ** 2) return Math.sqrt(gap2);
  } else if (shapeWindsAround(shapes, shape, x, y)) {
    return 0;
  }
  const distance = Math.sqrt(boundaryDistance2(x, y, shapes, shape));
  return distance <= COINCIDENT_M ? 0 : distance;
}

/**
 * Squared distance from a point to the nearest vertex or edge of a shape. Of an edge only its start and its inner
 * points count, as its end is the start of the next; the division waits until an edge is known to be nearest so far.
 */
function boundaryDistance2(x: number, y: number, shapes: ShapeTable, shape: number): number {
  const { xy, partEnds, featureEnds } = shapes;
  let best2 = Infinity;
  let part = firstPartOf(shapes, shape);
  let v = 2 * firstVertexOf(shapes, part);
  for (const lastPart = featureEnds[shape]!; part < lastPart; part++) {
    const end = 2 * partEnds[part]!;
    let ax = x - xy[v]!;
    let ay = y - xy[v + 1]!;
    for (v += 2; v < end; v += 2) {
      const bx = x - xy[v]!;
      const by = y - xy[v + 1]!;
      const dx = ax - bx;
      const dy = ay - by;
      const along = ax * dx + ay * dy;
      if (along <= 0) {
        const gap2 = ax * ax + ay * ay;
        if (gap2 < best2) best2 = gap2;
      } else {
        const length2 = dx * dx + dy * dy;
        if (along < length2) {
          const across = ax * dy - ay * dx;
          if (across * across < best2 * length2) best2 = (across * across) / length2;
        }
      }
      ax = bx;
      ay = by;
    }
    const gap2 = ax * ax + ay * ay;
    if (gap2 < best2) best2 = gap2;
  }
  return best2;
}

/** Whether a shape with area winds around the point; one within float noise of its boundary may go either way. */
export function shapeWindsAround(shapes: ShapeTable, shape: number, x: number, y: number): boolean {
  const { xy, partEnds, featureEnds } = shapes;
  if (dimensionAt(shapes, shape) !== 2) return false;
  return windsAround(xy, partEnds, firstPartOf(shapes, shape), featureEnds[shape]!, x, y);
}
