import type { Position } from 'geojson';
import type { FeatureGeometry } from '../domain/feature';

type Ring = readonly Position[];

/** Twice the signed area and the centroid of a ring, reckoned from its first position to keep digits. */
function momentsOf(ring: Ring): { readonly doubled: number; readonly centroid: Position } {
  const [x0 = 0, y0 = 0] = ring[0] ?? [];
  let doubled = 0;
  let x = 0;
  let y = 0;
  for (let i = 1; i < ring.length; i++) {
    const ax = ring[i - 1]![0]! - x0;
    const ay = ring[i - 1]![1]! - y0;
    const bx = ring[i]![0]! - x0;
    const by = ring[i]![1]! - y0;
    const cross = ax * by - bx * ay;
    doubled += cross;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  }
  if (doubled === 0) return { doubled, centroid: [x0, y0] };
  return { doubled, centroid: [x0 + x / (3 * doubled), y0 + y / (3 * doubled)] };
}

/** Where the horizontal line at `y` enters and leaves a polygon, ascending, by the even-odd rule. */
function crossings(rings: readonly Ring[], y: number): number[] {
  const found: number[] = [];
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [ax = 0, ay = 0] = ring[i - 1]!;
      const [bx = 0, by = 0] = ring[i]!;
      if (ay > y !== by > y) found.push(ax + ((y - ay) / (by - ay)) * (bx - ax));
    }
  }
  return found.sort((a, b) => a - b);
}

/** The centroid where it lies inside, else the middle of the widest stretch of the polygon at its height. */
function insideOf(rings: readonly Ring[]): Position | null {
  const outer = rings[0];
  if (!outer || outer.length === 0) return null;
  const { centroid } = momentsOf(outer);
  const [x = 0, y = 0] = centroid;
  const xs = crossings(rings, y);
  let best: Position = centroid;
  let widest = 0;
  for (let i = 0; i + 1 < xs.length; i += 2) {
    const from = xs[i]!;
    const to = xs[i + 1]!;
    if (from < x && x < to) return centroid;
    if (to - from > widest) {
      widest = to - from;
      best = [(from + to) / 2, y];
    }
  }
  return best;
}

/** One place for the badge and name of a feature, inside it where it has an inside; null for an empty geometry. */
export function labelPoint(geometry: FeatureGeometry): Position | null {
  switch (geometry.type) {
    case 'Point':
      return geometry.coordinates.length >= 2 ? geometry.coordinates : null;
    case 'MultiPoint':
    case 'LineString':
      return geometry.coordinates[Math.floor(geometry.coordinates.length / 2)] ?? null;
    case 'MultiLineString':
      return geometry.coordinates[0]?.[0] ?? null;
    case 'Polygon':
      return insideOf(geometry.coordinates);
    case 'MultiPolygon': {
      const size = (rings: readonly Ring[]) => Math.abs(momentsOf(rings[0] ?? []).doubled);
      const [first, ...rest] = geometry.coordinates;
      if (!first) return null;
      return insideOf(
        rest.reduce((largest, rings) => (size(rings) > size(largest) ? rings : largest), first),
      );
    }
  }
}
