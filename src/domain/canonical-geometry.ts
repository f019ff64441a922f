import type { Position } from 'geojson';
import type { FeatureGeometry } from './feature';

/** A position in units of 1e-9°: `[lon, lat]`. */
type Cell = readonly [number, number];

/** A geometry without what does not matter to its shape: see `canonicalGeometry`. */
export interface CanonicalGeometry {
  readonly dimension: 0 | 1 | 2;
  /** Points are parts of one line of one cell; lines are parts of one line; polygons list their rings. */
  readonly parts: readonly (readonly (readonly Cell[])[])[];
}

/**
 * The same for every way of writing down the same shape: coordinates to 1e-9° (0.1 mm), heights dropped, a ring from
 * its least vertex on and not closed, outer rings counter-clockwise and holes clockwise, lines from their lesser end,
 * holes and parts of a multi-geometry sorted; a multi-geometry of one part is that part.
 */
export function canonicalGeometry(geometry: FeatureGeometry): CanonicalGeometry {
  switch (geometry.type) {
    case 'Point':
      return { dimension: 0, parts: [[[cell(geometry.coordinates)]]] };
    case 'MultiPoint':
      return { dimension: 0, parts: sorted(geometry.coordinates.map((position) => [[cell(position)]])) };
    case 'LineString':
      return { dimension: 1, parts: [[line(geometry.coordinates)]] };
    case 'MultiLineString':
      return { dimension: 1, parts: sorted(geometry.coordinates.map((positions) => [line(positions)])) };
    case 'Polygon':
      return { dimension: 2, parts: [polygon(geometry.coordinates)] };
    case 'MultiPolygon':
      return { dimension: 2, parts: sorted(geometry.coordinates.map(polygon)) };
  }
}

function cell([lon = NaN, lat = NaN]: Position): Cell {
  // Adding 0 turns −0 into 0.
  return [Math.round(lon * 1e9) + 0, Math.round(lat * 1e9) + 0];
}

function line(positions: readonly Position[]): readonly Cell[] {
  const forward = positions.map(cell);
  const backward = [...forward].reverse();
  return compareLines(backward, forward) < 0 ? backward : forward;
}

function polygon(rings: readonly Position[][]): readonly (readonly Cell[])[] {
  const [outer = [], ...holes] = rings;
  return [ring(outer, 1), ...holes.map((hole) => ring(hole, -1)).sort(compareLines)];
}

function ring(positions: readonly Position[], winding: 1 | -1): readonly Cell[] {
  const cells = positions.map(cell);
  if (cells.length > 1 && compareCells(cells[0]!, cells.at(-1)!) === 0) cells.pop();
  if (signedArea(cells) * winding < 0) cells.reverse();
  let best = cells;
  for (let start = 1; start < cells.length; start++) {
    if (compareCells(cells[start]!, best[0]!) > 0) continue;
    const turned = [...cells.slice(start), ...cells.slice(0, start)];
    if (compareLines(turned, best) < 0) best = turned;
  }
  return best;
}

/** Twice the area, from the first vertex, so that the products stay exact for what a city holds. */
function signedArea(cells: readonly Cell[]): number {
  const [x0, y0] = cells[0] ?? [0, 0];
  let twice = 0;
  for (let i = 1; i + 1 < cells.length; i++) {
    const [ax, ay] = cells[i]!;
    const [bx, by] = cells[i + 1]!;
    twice += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
  }
  return twice;
}

function compareCells(a: Cell, b: Cell): number {
  return a[0] - b[0] || a[1] - b[1];
}

function compareLines(a: readonly Cell[], b: readonly Cell[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const order = compareCells(a[i]!, b[i]!);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function sorted(parts: readonly (readonly (readonly Cell[])[])[]): readonly (readonly (readonly Cell[])[])[] {
  return [...parts].sort((a, b) => {
    for (let i = 0; i < a.length && i < b.length; i++) {
      const order = compareLines(a[i]!, b[i]!);
      if (order !== 0) return order;
    }
    return a.length - b.length;
  });
}
