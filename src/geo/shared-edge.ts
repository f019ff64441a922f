import { addNearStretch, totalStretch, uniteStretches, type Stretches } from './near-stretch';
import type { PlanarGeometry } from './planar-geometry';
import { segmentsOf } from './segments';

/**
 * Length in metres of the object's boundary (of a line: the line itself) that lies within `tol` metres of the
 * subject's boundary; holes have boundaries too. 0 if either is a point. A mere corner contact gives up to about
 * twice `tol`.
 */
export function sharedEdgeLength(object: PlanarGeometry, subject: PlanarGeometry, tol: number): number {
  if (object.dimension === 0 || subject.dimension === 0) return 0;
  const edges = segmentsOf(object);
  const others = segmentsOf(subject);
  let shared = 0;
  for (let i = 0; i < edges.length; i += 4) {
    const px = edges[i]!;
    const py = edges[i + 1]!;
    const qx = edges[i + 2]!;
    const qy = edges[i + 3]!;
    if (Math.max(px, qx) < subject.minX - tol || Math.min(px, qx) > subject.maxX + tol) continue;
    if (Math.max(py, qy) < subject.minY - tol || Math.min(py, qy) > subject.maxY + tol) continue;
    const near: Stretches = [];
    for (let j = 0; j < others.length; j += 4) {
      addNearStretch(near, px, py, qx, qy, others[j]!, others[j + 1]!, others[j + 2]!, others[j + 3]!, tol);
    }
    shared += totalStretch(uniteStretches(near)) * Math.hypot(qx - px, qy - py);
  }
  return shared;
}
