import { intersect } from '@turf/turf';
import {
  add,
  area,
  centroid,
  contains,
  counterClockwise,
  cross,
  edgesOf,
  left,
  minus,
  mix,
  unit,
} from './plane.mjs';
import { beside, nearestIndex } from './river.mjs';

/** Riverside drives run this far inland of the bank; the blocks begin behind them. */
const DRIVE = 66;
const DRIVE_HALF_WIDTH = 9;

const HALF_WIDTH = { arterial: 18, secondary: 12, branch: 7 };
const OLD_HALF_WIDTH = { arterial: 13, secondary: 8, branch: 4.5 };

/**
 * One street grid per built-up area: `side`, `from` and `to` say which stretch of bank it stands on, `fringe` is
 * its edge towards the fields. `gaps` are street spacings in metres, `classes` the streets' ranks, both repeated.
 */
const AREAS = [
  {
    district: 'jiangbei',
    side: 1,
    from: [-4520, 4700],
    to: [500, 4500],
    fringe: [
      [700, 5200],
      [-300, 5950],
      [-1700, 5750],
      [-2600, 5950],
      [-3500, 5500],
    ],
    count: 66,
    angle: -0.62,
    gaps: [118, 132, 206, 124, 192],
    classes: ['arterial', 'branch', 'branch', 'secondary', 'branch', 'branch'],
    half: OLD_HALF_WIDTH,
    bend: 45,
  },
  {
    district: 'qili',
    side: -1,
    from: [-1800, 2700],
    to: [4900, -900],
    fringe: [
      [4000, -1400],
      [2400, -1250],
      [800, -1850],
      [-700, -1500],
      [-1300, -500],
      [-1450, 1300],
    ],
    count: 46,
    angle: 0.1,
    gaps: [205, 236, 220, 248],
    classes: ['arterial', 'branch', 'secondary', 'branch'],
    half: HALF_WIDTH,
    bend: 90,
  },
  {
    district: 'jiangnan',
    side: -1,
    from: [-4450, 1700],
    to: [-2850, 1000],
    fringe: [
      [-2750, 300],
      [-2900, -1300],
      [-3900, -1900],
      [-5100, -1700],
      [-5700, -500],
      [-5500, 700],
      [-5150, 1300],
    ],
    count: 46,
    angle: -0.28,
    gaps: [178, 205, 192, 214],
    classes: ['secondary', 'branch', 'arterial', 'branch'],
    half: HALF_WIDTH,
    bend: 60,
  },
  {
    district: 'jiangdong',
    side: 1,
    from: [2500, 2600],
    to: [5100, -1900],
    fringe: [
      [5500, -1900],
      [6200, -1500],
      [6300, 0],
      [5600, 1250],
      [4500, 2400],
      [3300, 3200],
    ],
    count: 46,
    angle: -0.88,
    gaps: [214, 196, 232],
    classes: ['arterial', 'branch', 'secondary', 'branch'],
    half: HALF_WIDTH,
    bend: 55,
  },
];

const stretch = (spec, inland) =>
  beside(spec.side, inland).slice(nearestIndex(spec.from), nearestIndex(spec.to) + 1);

function lattice(spec) {
  const { angle, gaps, classes, bend, count } = spec;
  const u = [Math.cos(angle), Math.sin(angle)];
  const middle = spec.fringe.concat([spec.from, spec.to]);
  const centre = middle.reduce((sum, p) => add(sum, p, 1 / middle.length), [0, 0]);
  const places = [0];
  for (let i = 1; i < count; i++) places.push(places[i - 1] + gaps[i % gaps.length]);
  const shift = -places[count - 1] / 2;
  const node = (i, j) => {
    const [x, y] = add(add(centre, u, places[i] + shift), left(u), places[j] + shift);
    return [
      x + bend * Math.sin(y / 900 + angle * 5) + 0.4 * bend * Math.sin(y / 370),
      y + bend * Math.sin(x / 1050 + 2) + 0.3 * bend * Math.sin(x / 410),
    ];
  };
  return { count, node, rank: (i) => classes[i % classes.length] };
}

/** Where two straight lines, each moved inwards by its half width, meet. */
function meet([a, b], byA, [c, d], byB) {
  const p = add(a, left(unit(minus(b, a))), byA);
  const q = add(c, left(unit(minus(d, c))), byB);
  const r = minus(b, a);
  const s = minus(d, c);
  return add(p, r, cross(minus(q, p), s) / cross(r, s));
}

function inset(ring, widths) {
  const edges = edgesOf(ring);
  return edges.map((edge, i) => {
    const before = (i + edges.length - 1) % edges.length;
    return meet(edges[before], widths[before], edge, widths[i]);
  });
}

