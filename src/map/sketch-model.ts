import type { LineString, Point, Polygon, Position } from 'geojson';

/**
 * The site being drawn, as a value. Terra Draw's own modes cannot take a typed coordinate or a step back and forth
 * from outside without closing or snapping in between, so the vertices live here and Terra Draw shows them.
 */
export interface SketchModel {
  readonly shape: 'point' | 'polygon';
  readonly vertices: readonly Position[];
  /** Vertices taken back, the last one first in line to return. */
  readonly undone: readonly Position[];
}

export function emptySketch(shape: SketchModel['shape']): SketchModel {
  return { shape, vertices: [], undone: [] };
}

function samePlace(a: Position | undefined, b: Position | undefined): boolean {
  return a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];
}

/** A point has one place: another vertex replaces it. A vertex on top of the last one is not taken. */
export function addVertex(sketch: SketchModel, position: Position): SketchModel {
  if (samePlace(sketch.vertices.at(-1), position)) return sketch;
  const kept = sketch.shape === 'point' ? [] : sketch.vertices;
  return { ...sketch, vertices: [...kept, position], undone: [] };
}

export function undoVertex(sketch: SketchModel): SketchModel {
  const last = sketch.vertices.at(-1);
  if (!last) return sketch;
  return { ...sketch, vertices: sketch.vertices.slice(0, -1), undone: [...sketch.undone, last] };
}

export function redoVertex(sketch: SketchModel): SketchModel {
  const next = sketch.undone.at(-1);
  if (!next) return sketch;
  return { ...sketch, vertices: [...sketch.vertices, next], undone: sketch.undone.slice(0, -1) };
}

/** Whether a site can be made of it. */
export function isComplete({ shape, vertices }: SketchModel): boolean {
  return vertices.length >= (shape === 'point' ? 1 : 3);
}

/**
 * The site that the sketch would make, its outer ring counter-clockwise and closed (RFC 7946); null while there are
 * too few vertices. `pointer` is where the next vertex would be.
 */
export function siteOf(sketch: SketchModel, pointer: Position | null = null): Point | Polygon | null {
  const extended = pointer ? addVertex(sketch, pointer) : sketch;
  if (!isComplete(extended)) return null;
  const { shape, vertices } = extended;
  if (shape === 'point') return { type: 'Point', coordinates: vertices[0]! };
  const open = samePlace(vertices[0], vertices.at(-1)) ? vertices.slice(0, -1) : vertices;
  if (open.length < 3) return null;
  const ring = [...open, open[0]!];
  return { type: 'Polygon', coordinates: [isClockwise(ring) ? ring.reverse() : ring] };
}

/** What to show of the sketch, however little there is of it. */
export function shownOf(sketch: SketchModel, pointer: Position | null): Point | LineString | Polygon | null {
  const site = siteOf(sketch, pointer);
  if (site) return site;
  const { vertices } = pointer ? addVertex(sketch, pointer) : sketch;
  if (vertices.length > 1) return { type: 'LineString', coordinates: [...vertices] };
  return vertices[0] ? { type: 'Point', coordinates: vertices[0] } : null;
}

function isClockwise(ring: readonly Position[]): boolean {
  let doubled = 0;
  const [originX = 0, originY = 0] = ring[0] ?? [];
  for (let i = 1; i < ring.length; i++) {
    const [x0 = 0, y0 = 0] = ring[i - 1]!;
    const [x1 = 0, y1 = 0] = ring[i]!;
    doubled += (x0 - originX) * (y1 - originY) - (x1 - originX) * (y0 - originY);
  }
  return doubled < 0;
}
