import { planarArea } from '../../src/geo/area';
import type { PlanarGeometry } from '../../src/geo/planar-geometry';
import { putBox } from '../../src/geo/shape-boxes';
import type { ShapeTable } from '../../src/geo/shape-table';

/** Geometries as a table, in their order; a point or line of several parts counts as multi. */
export function shapeTable(geometries: readonly PlanarGeometry[]): ShapeTable {
  const partEnds: number[] = [];
  const holes: number[] = [];
  const featureEnds: number[] = [];
  const xy: number[] = [];
  for (const geometry of geometries) {
    const start = xy.length / 2;
    for (const value of geometry.xy) xy.push(value);
    const firstPart = partEnds.length;
    for (const end of geometry.partEnds) {
      partEnds.push(start + end);
      holes.push(geometry.dimension === 2 ? 1 : 0);
    }
    if (geometry.dimension === 2) {
      for (const polygonEnd of [0, ...geometry.polygonEnds.slice(0, -1)]) holes[firstPart + polygonEnd] = 0;
    }
    featureEnds.push(partEnds.length);
  }
  const boxes = new Float32Array(4 * geometries.length);
  geometries.forEach((geometry, index) => putBox(boxes, index, geometry));
  return {
    size: geometries.length,
    types: Uint8Array.from(geometries, (geometry) => 2 * geometry.dimension + (isMulti(geometry) ? 1 : 0)),
    xy: Float64Array.from(xy),
    partEnds: Uint32Array.from(partEnds),
    holes: Uint8Array.from(holes),
    featureEnds: Uint32Array.from(featureEnds),
    boxes,
    areas: Float64Array.from(geometries, planarArea),
  };
}

function isMulti({ dimension, partEnds, polygonEnds }: PlanarGeometry): boolean {
  return (dimension === 2 ? polygonEnds : partEnds).length !== 1;
}
