import type { LonLatBox } from '../../../domain/feature';
import { roundLength } from '../../../domain/round-length';

/** The size of a preview map, in its own units, which are about pixels. */
export const WIDTH = 800;
export const HEIGHT = 300;

/** What part of the world a preview map shows: equal-area enough for a city, north up. */
export interface MapView {
  readonly lon: number;
  readonly lat: number;
  /** Units for a degree of latitude. */
  readonly perDegree: number;
}

const METRES_PER_DEGREE = 111_195;
/** From the whole of China to a parcel. */
const LEAST_SCALE = 10;
const MOST_SCALE = 4e6;
/** Left free around what is to be seen. */
const MARGIN = 24;
/** A layer of one point is shown with this much around it. */
const LEAST_DEGREES = 0.002;

const stretchAt = (lat: number): number => Math.cos((lat * Math.PI) / 180);

const withinScales = (perDegree: number): number => Math.min(MOST_SCALE, Math.max(LEAST_SCALE, perDegree));

/** The view that shows a whole box. */
export function viewOf([west, south, east, north]: LonLatBox): MapView {
  const [lon, lat] = [(west + east) / 2, (south + north) / 2];
  const width = Math.max((east - west) * stretchAt(lat), LEAST_DEGREES);
  const height = Math.max(north - south, LEAST_DEGREES);
  const perDegree = Math.min((WIDTH - 2 * MARGIN) / width, (HEIGHT - 2 * MARGIN) / height);
  return { lon, lat, perDegree: withinScales(perDegree) };
}

/** Nearer or farther, what is under a place of the map stays there. */
export function zoomed(view: MapView, factor: number, [x, y] = [WIDTH / 2, HEIGHT / 2]): MapView {
  const perDegree = withinScales(view.perDegree * factor);
  const kept = 1 - view.perDegree / perDegree;
  const moved = panned(view, (x - WIDTH / 2) * kept, (y - HEIGHT / 2) * kept);
  return { ...moved, perDegree };
}

/** Moved by units of the map, right and down. */
export function panned(view: MapView, dx: number, dy: number): MapView {
  const { lon, lat, perDegree } = view;
  const to = Math.min(85, Math.max(-85, lat - dy / perDegree));
  return { lon: lon + dx / (perDegree * stretchAt(lat)), lat: to, perDegree };
}

/** Where a place is on the map. */
export function at(
  { lon, lat, perDegree }: MapView,
  place: readonly [number, number],
): [x: number, y: number] {
  return [
    WIDTH / 2 + (place[0] - lon) * perDegree * stretchAt(lat),
    HEIGHT / 2 - (place[1] - lat) * perDegree,
  ];
}

/** Brings path data in millionths of a degree from an origin onto the map. */
export function transformOf(view: MapView, origin: readonly [number, number]): string {
  const [x, y] = at(view, origin);
  const scale = view.perDegree / 1e6;
  return `translate(${x} ${y}) scale(${scale * stretchAt(view.lat)} ${scale})`;
}

/** A round length for a scale bar of at most so many units. */
export function scaleBar(view: MapView, most: number): { readonly metres: number; readonly length: number } {
  const perMetre = view.perDegree / METRES_PER_DEGREE;
  const metres = roundLength(most / perMetre);
  return { metres, length: metres * perMetre };
}
