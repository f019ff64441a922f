import type { Position } from 'geojson';
import type { FeatureGeometry } from '../domain/feature';

/**
 * Where a vertex stands in a geometry's coordinates: `[]` in a point, `[i]` in a line, `[ring, i]` in a polygon,
 * `[polygon, ring, i]` in a multipolygon. The closing vertex of a ring has no path of its own: it follows the first.
 */
export type VertexPath = readonly number[];

interface Handle {
  readonly path: VertexPath;
  readonly position: Position;
}

type Line = readonly Position[];

/** Fewest positions of a ring, the closing one included, and of a line. */
const LEAST_OF_RING = 4;
const LEAST_OF_LINE = 2;

/** The vertices, in order: what Tab goes through. */
export function vertexHandles(geometry: FeatureGeometry): Handle[] {
  return linesOf(geometry).flatMap(({ path, line, closed }) =>
    line
      .slice(0, closed ? -1 : undefined)
      .map((position, i) => ({ path: path === null ? [] : [...path, i], position })),
  );
}

/** The middles of the edges; `path` is that of the vertex before. */
export function midpointHandles(geometry: FeatureGeometry): Handle[] {
  if (geometry.type === 'Point' || geometry.type === 'MultiPoint') return [];
  return linesOf(geometry).flatMap(({ path, line }) =>
    line.slice(1).map((to, i) => ({ path: [...(path ?? []), i], position: middle(line[i]!, to) })),
  );
}

/** The geometry with one vertex elsewhere; its height stays. */
export function moveVertex(geometry: FeatureGeometry, path: VertexPath, to: Position): FeatureGeometry {
  if (geometry.type === 'Point') return { ...geometry, coordinates: placed(geometry.coordinates, to) };
  return onLine(geometry, path, (line, i, closed) => {
    const moved = line.map((position, at) => (at === i ? placed(position, to) : position));
    return closed && i === 0 ? [...moved.slice(0, -1), moved[0]!] : moved;
  });
}

/** The geometry with a vertex more after the one at `path`, and the new vertex's path. */
export function insertVertex(
  geometry: FeatureGeometry,
  path: VertexPath,
  position: Position,
): { readonly geometry: FeatureGeometry; readonly path: VertexPath } {
  const inserted = onLine(geometry, path, (line, i) => [
    ...line.slice(0, i + 1),
    position,
    ...line.slice(i + 1),
  ]);
  return { geometry: inserted, path: [...path.slice(0, -1), (path.at(-1) ?? 0) + 1] };
}

/**
 * The geometry with a vertex less; null where a ring would be left with fewer than three corners, a line with one
 * end, or where there is nothing but the point. A hole is never dropped on the way.
 */
export function removeVertex(geometry: FeatureGeometry, path: VertexPath): FeatureGeometry | null {
  if (geometry.type === 'Point' || geometry.type === 'MultiPoint') return null;
  const least =
    geometry.type === 'LineString' || geometry.type === 'MultiLineString' ? LEAST_OF_LINE : LEAST_OF_RING;
  if ((lineAt(geometry, path)?.length ?? 0) <= least) return null;
  return onLine(geometry, path, (line, i, closed) => {
    const rest = line.filter((_, at) => at !== i);
    return closed && i === 0 ? [...rest.slice(0, -1), rest[0]!] : rest;
  });
}

export function samePath(a: VertexPath | null, b: VertexPath | null): boolean {
  return a !== null && b !== null && a.length === b.length && a.every((step, i) => step === b[i]);
}

/** The vertex at a path; undefined where there is none. */
export function vertexAt(geometry: FeatureGeometry, path: VertexPath): Position | undefined {
  return vertexHandles(geometry).find((handle) => samePath(handle.path, path))?.position;
}

interface PathedLine {
  /** Null for a point, whose one vertex has the empty path. */
  readonly path: VertexPath | null;
  readonly line: Line;
  readonly closed: boolean;
}

function linesOf(geometry: FeatureGeometry): PathedLine[] {
  switch (geometry.type) {
    case 'Point':
      return [{ path: null, line: [geometry.coordinates], closed: false }];
    case 'MultiPoint':
    case 'LineString':
      return [{ path: [], line: geometry.coordinates, closed: false }];
    case 'MultiLineString':
      return geometry.coordinates.map((line, i) => ({ path: [i], line, closed: false }));
    case 'Polygon':
      return geometry.coordinates.map((line, i) => ({ path: [i], line, closed: true }));
    case 'MultiPolygon':
      return geometry.coordinates.flatMap((polygon, p) =>
        polygon.map((line, i) => ({ path: [p, i], line, closed: true })),
      );
  }
}

/** The line or ring that a vertex's path leads into. */
function lineAt(geometry: FeatureGeometry, path: VertexPath): Line | undefined {
  const own = path.slice(0, -1);
  return linesOf(geometry).find((candidate) => samePath(candidate.path, own))?.line;
}

/** The geometry with the line (or ring) that `path` leads into changed, all others as they are. */
function onLine(
  geometry: FeatureGeometry,
  path: VertexPath,
  change: (line: Line, i: number, closed: boolean) => Position[],
): FeatureGeometry {
  const i = path.at(-1) ?? 0;
  switch (geometry.type) {
    case 'Point':
      return geometry;
    case 'MultiPoint':
    case 'LineString':
      return { ...geometry, coordinates: change(geometry.coordinates, i, false) };
    case 'MultiLineString':
      return { ...geometry, coordinates: swapped(geometry.coordinates, path[0], (l) => change(l, i, false)) };
    case 'Polygon':
      return { ...geometry, coordinates: swapped(geometry.coordinates, path[0], (r) => change(r, i, true)) };
    case 'MultiPolygon':
      return {
        ...geometry,
        coordinates: swapped(geometry.coordinates, path[0], (polygon) =>
          swapped(polygon, path[1], (ring) => change(ring, i, true)),
        ),
      };
  }
}

function swapped<T>(list: readonly T[], at: number | undefined, change: (item: T) => T): T[] {
  return list.map((item, i) => (i === at ? change(item) : item));
}

function placed(from: Position, to: Position): Position {
  return [to[0]!, to[1]!, ...from.slice(2)];
}

function middle(a: Position, b: Position): Position {
  return [(a[0]! + b[0]!) / 2, (a[1]! + b[1]!) / 2];
}
