import type { Position } from 'geojson';
import { doubleSignedArea, samePoint, sideOfRing } from '../../../../geo/ring';

/** Closed rings as polygons: each an outer ring, then its holes. */
export type Polygons = Position[][][];

/** More rings than this in one plot are not compared with one another: no surveyor draws that. */
const MOST_NESTED = 5000;

/**
 * Polygons from rings whose numbers do not say what they are: a ring within an even number of others is an outer
 * ring, within an odd number a hole of the least of them. Open rings are closed.
 */
export function nestRings(rings: readonly (readonly Position[])[]): Polygons {
  const closed = rings
    .map((ring) => (samePoint(ring[0], ring.at(-1)) && ring.length > 1 ? [...ring] : [...ring, ring[0]!]))
    .map((ring) => ({ ring, size: Math.abs(doubleSignedArea(ring)) }))
    .sort((a, b) => b.size - a.size);
  if (closed.length > MOST_NESTED) return closed.map(({ ring }) => [ring]);
  const polygons: { outer: Position[]; rings: Position[][] }[] = [];
  for (const [index, { ring }] of closed.entries()) {
    const around = closed.slice(0, index).filter((other) => isWithin(ring, other.ring));
    const shell = around.length % 2 === 1 ? around.at(-1)?.ring : undefined;
    const parent = polygons.find(({ outer }) => outer === shell);
    if (parent) parent.rings.push(ring);
    else polygons.push({ outer: ring, rings: [ring] });
  }
  return polygons.map((polygon) => polygon.rings);
}

/** By the first vertex that is not on the other ring; a ring that is the same as another is not within it. */
function isWithin(ring: readonly Position[], other: readonly Position[]): boolean {
  for (const [x = NaN, y = NaN] of ring) {
    const side = sideOfRing(x, y, other, 0);
    if (side !== 0) return side > 0;
  }
  return false;
}
