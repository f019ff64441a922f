import { leastDistance } from './distance';
import type { PlanarGeometry } from './planar-geometry';
import type { ShapeTable } from './shape-table';
import { planarGeometryAt } from './shape-views';
import { zoneArea, zoneOverlapArea } from './zone-overlap';

export interface SubjectMeter {
  readonly geometry: PlanarGeometry;
  distance(shapes: ShapeTable, shape: number, limit: number): number;
  overlap(shapes: ShapeTable, shape: number, radius: number, distance: number): number;
  zoneArea(radius: number): number;
}

export function createSubjectMeter(geometry: PlanarGeometry): SubjectMeter {
  const areas = new Map<number, number>();
  return {
    geometry,
    distance: (shapes, shape) => leastDistance(geometry, planarGeometryAt(shapes, shape)),
    overlap: (shapes, shape, radius) => zoneOverlapArea(planarGeometryAt(shapes, shape), geometry, radius),
    zoneArea(radius) {
      let area = areas.get(radius);
      if (area === undefined) areas.set(radius, (area = zoneArea(geometry, radius)));
      return area;
    },
  };
}
