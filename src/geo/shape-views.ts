import type { PlanarGeometry } from './planar-geometry';
import { ringsArea } from './place-shapes';
import type { ShapeTable } from './shape-table';

/** One shape of the table as the general kernels read it; its vertices are a view into the table's. */
export function planarGeometryAt(shapes: ShapeTable, shape: number): PlanarGeometry {
  const { xy, partEnds, holes, featureEnds, types, boxes } = shapes;
  const firstPart = shape === 0 ? 0 : featureEnds[shape - 1]!;
  const lastPart = featureEnds[shape]!;
  const firstVertex = firstPart === 0 ? 0 : partEnds[firstPart - 1]!;
  const dimension = DIMENSIONS[types[shape]!]!;
  const ends = new Uint32Array(lastPart - firstPart);
  const polygonEnds: number[] = [];
  for (let part = firstPart; part < lastPart; part++) {
    ends[part - firstPart] = partEnds[part]! - firstVertex;
    if (part > firstPart && holes[part] === 0) polygonEnds.push(part - firstPart);
  }
  if (lastPart > firstPart) polygonEnds.push(lastPart - firstPart);
  return {
    dimension,
    xy: xy.subarray(2 * firstVertex, lastPart === 0 ? 0 : 2 * partEnds[lastPart - 1]!),
    partEnds: ends,
    polygonEnds: Uint32Array.from(dimension === 2 ? polygonEnds : []),
    minX: boxes[4 * shape]!,
    minY: boxes[4 * shape + 1]!,
    maxX: boxes[4 * shape + 2]!,
    maxY: boxes[4 * shape + 3]!,
  };
}

/** A table of this one shape, for the kernels that read tables. */
export function tableOfOne(geometry: PlanarGeometry): ShapeTable {
  const { dimension, xy, partEnds, polygonEnds } = geometry;
  const holes = new Uint8Array(partEnds.length);
  let outer = 0;
  for (const end of polygonEnds) {
    holes.fill(1, outer + 1, end);
    outer = end;
  }
  const shapes = {
    size: 1,
    types: Uint8Array.of(MULTI_TYPES[dimension]),
    xy,
    partEnds,
    holes,
    featureEnds: Uint32Array.of(partEnds.length),
    boxes: Float64Array.of(geometry.minX, geometry.minY, geometry.maxX, geometry.maxY),
    areas: new Float64Array(1),
  };
  if (dimension === 2) shapes.areas[0] = ringsArea(xy, partEnds, 0, partEnds.length);
  return shapes;
}

/** By geometry code (`GEOMETRY_CODES`). */
const DIMENSIONS = [0, 0, 1, 1, 2, 2] as const;

/** Geometry code of several points, lines or polygons, by dimension. */
const MULTI_TYPES = [1, 3, 5] as const;
