import { planarArea } from './area';
import { overlap } from './overlap';
import type { PlanarGeometry } from './planar-geometry';
import { pointSegment2, segmentsOf } from './segments';
import { arcCurve, integralX, lineCurve, type SlabCurve } from './slab-curve';
import { areaCurves, commonSpans, slabHeights, SlabSweep, type Span } from './slab-sweep';
import { ZoneEvents, type Box } from './zone-events';

/** A zone of less than this distance (metres) is its subject. */
const LEAST_DISTANCE_M = 1e-5;

/** Slabs lower than this (metres) hold less area than float noise. */
const LEAST_SLAB_M = 1e-9;

/**
 * How far up in a slab its curves are put in order. Half way up, a grid of vertices has a circle touch a line that
 * passes it (the slab does not end there, as neither crosses the other); at an odd share of the slab it has not.
 */
const ORDER_AT = 0.4389;

const PLANE: Box = { minX: -Infinity, minY: -Infinity, maxX: Infinity, maxY: Infinity };

/**
 * Area in m² of the part of `object` that lies within `d` metres of `subject`, the subject itself included; 0 if
 * the object has no area. Exact: round corners are arcs. Never negative nor more than the object's area.
 *
 * The zone is the union of the subject, a disc around each vertex and a rectangle along each edge. Object and zone
 * are cut into horizontal slabs at every height where the boundary of their intersection passes from one curve to
 * another; within a slab it is a row of pieces between two curves each, integrated in closed form. As with
 * `overlap` there is no topology, so coincident and tangent curves are harmless.
 */
export function zoneOverlapArea(object: PlanarGeometry, subject: PlanarGeometry, d: number): number {
  if (object.dimension !== 2 || subject.xy.length === 0) return 0;
  if (d < LEAST_DISTANCE_M) return overlap(object, subject).areaM2;
  const box: Box = {
    minX: Math.max(object.minX, subject.minX - d),
    minY: Math.max(object.minY, subject.minY - d),
    maxX: Math.min(object.maxX, subject.maxX + d),
    maxY: Math.min(object.maxY, subject.maxY + d),
  };
  if (!(box.maxX > box.minX && box.maxY > box.minY)) return 0;
  const whole = planarArea(object);
  const pieces = segmentsOf(subject);
  if (coversAll(pieces, object.xy, d)) return whole;

  const events = offsetEvents(subject, pieces, d, box);
  events.addHeight(box.minY);
  events.addHeight(box.maxY);
  for (let i = 1; i < object.xy.length; i += 2) events.addHeight(object.xy[i]!);
  const heights = slabHeights(events.finish(segmentsOf(object)), LEAST_SLAB_M);
  const inObject = new SlabSweep(areaCurves(object, box.minY, box.maxY, box.maxX));
  const inZone = new SlabSweep(zoneCurves(subject, pieces, d, box));
  const area = sumSlabs(heights, (y) => commonSpans(inObject.spansAt(y), inZone.spansAt(y)));
  return Math.min(whole, Math.max(0, area));
}

/** Area in m² of the whole zone within `d` metres of `subject`, the subject included; each point counts once. */
export function zoneArea(subject: PlanarGeometry, d: number): number {
  if (d < LEAST_DISTANCE_M) return planarArea(subject);
  const pieces = segmentsOf(subject);
  const heights = slabHeights(
    offsetEvents(subject, pieces, d, PLANE).finish(new Float64Array(0)),
    LEAST_SLAB_M,
  );
  const inZone = new SlabSweep(zoneCurves(subject, pieces, d, PLANE));
  return sumSlabs(heights, (y) => inZone.spansAt(y));
}

function sumSlabs(heights: Float64Array, spansAt: (y: number) => readonly Span[]): number {
  let area = 0;
  for (let i = 0; i + 1 < heights.length; i++) {
    const y0 = heights[i]!;
    const y1 = heights[i + 1]!;
    for (const { from, to } of spansAt(y0 + ORDER_AT * (y1 - y0))) {
      if (to) area += Math.max(0, integralX(to, y0, y1) - integralX(from, y0, y1));
    }
  }
  return area;
}

