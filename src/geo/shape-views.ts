import { ringsArea } from './place-shapes';
import type { PlanarGeometry } from './planar-geometry';
import { extentOfVertices, putBox, type Extent } from './shape-boxes';
import type { ShapeTable } from './shape-table';

/** 0 for points, 1 for lines, 2 for areas: the codes of a table go two by two. */
export function dimensionAt(shapes: ShapeTable, shape: number): 0 | 1 | 2 {
  return (shapes.types[shape]! >> 1) as 0 | 1 | 2;
}

/** Number of the first part of a shape; the last is before `shapes.featureEnds[shape]`. */
export function firstPartOf(shapes: ShapeTable, shape: number): number {
  return shape === 0 ? 0 : shapes.featureEnds[shape - 1]!;
}

/** Number of the first vertex of a part; the last is before `shapes.partEnds[part]`. */
export function firstVertexOf(shapes: ShapeTable, part: number): number {
  return part === 0 ? 0 : shapes.partEnds[part - 1]!;
}

/** The exact box of a shape. */
export function extentAt(shapes: ShapeTable, shape: number): Extent {
  const first = firstPartOf(shapes, shape);
  const last = shapes.featureEnds[shape]! - 1;
  const from = firstVertexOf(shapes, first);
  return extentOfVertices(shapes.xy, from, last < first ? from : shapes.partEnds[last]!);
}

/** One shape as a geometry of its own; its coordinates are a view of the table's. */
export function planarGeometryAt(shapes: ShapeTable, shape: number): PlanarGeometry {
  const { xy, holes, featureEnds } = shapes;
  const dimension = dimensionAt(shapes, shape);
  const first = firstPartOf(shapes, shape);
  const end = featureEnds[shape]!;
  const start = firstVertexOf(shapes, first);
  const partEnds = shapes.partEnds.slice(first, end).map((partEnd) => partEnd - start);
  const polygonEnds: number[] = [];
  for (let part = first + 1; dimension === 2 && part <= end; part++) {
    if (part === end || holes[part] === 0) polygonEnds.push(part - first);
  }
  return {
    dimension,
    xy: xy.subarray(2 * start, 2 * (start + (partEnds.at(-1) ?? 0))),
    partEnds,
    polygonEnds: Uint32Array.from(polygonEnds),
    ...extentAt(shapes, shape),
  };
}

/** Geometry code (`GEOMETRY_CODES`) of several points, lines or polygons, by dimension. */
const MULTI_TYPES = [1, 3, 5] as const;

/** A table of this one geometry, for the kernels that read tables. */
export function tableOfOne(geometry: PlanarGeometry): ShapeTable {
  const { dimension, xy, partEnds, polygonEnds } = geometry;
  const holes = new Uint8Array(partEnds.length);
  let outer = 0;
  for (const end of polygonEnds) {
    holes.fill(1, outer + 1, end);
    outer = end;
  }
  const boxes = new Float32Array(4);
  putBox(boxes, 0, geometry);
  return {
    size: 1,
    types: Uint8Array.of(MULTI_TYPES[dimension]),
    xy,
    partEnds,
    holes,
    featureEnds: Uint32Array.of(partEnds.length),
    boxes,
    areas: Float64Array.of(dimension === 2 ? ringsArea(xy, partEnds, 0, partEnds.length) : 0),
  };
}
