import { add, area, distance, distanceToRing, mix } from './plane.mjs';
import { inFront, parcels, schoolById, schools } from './city.mjs';
import { FACING, IN_THE_FIELDS, SCATTERED } from './facility-plan.mjs';
import { seeded } from './random.mjs';

const rng = seeded(9);
const NAMES =
  '鑫源,大众,蓝天,兴旺,宏达,永安,金桥,友谊,利民,新世纪,东升,顺达,万和,富民,康泰,新星,四海,飞跃'.split(',');
const rings = schools.map((school) => ({
  at: school.point ?? school.ring[0],
  ring: school.ring,
  point: school.point,
}));
/** A limit that no scattered facility may come near by chance stands on its clearance, and this much more. */
const clearOf = (point, metres) =>
  rings.every(
    ({ at, ring, point: dot }) =>
      distance(at, point) > metres + 600 ||
      (dot ? distance(dot, point) : distanceToRing(point, ring)) > metres,
  );

const size = (kind) =>
  kind === 'petrol-station'
    ? { vapourRecovery: rng.chance(0.7) }
    : kind === 'waste-transfer'
      ? { tonnesPerDay: rng.integer(3, 60) * 10 }
      : {};

function scatter() {
  const found = [];
  const used = new Set();
  for (const [kind, [count, name, uses, clearance, { whole } = {}]] of Object.entries(SCATTERED)) {
    const lots = parcels.filter(
      (p) => uses.includes(p.use.landUse) && p.use.kind === 'existing' && (!whole || area(p.ring) < 26000),
    );
    for (let n = 0, tries = 0; n < count && tries < 4000; tries++) {
      const lot = rng.pick(lots);
      const at = whole ? lot.middle : mix(lot.middle, rng.pick(lot.ring), rng.between(0.3, 0.8));
      const reach = whole ? Math.sqrt(area(lot.ring)) : 0;
      const apart = found.every((other) => other.kind !== kind || distance(other.at, at) > 160);
      if ((whole && used.has(lot.id)) || !apart || !clearOf(at, clearance + reach)) continue;
      if (whole) used.add(lot.id);
      found.push({
        kind,
        name: rng.pick(NAMES) + name,
        at,
        ...size(kind),
        ...(whole ? { ring: lot.ring } : { point: at }),
      });
      n++;
    }
  }
  return found;
}

const square = (x, y, side) => [
  [x, y],
  [x + side, y],
  [x + side, y + side * 0.8],
  [x, y + side * 0.8],
];

const inTheFields = IN_THE_FIELDS.map(([kind, name, x, y, side]) => ({
  kind,
  name,
  ring: square(x, y, side),
}));

const facing = FACING.map(([kind, id, metres, properties = {}], i) => {
  const school = schoolById(id);
  const point = school.parcel ? inFront(school.parcel, metres) : add(school.point, [0, 1], metres);
  const title = SCATTERED[kind][1];
  return { kind, name: NAMES[i % NAMES.length] + title, point, ...properties };
});

/** Every facility: `{id, kind, name, ring | point, …}`. */
export const facilities = [...facing, ...inTheFields, ...scatter()].map((facility, i) => ({
  id: `F-${String(i + 1).padStart(3, '0')}`,
  ...facility,
}));