/** Whether all vertices lie within `d` of one and the same piece: then, as that is convex, all between them do. */
function coversAll(pieces: Float64Array, xy: Float64Array, d: number): boolean {
  for (let i = 0; i < pieces.length; i += 4) {
    let v = 0;
    while (
      v < xy.length &&
      pointSegment2(pieces[i]!, pieces[i + 1]!, pieces[i + 2]!, pieces[i + 3]!, xy[v]!, xy[v + 1]!) <= d * d
    ) {
      v += 2;
    }
    if (v >= xy.length) return true;
  }
  return false;
}

/** Fills in the offset curve; of an area only its outer side, and no circle where a ring turns inward. */
function offsetEvents(subject: PlanarGeometry, pieces: Float64Array, d: number, box: Box): ZoneEvents {
  const events = new ZoneEvents(pieces, d, box);
  const isArea = subject.dimension === 2;
  for (let i = 0; i < pieces.length; i += 4) {
    const ax = pieces[i]!;
    const ay = pieces[i + 1]!;
    const bx = pieces[i + 2]!;
    const by = pieces[i + 3]!;
    const length = Math.hypot(bx - ax, by - ay);
    if (length === 0) continue;
    const nx = ((by - ay) / length) * d;
    const ny = ((ax - bx) / length) * d;
    events.addOffsetLine(ax + nx, ay + ny, bx + nx, by + ny);
    if (!isArea) events.addOffsetLine(ax - nx, ay - ny, bx - nx, by - ny);
  }
  forEachVertex(subject, (x, y, turn) => {
    if (!isArea || turn >= 0) events.addCircle(x, y);
  });
  return events;
}

/** Disc, rectangle and subject boundaries that matter in the box, each closed curve with its inside on the left. */
function zoneCurves(subject: PlanarGeometry, pieces: Float64Array, d: number, box: Box): SlabCurve[] {
  const curves =
    subject.dimension === 2 ? areaCurves(subject, box.minY, box.maxY, Math.min(box.maxX, subject.maxX)) : [];
  const addEdge = (ax: number, ay: number, bx: number, by: number): void => {
    const curve = lineCurve(ax, ay, bx, by);
    if (curve) curves.push(curve);
  };
  for (let i = 0; i < pieces.length; i += 4) {
    const ax = pieces[i]!;
    const ay = pieces[i + 1]!;
    const bx = pieces[i + 2]!;
    const by = pieces[i + 3]!;
    if (Math.max(ax, bx) + d < box.minX || Math.min(ax, bx) - d > box.maxX) continue;
    if (Math.max(ay, by) + d < box.minY || Math.min(ay, by) - d > box.maxY) continue;
    const length = Math.hypot(bx - ax, by - ay);
    if (length === 0) continue;
    const nx = ((by - ay) / length) * d;
    const ny = ((ax - bx) / length) * d;
    addEdge(ax + nx, ay + ny, bx + nx, by + ny);
    addEdge(bx + nx, by + ny, bx - nx, by - ny);
    addEdge(bx - nx, by - ny, ax - nx, ay - ny);
    addEdge(ax - nx, ay - ny, ax + nx, ay + ny);
  }
  forEachVertex(subject, (x, y) => {
    if (x + d < box.minX || x - d > box.maxX || y + d < box.minY || y - d > box.maxY) return;
    curves.push(arcCurve(x, y, d, -1), arcCurve(x, y, d, 1));
  });
  return curves;
}

/** Each vertex once (the closing one of a ring is passed over) and which way a ring turns there: 1 is left. */
function forEachVertex(
  { dimension, xy, partEnds }: PlanarGeometry,
  visit: (x: number, y: number, turn: number) => void,
): void {
  let start = 0;
  for (const end of partEnds) {
    const last = dimension === 2 ? end - 1 : end;
    for (let v = start; v < last; v++) {
      const x = xy[2 * v]!;
      const y = xy[2 * v + 1]!;
      const before = v === start ? Math.max(start, last - 1) : v - 1;
      const after = v + 1 < end ? v + 1 : v;
      const turn =
        (x - xy[2 * before]!) * (xy[2 * after + 1]! - y) - (y - xy[2 * before + 1]!) * (xy[2 * after]! - x);
      visit(x, y, Math.sign(turn));
    }
    start = end;
  }
}
