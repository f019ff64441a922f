import { add, area, centroid, cross, distance, edgesOf, left, minus, mix, unit } from './plane.mjs';
import { residents, settle } from './land-use.mjs';
import { outlyingParcels, outposts } from './outposts.mjs';
import { parcels as inner } from './parcels.mjs';
import { AREA_PER_PUPIL, programme } from './programme.mjs';

/** Every parcel with its `use`; later files change the use of some. */
export const parcels = [...inner, ...outlyingParcels].map((parcel) => ({ ...parcel, use: settle(parcel) }));

const byBlock = new Map();
for (const parcel of parcels) {
  if (!byBlock.has(parcel.block)) byBlock.set(parcel.block, []);
  byBlock.get(parcel.block).push(parcel);
}
/** The other parcels of a parcel's block. */
const besides = (parcel) => byBlock.get(parcel.block).filter((other) => other !== parcel);

const same = (p, q) => distance(p, q) < 0.002;

/** The edges that two parcels of a block share, as edges of the first. */
export function sharedEdges(a, b) {
  const theirs = edgesOf(b.ring);
  return edgesOf(a.ring).filter(([p, q]) => theirs.some(([r, s]) => same(p, s) && same(q, r)));
}

const lengthOf = (edges) => edges.reduce((sum, edge) => sum + distance(...edge), 0);
export const longest = (edges) => edges.reduce((a, b) => (distance(...b) > distance(...a) ? b : a));

/** Parcels that share at least 15 m of boundary with this one, the longest boundary first. */
export function neighbours(parcel) {
  return besides(parcel)
    .map((other) => ({ other, length: lengthOf(sharedEdges(parcel, other)) }))
    .filter(({ length }) => length > 15)
    .sort((a, b) => b.length - a.length)
    .map(({ other }) => other);
}

/** The longest edge of a parcel that no other parcel shares: where its gate is. */
export function streetEdge(parcel) {
  const shared = besides(parcel).flatMap((other) => sharedEdges(parcel, other));
  const free = edgesOf(parcel.ring).filter(([p, q]) => !shared.some(([r, s]) => same(p, r) && same(q, s)));
  return longest(free.length > 0 ? free : edgesOf(parcel.ring));
}

/** Away from a counter-clockwise ring, at right angles to one of its edges. */
export const outward = ([a, b]) => left(unit(minus(a, b)));

/** The point `metres` in front of the middle of a parcel's street edge; `along` 0–1 moves it along the edge. */
export function inFront(parcel, metres, along = 0.5) {
  const edge = streetEdge(parcel);
  return add(mix(...edge, along), outward(edge), metres);
}

/** The ring with one edge pushed out by `metres`: it then takes that much of whatever lies beyond. */
export function pushedOut(ring, edge, metres) {
  const out = outward(edge);
  return ring.flatMap((p) =>
    same(p, edge[0]) ? [p, add(edge[0], out, metres), add(edge[1], out, metres)] : [p],
  );
}

/** Kindergartens inside a housing parcel: the parcel's own shape, shrunk about its middle. */
function hosted(school, k) {
  const homes = parcels.filter(
    (p) =>
      p.district === school.district &&
      p.use.landUse === '070102' &&
      p.use.kind === 'existing' &&
      convex(p.ring),
  );
  const host = homes.sort((a, b) => area(b.ring) - area(a.ring))[k * 3];
  const middle = centroid(host.ring);
  const scale = Math.min(
    0.7,
    Math.sqrt((school.pupils * AREA_PER_PUPIL.kindergarten * 0.95) / area(host.ring)),
  );
  return { ...school, ring: host.ring.map((p) => mix(middle, p, scale)), host };
}

const convex = (ring) =>
  ring.every((p, i) => {
    const q = ring[(i + 1) % ring.length];
    return cross(minus(q, p), minus(ring[(i + 2) % ring.length], q)) > -1;
  });

function withLand(school) {
  const parcel = parcels.find((p) => p.school?.id === school.id);
  return { ...school, ring: parcel.ring, parcel };
}

/** Every school: `ring` or `point`, its own `parcel` or its `host`. */
export const schools = [
  ...programme
    .filter(({ id }) => !outposts.some((outpost) => outpost.id === id))
    .map((school, i) => (school.hosted ? hosted(school, i % 3) : withLand(school))),
  ...outposts.map((school) => (school.ring ? withLand(school) : school)),
].sort((a, b) => (a.id < b.id ? -1 : 1));

export const schoolById = (id) => schools.find((school) => school.id === id);

/** Residential areas, of the homes that stand once everything else is settled. */
export const homes = () => residents(parcels);
