import type { PlanarGeometry } from './planar-geometry';
import { COINCIDENT_M, pointSegment2 } from './segments';

export type Location = 'inside' | 'boundary' | 'outside';

/**
 * Where the point lies in an area. The boundary is as thick as float noise (1e-9 m); a hole is outside; the parts
 * of a multipolygon count together. Everything is outside of a geometry that is no area.
 */
export function locate(area: PlanarGeometry, x: number, y: number): Location {
  if (area.dimension !== 2) return 'outside';
  if (
    x < area.minX - COINCIDENT_M ||
    x > area.maxX + COINCIDENT_M ||
    y < area.minY - COINCIDENT_M ||
    y > area.maxY + COINCIDENT_M
  ) {
    return 'outside';
  }
  const { xy, partEnds } = area;
  let winding = 0;
  let start = 0;
  for (const end of partEnds) {
    for (let v = start; v + 1 < end; v++) {
      const ax = xy[2 * v]!;
      const ay = xy[2 * v + 1]!;
      const bx = xy[2 * v + 2]!;
      const by = xy[2 * v + 3]!;
      if (isNear(ax, ay, bx, by, x, y)) return 'boundary';
      if (ay <= y !== by <= y) {
        const side = (bx - ax) * (y - ay) - (x - ax) * (by - ay);
        if (by > ay && side > 0) winding++;
        else if (by < ay && side < 0) winding--;
      }
    }
    start = end;
  }
  return winding > 0 ? 'inside' : 'outside';
}

/** Whether the point lies in the area or on its boundary. */
export function covers(area: PlanarGeometry, x: number, y: number): boolean {
  return locate(area, x, y) !== 'outside';
}

function isNear(ax: number, ay: number, bx: number, by: number, x: number, y: number): boolean {
  if (y < Math.min(ay, by) - COINCIDENT_M || y > Math.max(ay, by) + COINCIDENT_M) return false;
  if (x < Math.min(ax, bx) - COINCIDENT_M || x > Math.max(ax, bx) + COINCIDENT_M) return false;
  return pointSegment2(ax, ay, bx, by, x, y) <= COINCIDENT_M * COINCIDENT_M;
}
