import type { FeatureGeometry } from '../../src/domain/feature';
import { mapPositions, rectangle, type XY } from './planar';
import { starRing } from './shapes';

/** An object to measure, a subject to measure from, and the radius of its zone; metres. */
export interface MeasuredPair {
  readonly object: FeatureGeometry;
  readonly subject: FeatureGeometry;
  readonly radius: number;
}

type Random = () => number;

/** Shapes of all kinds, sizes and directions, some 200 m around `(x, y)`. */
export function randomPair(random: Random, x = 0, y = 0): MeasuredPair {
  const spread = 20 + 400 * random() ** 2;
  return {
    object: randomArea(random, x + spread * (random() - 0.5), y + spread * (random() - 0.5)),
    subject: randomSubject(random, x, y),
    radius: random() < 0.2 ? 0.05 + random() : 500 * random() ** 2 + 1,
  };
}

/** A polygon with or without a hole, or two polygons; now and then with very many corners. */
export function randomArea(random: Random, x: number, y: number): FeatureGeometry {
  const size = random() < 0.1 ? 300 * random() + 1 : 40 * random() + 5;
  const wobble = 0.9 * random();
  const corners = random() < 0.03 ? 40 + Math.floor(80 * random()) : 3 + Math.floor(12 * random() ** 2);
  const radii = Array.from({ length: corners }, () => size * (1 - wobble * random()));
  const outer = turnedRing(starRing(0, 0, radii), x, y, 7 * random());
  if (random() < 0.75) return { type: 'Polygon', coordinates: [outer] };
  if (random() < 0.5) {
    const inner = outer.map(([u, v]): XY => [x + (u - x) / 3, y + (v - y) / 3]);
    return { type: 'Polygon', coordinates: [outer, inner] };
  }
  const other = turnedRing(starRing(2.2 * size, 0, radii), x, y, 7 * random());
  return { type: 'MultiPolygon', coordinates: [[outer], [other]] };
}

function randomSubject(random: Random, x: number, y: number): FeatureGeometry {
  const near = (reach: number): XY => [x + reach * (random() - 0.5), y + reach * (random() - 0.5)];
  const reach = 20 + 200 * random();
  switch (Math.floor(7 * random())) {
    case 0:
      return { type: 'Point', coordinates: near(reach) };
    case 1:
      return { type: 'MultiPoint', coordinates: Array.from({ length: 3 }, () => near(reach)) };
    case 2:
      return { type: 'LineString', coordinates: Array.from({ length: 4 }, () => near(reach)) };
    case 3:
      return {
        type: 'MultiLineString',
        coordinates: [Array.from({ length: 3 }, () => near(reach)), [near(reach), near(reach)]],
      };
    case 4: {
      const size = reach / 2;
      const cup: XY[] = [
        [-size, -size],
        [size, -size],
        [size, size],
        [size * 0.6, size],
        [size * 0.6, -size * 0.5],
        [-size * 0.6, -size * 0.5],
        [-size * 0.6, size * (0.3 + 0.6 * random())],
        [-size, size],
      ];
      return { type: 'Polygon', coordinates: [turnedRing(cup, x, y, 7 * random())] };
    }
    default:
      return randomArea(random, ...near(reach));
  }
}

function turnedRing(ring: readonly XY[], x: number, y: number, angle: number): XY[] {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  return ring.map(([u, v]) => [x + u * cos - v * sin, y + u * sin + v * cos]);
}

const CELL = 10;
const CELLS = 8;

/** Shapes and radii on a grid of 10 m: edges, corners, offset lines and arcs coincide and touch in every way. */
export function gridPair(random: Random): MeasuredPair {
  const upTo = (n: number): number => Math.floor(random() * n);
  return {
    object: gridArea(upTo),
    subject: gridSubject(upTo),
    radius: random() < 0.8 ? (CELL / 2) * (1 + upTo(8)) : random() * 40 + 0.05,
  };
}

/**
 * A pair on the grid, turned, moved and shaken by anything from 10 fm to 0.1 mm, each vertex of a geometry as a whole:
 * everything nearly coincides.
 */
export function shakenPair(random: Random): MeasuredPair {
  const { object, subject, radius } = gridPair(random);
  const shake = 10 ** (-4 - 10 * random());
  const angle = random() < 0.5 ? 0 : 7 * random();
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const shaken = (geometry: FeatureGeometry): FeatureGeometry => {
    const moved = new Map<string, XY>();
    return mapPositions(geometry, (u, v) => {
      const place = `${u} ${v}`;
      const x = u + shake * (random() - 0.5);
      const y = v + shake * (random() - 0.5);
      const known = moved.get(place) ?? [x * cos - y * sin + 12_345.6, x * sin + y * cos - 6543.2];
      moved.set(place, known);
      return known;
    });
  };
  return { object: shaken(object), subject: shaken(subject), radius: radius + shake * (random() - 0.5) };
}

function scaled(vertices: readonly XY[], x: number, y: number): XY[] {
  return vertices.map(([u, v]) => [(x + u) * CELL, (y + v) * CELL]);
}

const ELL: readonly XY[] = [
  [0, 0],
  [3, 0],
  [3, 1],
  [1, 1],
  [1, 3],
  [0, 3],
];
const CUP: readonly XY[] = [
  [0, 0],
  [4, 0],
  [4, 3],
  [3, 3],
  [3, 1],
  [1, 1],
  [1, 3],
  [0, 3],
];
const LOZENGE: readonly XY[] = [
  [1, 0],
  [2, 1],
  [1, 2],
  [0, 1],
];

function gridArea(upTo: (n: number) => number): FeatureGeometry {
  const x = upTo(4);
  const y = upTo(4);
  switch (upTo(6)) {
    case 0:
      return { type: 'Polygon', coordinates: [scaled(rectangle(0, 0, 1 + upTo(4), 1 + upTo(4)), x, y)] };
    case 1:
      return { type: 'Polygon', coordinates: [scaled(ELL, x, y)] };
    case 2:
      return { type: 'Polygon', coordinates: [scaled(CUP, x, y)] };
    case 3:
      return { type: 'Polygon', coordinates: [scaled(LOZENGE, x, y)] };
    case 4:
      return {
        type: 'Polygon',
        coordinates: [scaled(rectangle(0, 0, 4, 4), x, y), scaled(rectangle(1, 1, 3, 2), x, y)],
      };
    default: {
      const cells = Array.from({ length: 6 }, () => scaled(rectangle(0, 0, 1, 1), upTo(CELLS), upTo(CELLS)));
      const distinct = new Map(cells.map((cell) => [cell.join(), [cell]]));
      return { type: 'MultiPolygon', coordinates: [...distinct.values()] };
    }
  }
}

function gridSubject(upTo: (n: number) => number): FeatureGeometry {
  const place = (): XY => [upTo(CELLS + 1) * CELL, upTo(CELLS + 1) * CELL];
  switch (upTo(6)) {
    case 0:
      return { type: 'Point', coordinates: place() };
    case 1:
      return { type: 'MultiPoint', coordinates: [place(), place(), place()] };
    case 2:
      return { type: 'LineString', coordinates: Array.from({ length: 4 }, place) };
    default:
      return gridArea(upTo);
  }
}
