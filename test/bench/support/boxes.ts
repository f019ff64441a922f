import type { GeometryColumns } from '../../../src/domain/feature-table';
import { partRange, vertexRange } from './planar-city';

export type Box = readonly [minX: number, minY: number, maxX: number, maxY: number];

export function boxOf(shapes: GeometryColumns, feature: number): Box {
  const [firstPart, endPart] = partRange(shapes, feature);
  const [first] = vertexRange(shapes, firstPart);
  const [, end] = vertexRange(shapes, endPart - 1);
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let v = first; v < end; v++) {
    minX = Math.min(minX, shapes.xy[2 * v]!);
    maxX = Math.max(maxX, shapes.xy[2 * v]!);
    minY = Math.min(minY, shapes.xy[2 * v + 1]!);
    maxY = Math.max(maxY, shapes.xy[2 * v + 1]!);
  }
  return [minX, minY, maxX, maxY];
}
