import { addNearStretch, uniteStretches, type Stretches } from './near-stretch';
import type { PlanarGeometry } from './planar-geometry';
import { locate } from './point-in';
import { segmentCrossing } from './segment-crossing';
import { segmentsOf } from './segments';

/** A line this near to the boundary (metres) runs along it … */
const TOUCH_M = 1e-3;

/** … if it does so for more than this (metres): less is what a crossing line has near the boundary anyway. */
const ALONG_M = 1e-2;

/**
 * Length in metres of a line inside an area; holes are outside. Stretches of more than 1 cm that keep within 1 mm
 * of the boundary run along it and do not count. 0 if the first is no line or the second no area.
 */
export function lengthInside(line: PlanarGeometry, area: PlanarGeometry): number {
  if (line.dimension !== 1 || area.dimension !== 2) return 0;
  const pieces = segmentsOf(line);
  const edges = segmentsOf(area);
  let inside = 0;
  for (let i = 0; i < pieces.length; i += 4) {
    const px = pieces[i]!;
    const py = pieces[i + 1]!;
    const qx = pieces[i + 2]!;
    const qy = pieces[i + 3]!;
    if (Math.max(px, qx) < area.minX || Math.min(px, qx) > area.maxX) continue;
    if (Math.max(py, qy) < area.minY || Math.min(py, qy) > area.maxY) continue;
    inside += pieceInside(px, py, qx, qy, area, edges);
  }
  return inside;
}

function pieceInside(
  px: number,
  py: number,
  qx: number,
  qy: number,
  area: PlanarGeometry,
  edges: Float64Array,
): number {
  const length = Math.hypot(qx - px, qy - py);
  const cuts = [0, 1];
  const near: Stretches = [];
  for (let j = 0; j < edges.length; j += 4) {
    const rx = edges[j]!;
    const ry = edges[j + 1]!;
    const sx = edges[j + 2]!;
    const sy = edges[j + 3]!;
    const t = segmentCrossing(px, py, qx, qy, rx, ry, sx, sy);
    if (t >= 0) cuts.push(t);
    addNearStretch(near, px, py, qx, qy, rx, ry, sx, sy, TOUCH_M);
  }
  const along = uniteStretches(near).filter((_, at, all) => {
    const from = at - (at % 2);
    return (all[from + 1]! - all[from]!) * length > ALONG_M;
  });
  cuts.push(...along);
  cuts.sort((a, b) => a - b);
  let inside = 0;
  for (let i = 0; i + 1 < cuts.length; i++) {
    const middle = (cuts[i]! + cuts[i + 1]!) / 2;
    if (cuts[i + 1] === cuts[i] || isIn(along, middle)) continue;
    if (locate(area, px + middle * (qx - px), py + middle * (qy - py)) === 'inside') {
      inside += (cuts[i + 1]! - cuts[i]!) * length;
    }
  }
  return inside;
}

function isIn(stretches: Stretches, t: number): boolean {
  for (let i = 0; i < stretches.length; i += 2) {
    if (t > stretches[i]! && t < stretches[i + 1]!) return true;
  }
  return false;
}
