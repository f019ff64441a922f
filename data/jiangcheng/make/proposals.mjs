import { add, distance, minus, mix, ringGap, unit } from './plane.mjs';
import {
  longest,
  neighbours,
  outward,
  parcels,
  pushedOut,
  schools,
  sharedEdges,
  streetEdge,
} from './city.mjs';
import { propose } from './land-use.mjs';
import { seeded } from './random.mjs';
import { reservations, reservedLand, reservedSchools } from './reservations.mjs';

const rng = seeded(77);
const overlays = [];

function overlay(ring, use, district, replaces) {
  overlays.push({
    id: `X-${String(overlays.length + 1).padStart(2, '0')}`,
    district,
    ring,
    use: { ...use, ...(replaces && { replaces }) },
  });
}

const free = (parcel) => !parcel.school && !parcel.green && parcel.use.kind === 'existing';
const withRoom = schools.filter(
  (s) => s.parcel && !reservedSchools.has(s.id) && neighbours(s.parcel).some(free),
);
const roomOf = (school) => neighbours(school.parcel).find(free);
const existing = withRoom.filter((s) => s.status === 'existing');
const planned = withRoom.filter((s) => s.status === 'planned');

/** A scheme on the neighbour's land whose line runs `metres` into the campus. */
function intrude(school, metres, cadastral) {
  const land = roomOf(school);
  const ring = pushedOut(land.ring, longest(sharedEdges(land, school.parcel)), metres);
  const deed = { landUse: '090101', kind: 'cadastral', status: 'built', name: '临街商铺宗地' };
  overlay(ring, cadastral ? deed : propose(land), school.district, cadastral ? undefined : [land.id]);
}

[14, 2.2, 0.03].forEach((metres, i) => existing[i] && intrude(existing[i], metres, false));
if (existing[3]) intrude(existing[3], 1.5, true);
[16, 4, 0.4, 0.03, 9].forEach((metres, i) => planned[i] && intrude(planned[i], metres, false));

/** Planned sites drawn beyond their own land, into works that still stand; one by no more than a pencil line. */
export const widened = new Map();
[20, 12, 0.03].forEach((metres, i) => {
  const school = planned[5 + i];
  const land = roomOf(school);
  land.use = {
    landUse: ['100102', '110101', '100101'][i],
    kind: 'existing',
    status: 'built',
    name: '待搬迁厂区',
  };
  widened.set(school.id, pushedOut(school.parcel.ring, longest(sharedEdges(school.parcel, land)), metres));
});
[8, 9].forEach((i) => {
  const land = roomOf(planned[i]);
  land.use = { landUse: '100102', kind: 'existing', status: 'built', name: '待搬迁厂区' };
});

/** A scheme across the street from a parcel, `metres` from its edge. */
function front(parcel, metres) {
  const edge = streetEdge(parcel);
  const at = add(mix(...edge, 0.5), outward(edge), metres);
  const along = unit(minus(edge[1], edge[0]));
  const corner = (u, v) => add(add(at, along, u), outward(edge), v);
  const ring = [corner(-22, 0), corner(-22, 42), corner(22, 42), corner(22, 0)];
  overlay(ring, { ...propose({ ring }, '090101'), name: '沿街改造方案' }, parcel.district);
}

/** Schemes in front of existing schools and of reservations: either side of 50 m, and within the tolerance. */
const fronted = schools.filter((s) => s.parcel && s.status === 'existing');
[49.2, 50, 50.7, 49.98, 53, 38].forEach((metres, i) =>
  front(fronted[(i * 3 + 1) % fronted.length].parcel, metres),
);
front(reservedLand[9], 50.6);
front(reservedLand[10], 50.02);

const lands = () => schools.filter((s) => s.ring && s.status === 'existing').map((s) => s.ring);
const gapTo = (rings, parcel) =>
  Math.min(
    ...rings.filter((r) => distance(r[0], parcel.middle) < 700).map((r) => ringGap(r, parcel.ring)),
    1e9,
  );

/** Proposals within the street grids: a few beside a school, a few just outside of the band, most far away. */
const NEAR = {
  beside: [0, 1, 5],
  across: [6, 46, 7],
  outside: [54, 80, 7],
  reservation: [6, 46, 3],
  far: [140, 1e9, 26],
};
const order = parcels
  .filter((p) => free(p) && ['070102', '070103', '090101', '0902', '2301'].includes(p.use.landUse))
  .map((parcel) => ({ parcel, key: rng.next() }))
  .sort((a, b) => a.key - b.key)
  .map(({ parcel }) => parcel);
const schoolRings = lands();
const reservedRings = reservations.map((r) => r.ring);
const wanted = Object.fromEntries(Object.entries(NEAR).map(([key, [, , count]]) => [key, count]));
for (const parcel of order) {
  if (Object.values(wanted).every((count) => count === 0)) break;
  const fromSchool = gapTo(schoolRings, parcel);
  const fromReservation = gapTo(reservedRings, parcel);
  const fits = ([key, [low, high]]) => {
    if (wanted[key] === 0) return false;
    const [gap, other] =
      key === 'reservation' ? [fromReservation, fromSchool] : [fromSchool, fromReservation];
    return gap >= low && gap <= high && (other > 55 || key === 'beside');
  };
  const kind = Object.entries(NEAR).find(fits);
  if (!kind) continue;
  wanted[kind[0]]--;
  parcel.use = propose(parcel, rng.pick(['070102', '070102', '090101', '0902']));
}

/** Kindergartens with a neighbour of the kind that draws crowds. */
const kindergartens = schools.filter(
  (s) => s.stage === 'kindergarten' && s.parcel && neighbours(s.parcel).some(free),
);
[
  { landUse: '0903', kind: 'existing', status: 'built', name: '江城娱乐城' },
  { landUse: '090102', kind: 'existing', status: 'built', name: '农产品批发市场' },
  { landUse: '0903', kind: 'detailed-plan', status: 'planned', name: '规划娱乐用地' },
].forEach((use, i) => {
  neighbours(kindergartens[i * 4 + 1].parcel).find(free).use = use;
});

/** Entertainment across the street from a kindergarten: near, but no neighbour. */
const watched = kindergartens[2].parcel;
const opposite = parcels
  .filter((p) => free(p) && p.block !== watched.block && distance(p.middle, watched.middle) < 400)
  .reduce((a, b) => (ringGap(b.ring, watched.ring) < ringGap(a.ring, watched.ring) ? b : a));
opposite.use = { landUse: '0903', kind: 'existing', status: 'built', name: '对街影剧院' };

/** Schools with vacant land beside them, to be planned for their growth first. */
schools
  .filter((s) => s.status === 'existing' && s.parcel && neighbours(s.parcel).filter(free).length > 1)
  .slice(0, 5)
  .forEach((school, i) => {
    const land = neighbours(school.parcel).filter(free)[1];
    land.use = {
      landUse: i % 2 ? '16' : '2301',
      kind: 'existing',
      status: 'vacant',
      name: i % 2 ? '留白用地' : '空闲地',
    };
  });

/** Schemes and deeds drawn over the parcels that tile the city. */
export const drawnOver = overlays;
