import type { ShapeTable } from '../../geo/shape-table';
import { firstPartOf, firstVertexOf } from '../../geo/shape-views';

/**
 * Whether two shapes of one frame are written down alike: the same parts with the same vertices in the same order. Two
 * that are not may still be the same shape.
 */
export function isSamePlace(a: ShapeTable, shapeA: number, b: ShapeTable, shapeB: number): boolean {
  const [firstA, firstB] = [firstPartOf(a, shapeA), firstPartOf(b, shapeB)];
  const parts = a.featureEnds[shapeA]! - firstA;
  if (a.types[shapeA] !== b.types[shapeB] || b.featureEnds[shapeB]! - firstB !== parts) return false;
  const [startA, startB] = [firstVertexOf(a, firstA), firstVertexOf(b, firstB)];
  for (let part = 0; part < parts; part++) {
    if (a.holes[firstA + part] !== b.holes[firstB + part]) return false;
    if (a.partEnds[firstA + part]! - startA !== b.partEnds[firstB + part]! - startB) return false;
  }
  const numbers = parts === 0 ? 0 : 2 * (a.partEnds[firstA + parts - 1]! - startA);
  for (let i = 0; i < numbers; i++) if (a.xy[2 * startA + i] !== b.xy[2 * startB + i]) return false;
  return true;
}