/** The largest piece of `ring` inside `limit`, or null. */
function clip(ring, limit) {
  const closed = (r) => ({
    type: 'Feature',
    properties: {},
    geometry: { type: 'Polygon', coordinates: [[...r, r[0]]] },
  });
  const common = intersect({ type: 'FeatureCollection', features: [closed(ring), closed(limit)] });
  if (!common) return null;
  const { type, coordinates } = common.geometry;
  const outers = (type === 'Polygon' ? [coordinates] : coordinates).map((polygon) => polygon[0].slice(0, -1));
  return counterClockwise(outers.reduce((best, r) => (area(r) > area(best) ? r : best)));
}

/** Whole blocks at the fringe, blocks cut by the drive at the river. */
function blocksOf(spec, grid, builtUp, limit) {
  const blocks = [];
  for (let i = 0; i + 1 < grid.count; i++) {
    for (let j = 0; j + 1 < grid.count; j++) {
      const cell = [grid.node(i, j), grid.node(i + 1, j), grid.node(i + 1, j + 1), grid.node(i, j + 1)];
      const ranks = [grid.rank(j), grid.rank(i + 1), grid.rank(j + 1), grid.rank(i)];
      const ring = inset(
        cell,
        ranks.map((rank) => spec.half[rank]),
      );
      const inside = ring.filter((p) => contains(limit, p)).length;
      if (inside === 0) continue;
      const kept = inside === 4 && !limit.some((p) => contains(ring, p)) ? ring : clip(ring, limit);
      if (!kept || area(kept) < 1200 || !contains(builtUp, centroid(kept))) continue;
      blocks.push({
        district: spec.district,
        ring: kept,
        whole: kept === ring,
        arterial: ranks.includes('arterial'),
      });
    }
  }
  return blocks;
}

/** Where the segment from inside to outside leaves the ring. */
function exit(ring, inside, outside) {
  let [a, b] = [0, 1];
  for (let k = 0; k < 40; k++) {
    const t = (a + b) / 2;
    if (contains(ring, mix(inside, outside, t))) a = t;
    else b = t;
  }
  return mix(inside, outside, a);
}

/** The stretches of a street inside the ring, each ending on it. */
function runs(line, ring) {
  const found = [];
  let run = null;
  line.forEach((p, k) => {
    const within = contains(ring, p);
    if (within && !run) {
      run = k > 0 ? [exit(ring, p, line[k - 1]), p] : [p];
      found.push(run);
    } else if (within) run.push(p);
    else if (run) {
      run.push(exit(ring, run[run.length - 1], p));
      run = null;
    }
  });
  return found.filter((r) => r.length > 2);
}

function streetsOf(spec, grid, ring) {
  const streets = [];
  for (let i = 0; i < grid.count; i++) {
    const steps = Array.from({ length: grid.count }, (_, k) => k);
    for (const line of [steps.map((k) => grid.node(i, k)), steps.map((k) => grid.node(k, i))]) {
      for (const run of runs(line, ring)) {
        streets.push({
          class: grid.rank(i),
          halfWidthM: spec.half[grid.rank(i)],
          line: run,
          district: spec.district,
        });
      }
    }
  }
  return streets;
}

/** Strips of green between bank and drive, cut across every few hundred metres. */
function greensOf(spec) {
  const low = stretch(spec, 8);
  const high = stretch(spec, DRIVE - DRIVE_HALF_WIDTH);
  const greens = [];
  for (let i = 0; i + 1 < low.length; i += 4) {
    const end = Math.min(i + 5, low.length);
    const ring = counterClockwise([...low.slice(i, end), ...high.slice(i, end).reverse()]);
    greens.push({ district: spec.district, ring });
  }
  return greens;
}

function build(spec) {
  const grid = lattice(spec);
  const middle = centroid(counterClockwise([...stretch(spec, 0), ...spec.fringe]));
  const ringAt = (inland, widen = 1) =>
    counterClockwise([...stretch(spec, inland), ...spec.fringe.map((p) => mix(middle, p, widen))]);
  const drive = {
    class: 'secondary',
    halfWidthM: DRIVE_HALF_WIDTH,
    line: stretch(spec, DRIVE),
    district: spec.district,
  };
  return {
    blocks: blocksOf(spec, grid, ringAt(DRIVE), ringAt(DRIVE + DRIVE_HALF_WIDTH, 1.12)),
    streets: [drive, ...streetsOf(spec, grid, ringAt(DRIVE, 1.03))],
    greens: greensOf(spec),
  };
}

const built = AREAS.map(build);
export const blocks = built.flatMap((part) => part.blocks);
export const streets = built.flatMap((part) => part.streets);
export const greens = built.flatMap((part) => part.greens);
