import type { PlanarGeometry } from './planar-geometry';
import { pointSegment2, segmentsOf } from './segments';
import { areaCurves, slabHeights, SlabSweep } from './slab-sweep';

/** Horizontal lines on which an area's point is looked for. */
const SCAN_LINES = 16;

/**
 * A point that stands for the geometry: of an area one inside it, well away from its boundary; of lines the middle
 * of the longest; of points the one nearest to their mean. NaN for an empty geometry.
 */
export function representativePoint(geometry: PlanarGeometry): [number, number] {
  if (geometry.xy.length === 0) return [NaN, NaN];
  if (geometry.dimension === 2) return pointInside(geometry) ?? middleOfLongest(geometry);
  return geometry.dimension === 1 ? middleOfLongest(geometry) : nearestToMean(geometry.xy);
}

/** On evenly spread lines, or, where these miss narrow parts, on one line between every two vertices in height. */
function pointInside(area: PlanarGeometry): [number, number] | null {
  const { minY, maxY, xy } = area;
  const even = Array.from({ length: SCAN_LINES }, (_, i) => minY + ((i + 0.5) / SCAN_LINES) * (maxY - minY));
  const found = deepestOn(area, even);
  if (found) return found;
  const heights = slabHeights(
    xy.filter((_, i) => i % 2 === 1),
    0,
  );
  return deepestOn(
    area,
    Array.from(heights.subarray(1), (y, i) => (heights[i]! + y) / 2),
  );
}

/** Of the middles of the spans at rising heights, that farthest from the boundary; null if there is none. */
function deepestOn(area: PlanarGeometry, heights: readonly number[]): [number, number] | null {
  const edges = segmentsOf(area);
  const sweep = new SlabSweep(areaCurves(area, area.minY, area.maxY, Infinity));
  let best: [number, number] | null = null;
  let bestGap2 = 0;
  for (const y of heights) {
    for (const { from, to } of sweep.spansAt(y)) {
      if (!to) continue;
      const x = (from.x + to.x) / 2;
      const gap2 = boundaryGap2(edges, x, y, bestGap2);
      if (gap2 > bestGap2) {
        best = [x, y];
        bestGap2 = gap2;
      }
    }
  }
  return best;
}

/** Squared distance to the nearest edge; any lesser number once it is not above `enough`. */
function boundaryGap2(edges: Float64Array, x: number, y: number, enough: number): number {
  let gap2 = Infinity;
  for (let i = 0; i < edges.length && gap2 > enough; i += 4) {
    gap2 = Math.min(gap2, pointSegment2(edges[i]!, edges[i + 1]!, edges[i + 2]!, edges[i + 3]!, x, y));
  }
  return gap2;
}

function middleOfLongest({ xy, partEnds }: PlanarGeometry): [number, number] {
  let longest = -1;
  let first = 0;
  let start = 0;
  for (const end of partEnds) {
    let length = 0;
    for (let v = start; v + 1 < end; v++) length += stepLength(xy, v);
    if (length > longest) {
      longest = length;
      first = start;
    }
    start = end;
  }
  let left = longest / 2;
  let v = first;
  while (left > stepLength(xy, v)) left -= stepLength(xy, v++);
  const step = stepLength(xy, v);
  const t = step > 0 ? left / step : 0;
  return [
    xy[2 * v]! + t * (xy[2 * v + 2]! - xy[2 * v]!),
    xy[2 * v + 1]! + t * (xy[2 * v + 3]! - xy[2 * v + 1]!),
  ];
}

function stepLength(xy: Float64Array, v: number): number {
  return Math.hypot(xy[2 * v + 2]! - xy[2 * v]!, xy[2 * v + 3]! - xy[2 * v + 1]!);
}

function nearestToMean(xy: Float64Array): [number, number] {
  const count = xy.length / 2;
  let meanX = 0;
  let meanY = 0;
  for (let i = 0; i < xy.length; i += 2) {
    meanX += xy[i]! / count;
    meanY += xy[i + 1]! / count;
  }
  let best = 0;
  let bestGap = Infinity;
  for (let i = 0; i < xy.length; i += 2) {
    const gap = Math.hypot(xy[i]! - meanX, xy[i + 1]! - meanY);
    if (gap < bestGap) {
      best = i;
      bestGap = gap;
    }
  }
  return [xy[best]!, xy[best + 1]!];
}
