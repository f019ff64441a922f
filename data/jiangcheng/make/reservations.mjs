import { area, distance } from './plane.mjs';
import { longest, neighbours, parcels, pushedOut, schools, sharedEdges } from './city.mjs';
import { propose } from './land-use.mjs';

const EDUCATION = { landUse: '080403', kind: 'detailed-plan', status: 'planned', name: '教育预留用地' };
const BLANK = { landUse: '16', kind: 'existing', status: 'vacant', name: '留白用地' };
const VACANT = { landUse: '2301', kind: 'existing', status: 'vacant', name: '空闲地' };

/**
 * One reservation each, beside a school with a neighbour in its block. `use` is the land beneath it. `take` pushes
 * the reservation that many metres into a third parcel, which is made a proposal: from a plain overlap down to a
 * sliver of 3 cm, within the tolerance. A `permit` that has run out does not free the land, a document (`ended`) does. `touch` makes a proposal of a parcel that only shares an edge with it.
 */
const CASES = [
  { use: EDUCATION, take: 12 },
  { use: BLANK, take: 6 },
  { use: VACANT, take: 0.6 },
  { use: EDUCATION, take: 0.03 },
  { use: EDUCATION, touch: true },
  { use: BLANK, touch: true },
  { use: 'proposal' },
  { use: EDUCATION, take: 5, permit: '2023-06-30' },
  { use: 'proposal', ended: '示例政函〔2024〕7号' },
  { use: VACANT },
  { use: EDUCATION, permit: '2028-12-31' },
  { use: EDUCATION, take: 2.5 },
];

const beside = schools
  .filter((school) => school.parcel && neighbours(school.parcel).length > 0)
  .map((school) => ({ school, land: neighbours(school.parcel)[0] }))
  .filter(({ land }) => area(land.ring) > 1400);
const chosen = [
  ...beside.filter(({ school }) => school.status === 'existing').filter((_, i) => i % 3 < 2),
  ...beside.filter(({ school }) => school.status === 'planned' && school.stage !== 'kindergarten'),
].slice(0, CASES.length);

function reservation({ school, land }, index) {
  const { use, take, touch, permit, ended } = CASES[index];
  const third = neighbours(land).find((other) => other !== school.parcel && !other.school);
  land.use = use === 'proposal' ? propose(land) : { ...use };
  if ((take || touch) && third) third.use = propose(third, index % 2 ? '090101' : '070102');
  const ring = take && third ? pushedOut(land.ring, longest(sharedEdges(land, third)), take) : land.ring;
  return {
    id: `R-${String(index + 1).padStart(2, '0')}`,
    name: `${school.name}扩建预留用地`,
    schoolIds: [school.id],
    purpose: 'expansion',
    status: 'planned',
    basisDoc: '示例教规〔2022〕3号',
    approvedOn: '2022-09-01',
    ...(permit && {
      permits: [{ doc: '建设项目用地预审与选址意见书', docNo: `示例选字${index + 1}号`, expiresOn: permit }],
    }),
    ...(ended && { endedByDoc: ended }),
    ring,
  };
}

/** Two reservations for sites still to come, on blank land of the new districts. */
const newSites = ['qili', 'jiangdong'].map((district, i) => {
  const free = parcels.filter(
    (p) =>
      p.district === district &&
      !p.school &&
      !p.green &&
      p.use.kind === 'existing' &&
      schools.every((s) => distance(s.parcel?.middle ?? s.point ?? s.host.middle, p.middle) > 420),
  );
  const land = free.reduce((a, b) =>
    Math.abs(area(b.ring) - 15000) < Math.abs(area(a.ring) - 15000) ? b : a,
  );
  land.use = { ...BLANK };
  return {
    id: `R-${CASES.length + 1 + i}`,
    name: ['七里新区新建学校预留用地', '江东片区新建学校预留用地'][i],
    purpose: 'new-site',
    status: 'planned',
    basisDoc: '示例政函〔2023〕12号',
    approvedOn: '2023-05-18',
    ring: land.ring,
  };
});

export const reservations = [...chosen.map(reservation), ...newSites];
export const reservedSchools = new Set(chosen.map(({ school }) => school.id));
/** The land of the reservations beside schools, in the order of `CASES`. */
export const reservedLand = chosen.map(({ land }) => land);
