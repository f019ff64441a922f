import { AREA_PER_PUPIL, OUTLYING, programme } from './programme.mjs';
import { add, area, axes, centroid, conform, distance, dot, split } from './plane.mjs';
import { seeded } from './random.mjs';
import { blocks, greens } from './streets.mjs';

/** Mean parcel in m²: fine in the old town, coarse in the new district. */
const PARCEL = { jiangbei: 4600, qili: 12000, jiangnan: 7400, jiangdong: 9400 };
const rng = seeded(20250601);

/** Cuts off the end of a ring that measures `wanted` m², across its longer axis; null where that fails. */
function cutOff(ring, wanted) {
  const { along, across, u, v } = axes(ring);
  const [axis, [low, high]] = u[1] - u[0] >= v[1] - v[0] ? [along, u] : [across, v];
  const cutAt = (t) => split(ring, add([0, 0], axis, t), [-axis[1], axis[0]]);
  let [a, b] = [low, high];
  for (let k = 0; k < 50; k++) {
    const t = (a + b) / 2;
    const pieces = cutAt(t);
    const first = pieces && pieces.find((piece) => dot(centroid(piece), axis) < t);
    if (first ? area(first) < wanted : t < (low + high) / 2) a = t;
    else b = t;
  }
  const pieces = cutAt(a);
  return pieces && pieces.sort((p, q) => dot(centroid(p), axis) - dot(centroid(q), axis));
}

/** Whether a cut ends near a corner that is there already, without meeting it: that would leave a sliver. */
const nearMiss = (pieces, corners) =>
  pieces[0]
    .filter((p) => pieces[1].includes(p))
    .some((cut) => corners.some((corner) => corner !== cut && distance(corner, cut) < 2));

/**
 * Halves a ring again and again, across its longer axis, until the pieces are about `goal` m². `corners` are those
 * of the whole block so far.
 */
function subdivide(ring, goal, corners) {
  if (area(ring) < goal * rng.between(1.1, 1.9)) return [ring];
  const { along, across, u, v } = axes(ring);
  const long = u[1] - u[0] >= v[1] - v[0];
  const axis = long ? along : across;
  const [low, high] = long ? u : v;
  for (let tries = 0; tries < 6; tries++) {
    const t = low + (high - low) * rng.between(0.42, 0.58);
    const pieces = split(ring, add([0, 0], axis, t), [-axis[1], axis[0]]);
    if (!pieces || nearMiss(pieces, corners)) continue;
    corners.push(...pieces[0].filter((p) => pieces[1].includes(p)));
    return pieces.flatMap((piece) => subdivide(piece, goal, corners));
  }
  return [ring];
}

/** Sites of a stage need not be further apart than this. */
const ENOUGH = { kindergarten: 650, primary: 1000, junior: 1500 };

/** How good a block is for a school: large enough, far from others of its stage, off the arterial roads. */
function merit(block, school, wanted, taken) {
  const size = area(block.ring);
  if (size < wanted * 0.96 || block.school || block.district !== school.district) return -Infinity;
  const others = taken
    .filter((other) => other.stage === school.stage)
    .map((other) => distance(other.at, block.middle));
  const anyone = taken.map((other) => distance(other.at, block.middle));
  const apart = Math.min(ENOUGH[school.stage] ?? 1200, ...others) + 0.5 * Math.min(450, ...anyone);
  return (
    apart +
    block.whim -
    (block.arterial ? 20 : 0) -
    12 * Math.max(0, size / wanted - 3) +
    (block.whole ? 450 : 0)
  );
}

/** A block for each school that stands inside the street grids; the largest sites choose first. */
function allot() {
  const choosing = programme
    .filter((school) => !school.hosted && !OUTLYING.includes(school.name))
    .map((school) => ({ school, wanted: school.pupils * AREA_PER_PUPIL[school.stage] * school.tight }))
    .sort((a, b) => b.wanted - a.wanted);
  const taken = [];
  for (const { school, wanted } of choosing) {
    const reach = Math.min(wanted, biggest(school.district));
    const best = blocks.reduce((a, b) =>
      merit(b, school, reach, taken) > merit(a, school, reach, taken) ? b : a,
    );
    best.school = { ...school, wanted };
    taken.push({ stage: school.stage, at: best.middle });
  }
}

const biggest = (district) =>
  Math.max(
    ...blocks.filter((b) => b.district === district && !b.school && b.whole).map((b) => area(b.ring)),
  ) * 0.96;

/** A compact site of `wanted` m² at a corner of the ring, then what is left of it; null where that fails. */
function carve(ring, wanted) {
  if (area(ring) < wanted * 2.6) return cutOff(ring, wanted);
  const halves = cutOff(ring, area(ring) / 2);
  const pieces = halves && carve(halves[0], wanted);
  return pieces && [...pieces, halves[1]];
}

function parcelsOf(block) {
  const roomy = block.school && area(block.ring) > block.school.wanted * 1.3;
  const [campus, ...rest] = (roomy && carve(block.ring, block.school.wanted)) || [block.ring];
  const corners = [...block.ring, ...campus, ...rest.flat()];
  const cut = (ring) => subdivide(ring, PARCEL[block.district], corners);
  const rings = conform(block.school ? [campus, ...rest.flatMap(cut)] : cut(campus));
  return rings.map((ring, i) => ({
    district: block.district,
    ring,
    block,
    school: i === 0 && block.school ? block.school : null,
  }));
}

for (const block of blocks) {
  block.middle = centroid(block.ring);
  block.whim = rng.between(0, 260);
}
allot();

const conformed = conform(greens.map((green) => green.ring));
const numbered = [
  ...blocks.flatMap(parcelsOf),
  ...greens.map((green, i) => ({ district: green.district, ring: conformed[i], green: true })),
];
const PREFIX = { jiangbei: 'JB', qili: 'QL', jiangnan: 'JN', jiangdong: 'JD' };
const counters = {};

/** Every parcel of the street grids: `{id, district, ring, block, school?, green?}`. */
export const parcels = numbered.map((parcel) => {
  const n = (counters[parcel.district] = (counters[parcel.district] ?? 0) + 1);
  return {
    ...parcel,
    id: `P-${PREFIX[parcel.district]}-${String(n).padStart(4, '0')}`,
    middle: centroid(parcel.ring),
  };
});
