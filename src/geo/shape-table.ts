import type { GeometryColumns } from '../domain/feature-table';

/**
 * Geometries in the planar frame, metres, on shared arrays (`GeometryColumns` says how): what the fast kernels read,
 * without making an object for a shape. Vertices do not repeat the one before them, except that a line or ring of one
 * distinct vertex keeps two equal ones.
 */
export interface ShapeTable extends GeometryColumns {
  readonly size: number;
  /**
   * `minX, minY, maxX, maxY` of each shape, rounded outward (`shape-boxes.ts`); `Infinity, Infinity, -Infinity,
   * -Infinity` for an empty one.
   */
  readonly boxes: Float32Array;
  /** m² of the frame, holes subtracted; 0 for points and lines. */
  readonly areas: Float64Array;
}
