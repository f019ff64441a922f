import type { Feature, Point, Position } from 'geojson';
import type { FeatureGeometry } from '../../domain/feature';
import { midpointHandles, samePath, vertexHandles, type VertexPath } from '../vertex-edit';
import { ID_PROPERTY } from '../style/sources';

/** Something of the site that a pointer can take hold of. */
export type Grip =
  | { readonly kind: 'vertex'; readonly path: VertexPath }
  | { readonly kind: 'midpoint'; readonly path: VertexPath; readonly position: Position }
  | { readonly kind: 'body' };

/** Reach of a handle, wider under a finger. */
export const HANDLE_PX = { mouse: 10, touch: 22 } as const;

interface Pixel {
  readonly x: number;
  readonly y: number;
}

/**
 * The handle at a pixel: the nearest vertex within reach, else the nearest midpoint. Midpoints are shown and held
 * only where edges are long enough on the screen for both.
 */
export function gripAt(
  geometry: FeatureGeometry,
  at: Pixel,
  reach: number,
  project: (position: Position) => Pixel,
): Grip | null {
  const nearest = <H extends { readonly position: Position }>(handles: readonly H[]): H | null => {
    let best: H | null = null;
    let bestDistance = reach;
    for (const handle of handles) {
      const { x, y } = project(handle.position);
      const distance = Math.hypot(x - at.x, y - at.y);
      if (distance > bestDistance) continue;
      bestDistance = distance;
      best = handle;
    }
    return best;
  };
  const vertex = nearest(vertexHandles(geometry));
  if (vertex) return { kind: 'vertex', path: vertex.path };
  const midpoint = nearest(midpointHandles(geometry));
  return midpoint ? { kind: 'midpoint', path: midpoint.path, position: midpoint.position } : null;
}

/** The handles as the map draws them. */
export function handleFeatures(
  geometry: FeatureGeometry,
  focused: VertexPath | null,
): Feature<Point, Record<string, string | boolean>>[] {
  const feature = (kind: string, path: VertexPath, coordinates: Position) => ({
    type: 'Feature' as const,
    geometry: { type: 'Point' as const, coordinates },
    properties: { [ID_PROPERTY]: `${kind}/${path.join('/')}`, kind, focused: samePath(path, focused) },
  });
  return [
    ...midpointHandles(geometry).map(({ path, position }) => feature('midpoint', path, position)),
    ...vertexHandles(geometry).map(({ path, position }) => feature('vertex', path, position)),
  ];
}

/** The next or previous vertex in order; null past either end, where the focus leaves the map. */
export function stepVertex(
  geometry: FeatureGeometry,
  from: VertexPath | null,
  by: 1 | -1,
): VertexPath | null {
  const handles = vertexHandles(geometry);
  if (from === null) return (by === 1 ? handles[0] : handles.at(-1))?.path ?? null;
  const at = handles.findIndex(({ path }) => samePath(path, from));
  return handles[at + by]?.path ?? null;
}

/** Metres of one degree of a meridian, near enough for steps of a few metres (GRS80's mean). */
const METRES_PER_DEGREE = 111_133;

/** Degrees that `east` and `north` metres are at a latitude: for nudging by keys. */
export function nudge(
  lat: number,
  east: number,
  north: number,
): { readonly dLon: number; readonly dLat: number } {
  return {
    dLon: east / (METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180)),
    dLat: north / METRES_PER_DEGREE,
  };
}
