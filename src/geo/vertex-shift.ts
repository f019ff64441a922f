import type { FeatureGeometry } from '../domain/feature';
import type { Frame } from './frame';
import type { PlanarGeometry } from './planar-geometry';
import { piecesOf, pointPieces2, verticesOf } from './subject-pieces';
import { toPlanar } from './to-planar';

/**
 * How far a geometry was moved or reshaped, in metres: the greatest distance of a vertex of either to the outline (line,
 * point) of the other. That is the Hausdorff distance of the two outlines where it is reached at a vertex, as in every
 * mere displacement; else a lower bound. 0 where only vertices on straight edges came or went.
 */
export function vertexShift(frame: Frame, a: FeatureGeometry, b: FeatureGeometry): number {
  const [from, to] = [toPlanar(frame, a), toPlanar(frame, b)];
  const k = frame.scaleAt((from.minX + from.maxX) / 2);
  return Math.max(greatestGap(from, to), greatestGap(to, from)) / k;
}

function greatestGap(from: PlanarGeometry, to: PlanarGeometry): number {
  const vertices = verticesOf(from);
  const pieces = piecesOf(to);
  let gap2 = 0;
  for (let i = 0; i < vertices.length; i += 4) {
    gap2 = Math.max(gap2, pointPieces2(pieces, vertices[i]!, vertices[i + 1]!));
  }
  return Math.sqrt(gap2);
}
