import type { Position } from 'geojson';
import Flatbush from 'flatbush';

/** Below this many edges, trying every pair is quicker than building an index. */
const INDEX_FROM_EDGES = 48;

/** Edges of closed rings on flat arrays. Edge `e` runs from `x[e], y[e]` to the start of edge `next[e]`. */
interface Edges {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly next: Uint32Array;
  readonly previous: Uint32Array;
  /** Which group (polygon) the edge belongs to. */
  readonly group: Uint32Array;
}

/**
 * The first place where rings cross: groups (polygons) of the two edges, or null where none do. A crossing is
 * proper (each edge has its ends on both sides of the other), or goes through a vertex from one side to the other.
 * Rings may touch, at a vertex or along an edge. What lies within `tolerance` (unit of the coordinates) of a line
 * lies on it.
 */
export function findCrossing(
  groups: readonly (readonly (readonly Position[])[])[],
  tolerance: number,
): readonly [number, number] | null {
  const edges = edgesOf(groups);
  const count = edges.x.length;
  const crossing = (s: number, t: number) => edgesCross(edges, s, t, tolerance);
  if (count < INDEX_FROM_EDGES) {
    for (let s = 0; s < count; s++) {
      for (let t = s + 1; t < count; t++) {
        if (boxesMeet(edges, s, t, tolerance) && crossing(s, t)) return [edges.group[s]!, edges.group[t]!];
      }
    }
    return null;
  }
  const index = new Flatbush(count);
  for (let e = 0; e < count; e++) index.add(...boxOfEdge(edges, e, tolerance));
  index.finish();
  for (let s = 0; s < count; s++) {
    const near = index.search(...boxOfEdge(edges, s, tolerance), (t) => t > s);
    for (const t of near) if (crossing(s, t)) return [edges.group[s]!, edges.group[t]!];
  }
  return null;
}

function edgesOf(groups: readonly (readonly (readonly Position[])[])[]): Edges {
  let count = 0;
  for (const rings of groups) for (const ring of rings) count += Math.max(0, ring.length - 1);
  const edges: Edges = {
    x: new Float64Array(count),
    y: new Float64Array(count),
    next: new Uint32Array(count),
    previous: new Uint32Array(count),
    group: new Uint32Array(count),
  };
  const [originX = 0, originY = 0] = groups[0]?.[0]?.[0] ?? [];
  let start = 0;
  groups.forEach((rings, group) => {
    for (const ring of rings) {
      const size = Math.max(0, ring.length - 1);
      for (let i = 0; i < size; i++) {
        edges.x[start + i] = ring[i]![0]! - originX;
        edges.y[start + i] = ring[i]![1]! - originY;
        edges.next[start + i] = start + ((i + 1) % size);
        edges.previous[start + i] = start + ((i + size - 1) % size);
        edges.group[start + i] = group;
      }
      start += size;
    }
  });
  return edges;
}

function boxOfEdge(edges: Edges, e: number, pad: number): [number, number, number, number] {
  const { x, y, next } = edges;
  const end = next[e]!;
  return [
    Math.min(x[e]!, x[end]!) - pad,
    Math.min(y[e]!, y[end]!) - pad,
    Math.max(x[e]!, x[end]!) + pad,
    Math.max(y[e]!, y[end]!) + pad,
  ];
}

function boxesMeet({ x, y, next }: Edges, s: number, t: number, pad: number): boolean {
  const a = next[s]!;
  const b = next[t]!;
  return (
    Math.min(x[s]!, x[a]!) <= Math.max(x[t]!, x[b]!) + pad &&
    Math.min(x[t]!, x[b]!) <= Math.max(x[s]!, x[a]!) + pad &&
    Math.min(y[s]!, y[a]!) <= Math.max(y[t]!, y[b]!) + pad &&
    Math.min(y[t]!, y[b]!) <= Math.max(y[s]!, y[a]!) + pad
  );
}

function edgesCross(edges: Edges, s: number, t: number, tolerance: number): boolean {
  const { next } = edges;
  const tStart = side(edges, s, t, tolerance);
  const tEnd = side(edges, s, next[t]!, tolerance);
  const sStart = side(edges, t, s, tolerance);
  const sEnd = side(edges, t, next[s]!, tolerance);
  if (tStart * tEnd < 0 && sStart * sEnd < 0) return true;
  if (samePlace(edges, s, t, tolerance)) return passesThroughVertex(edges, s, t);
  return (
    (sStart === 0 && passesThroughEdge(edges, s, t, tolerance)) ||
    (tStart === 0 && passesThroughEdge(edges, t, s, tolerance))
  );
}

/** Side of the line through edge `e` on which vertex `v` lies: 1 left, -1 right, 0 within tolerance. */
function side({ x, y, next }: Edges, e: number, v: number, tolerance: number): -1 | 0 | 1 {
  const end = next[e]!;
  const dx = x[end]! - x[e]!;
  const dy = y[end]! - y[e]!;
  const length = Math.hypot(dx, dy);
  if (length <= tolerance) return 0;
  const distance = (dx * (y[v]! - y[e]!) - dy * (x[v]! - x[e]!)) / length;
  return distance > tolerance ? 1 : distance < -tolerance ? -1 : 0;
}

function samePlace({ x, y }: Edges, v: number, w: number, tolerance: number): boolean {
  return Math.abs(x[v]! - x[w]!) <= tolerance && Math.abs(y[v]! - y[w]!) <= tolerance;
}

/** Whether the ring of vertex `v`, which lies on the line of edge `e`, goes through the inside of that edge. */
function passesThroughEdge(edges: Edges, v: number, e: number, tolerance: number): boolean {
  const { x, y, next, previous } = edges;
  const end = next[e]!;
  const dx = x[end]! - x[e]!;
  const dy = y[end]! - y[e]!;
  const length = Math.hypot(dx, dy);
  const along = (dx * (x[v]! - x[e]!) + dy * (y[v]! - y[e]!)) / length;
  if (!(along > tolerance && along < length - tolerance)) return false;
  return side(edges, e, previous[v]!, tolerance) * side(edges, e, next[v]!, tolerance) < 0;
}

/** Whether two rings (or one ring twice) that share the vertex `v` = `w` change sides there. */
function passesThroughVertex({ x, y, next, previous }: Edges, v: number, w: number): boolean {
  const angle = (from: number, to: number) => Math.atan2(y[to]! - y[from]!, x[to]! - x[from]!);
  const start = angle(v, previous[v]!);
  const turn = (a: number) => (a - start + 4 * Math.PI) % (2 * Math.PI);
  const out = turn(angle(v, next[v]!));
  const one = turn(angle(w, previous[w]!));
  const two = turn(angle(w, next[w]!));
  const onWay = (a: number) => a < SAME_DIRECTION || a > 2 * Math.PI - SAME_DIRECTION;
  const along = (a: number) => onWay(a) || Math.abs(a - out) < SAME_DIRECTION;
  if (along(one) || along(two)) return false;
  return one < out !== two < out;
}

/** Directions nearer than this, in radians, are one: two edges that run along each other. */
const SAME_DIRECTION = 1e-6;
