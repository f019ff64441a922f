import type { PlanarGeometry } from '../geo/planar-geometry';

/** Many planar geometries on shared arrays; what is handed out are views, made when asked for. */
export interface GeometryTable {
  readonly size: number;
  geometry(row: number): PlanarGeometry;
}

/** Copies the geometries into one set of arrays: a city's parcels are then a handful of objects, not millions. */
export function packGeometries(geometries: readonly PlanarGeometry[]): GeometryTable {
  const size = geometries.length;
  const xyEnds = new Uint32Array(size);
  const partEnds = new Uint32Array(size);
  const polygonEnds = new Uint32Array(size);
  const boxes = new Float64Array(4 * size);
  const dimensions = new Uint8Array(size);
  let xys = 0;
  let parts = 0;
  let polygons = 0;
  geometries.forEach((geometry, row) => {
    xyEnds[row] = xys += geometry.xy.length;
    partEnds[row] = parts += geometry.partEnds.length;
    polygonEnds[row] = polygons += geometry.polygonEnds.length;
    boxes.set([geometry.minX, geometry.minY, geometry.maxX, geometry.maxY], 4 * row);
    dimensions[row] = geometry.dimension;
  });
  const allXy = new Float64Array(xys);
  const allParts = new Uint32Array(parts);
  const allPolygons = new Uint32Array(polygons);
  geometries.forEach((geometry, row) => {
    allXy.set(geometry.xy, startOf(xyEnds, row));
    allParts.set(geometry.partEnds, startOf(partEnds, row));
    allPolygons.set(geometry.polygonEnds, startOf(polygonEnds, row));
  });
  return {
    size,
    geometry: (row) => ({
      dimension: dimensions[row]! as 0 | 1 | 2,
      xy: allXy.subarray(startOf(xyEnds, row), xyEnds[row]),
      partEnds: allParts.subarray(startOf(partEnds, row), partEnds[row]),
      polygonEnds: allPolygons.subarray(startOf(polygonEnds, row), polygonEnds[row]),
      minX: boxes[4 * row]!,
      minY: boxes[4 * row + 1]!,
      maxX: boxes[4 * row + 2]!,
      maxY: boxes[4 * row + 3]!,
    }),
  };
}

function startOf(ends: Uint32Array, row: number): number {
  return row === 0 ? 0 : ends[row - 1]!;
}
