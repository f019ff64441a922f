import { centroid } from './plane.mjs';
import { highways, plotBeside, railways, station, trunkLines } from './lines.mjs';
import { AREA_PER_PUPIL, programme } from './programme.mjs';

const { national, provincial, county, township, motorwayWest } = highways;
const { conventional, highSpeed } = railways;

/**
 * Sites outside the street grids. Each stands beside a road or line, just inside or just outside of the distance
 * that a rule asks for: `[line, metres along it, side, gap]`; `point` is a site known only as a point.
 */
const PLANNED = {
  白塔小学: [national.line, 3400, 1, 62],
  柳林幼儿园: [national.line, 1700, 1, 74, 'point'],
  凤凰小学: [provincial.line, 2600, -1, 58],
  凤凰幼儿园: [provincial.line, 6500, 1, 67, 'point'],
  新城小学: [county.line, 250, 1, 33],
  新城幼儿园: [county.line, 1300, -1, 27, 'point'],
  春晖幼儿园: [motorwayWest.line, 7300, -1, 72],
  凤凰初级中学: [motorwayWest.line, 2300, -1, 84],
  石桥幼儿园: [township.line, 900, 1, 21],
  空港幼儿园: [township.line, 2100, 1, 27, 'point'],
  河溪小学: [trunkLines[0].line, 4300, -1, 18],
};

const EXTRA = [
  {
    id: 'S-JN-90',
    district: 'jiangnan',
    name: '铁路小学',
    stage: 'primary',
    status: 'existing',
    classes: 12,
    pupils: 486,
    tight: 0.9,
    place: [conventional.line, 4050, -1, 6.8],
  },
  {
    id: 'S-QL-90',
    district: 'qili',
    name: '站前教学点',
    stage: 'teaching-point',
    status: 'existing',
    classes: 4,
    pupils: 92,
    tight: 1,
    place: [conventional.line, 7700, 1, 9.4],
  },
  {
    id: 'S-JN-91',
    district: 'jiangnan',
    name: '西山教学点',
    stage: 'teaching-point',
    status: 'existing',
    classes: 4,
    pupils: 88,
    tight: 1,
    place: [highSpeed.line, 8400, -1, 9.2],
  },
  {
    id: 'S-JN-92',
    district: 'jiangnan',
    name: '沙坪教学点',
    stage: 'teaching-point',
    status: 'existing',
    classes: 3,
    pupils: 61,
    tight: 1.2,
    place: [highSpeed.line, 4600, 1, 11.5],
  },
  {
    id: 'S-QL-91',
    district: 'qili',
    name: '江城高级中学(新校区)',
    stage: 'senior',
    status: 'proposed',
    classes: 48,
    pupils: 2400,
    tight: 1,
    place: [conventional.line, 6000, 1, 288],
  },
];

function outpost(school, [line, along, side, gap, point]) {
  const site = (AREA_PER_PUPIL[school.stage] ?? 18) * school.pupils * school.tight;
  const width = Math.sqrt(site * 1.3);
  const ring = plotBeside(line, along, side, gap, width, site / width);
  if (!point) return { ...school, ring };
  const { at, direction } = station(line, along);
  return { ...school, point: [at[0] - side * gap * direction[1], at[1] + side * gap * direction[0]] };
}

const PREFIX = { jiangbei: 'JB', qili: 'QL', jiangnan: 'JN', jiangdong: 'JD' };

export const outposts = [
  ...programme.filter(({ name }) => PLANNED[name]).map((school) => outpost(school, PLANNED[school.name])),
  ...EXTRA.map(({ place, ...school }) => outpost(school, place)),
];

/** The land beneath the outlying sites. */
export const outlyingParcels = outposts
  .filter(({ ring }) => ring)
  .map(({ ring, ...school }, i) => ({
    id: `P-${PREFIX[school.district]}-9${String(i + 1).padStart(3, '0')}`,
    district: school.district,
    ring,
    middle: centroid(ring),
    school,
    block: {},
  }));
