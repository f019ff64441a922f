import { area, distance } from './plane.mjs';
import { seeded } from './random.mjs';

const rng = seeded(511);

/** What stands where: weights of 2023 land-use codes (用地用海分类) by part of town. */
const MIX = {
  oldCore: {
    '070102': 42,
    '070103': 6,
    '090101': 16,
    '090103': 5,
    '090104': 4,
    '0801': 5,
    '0803': 5,
    1503: 1,
    1504: 3,
    1403: 2,
    '0702': 3,
    '080602': 2,
  },
  town: {
    '070102': 60,
    '070103': 5,
    '0702': 4,
    '090101': 9,
    '090103': 2,
    '0801': 3,
    '080602': 1.5,
    '0803': 1,
    '0805': 1,
    '080701': 1,
    120803: 1.5,
    1401: 3,
    1303: 0.6,
    1309: 0.5,
    1001: 1.5,
    2301: 1.6,
    16: 0.6,
  },
  newTown: {
    '070102': 56,
    '070101': 4,
    '0702': 3,
    '090101': 7,
    '0902': 4,
    '0801': 2,
    '0805': 1,
    '080601': 0.8,
    '0803': 1,
    120803: 1.6,
    1401: 5,
    1402: 2,
    1303: 0.5,
    1301: 0.3,
    2301: 3,
    16: 2,
  },
  centre: {
    '070102': 26,
    '0902': 22,
    '090101': 20,
    '090104': 6,
    '0801': 8,
    '0803': 3,
    '0903': 3,
    1403: 5,
    1401: 4,
    120803: 3,
  },
  industry: {
    100101: 30,
    100102: 22,
    100103: 4,
    110101: 14,
    '0902': 3,
    '070102': 8,
    1402: 6,
    1303: 2,
    1302: 1,
    2301: 6,
    16: 2,
    120803: 2,
  },
};

const near = (parcel, at, reach) => distance(parcel.middle, at) < reach;

function partOf(parcel) {
  const { district, middle } = parcel;
  if (district === 'jiangbei') return near(parcel, [-3150, 1900], 900) ? 'oldCore' : 'town';
  if (district === 'jiangnan') return middle[1] < -1250 ? 'industry' : 'town';
  if (district === 'jiangdong')
    return middle[0] + middle[1] > 5550 && middle[0] > 4300 ? 'industry' : 'newTown';
  return near(parcel, [1300, 1300], 850) ? 'centre' : 'newTown';
}

const FIRST =
  '锦绣,江畔,望江,龙湖,金桂,翠屏,春晖,阳光,和谐,紫荆,云锦,滨江,福星,天成,嘉和,文华,丽景,凤鸣,明珠,玉泉,长乐,东方,书香,梧桐,银杏'.split(
    ',',
  );
const HOME = '花园,小区,苑,新村,家园,名城,华庭,里,府,雅居'.split(',');
const SHOP = '商业街,百货,商场,购物中心,商贸城'.split(',');
const PLANT = '机械厂,食品厂,建材厂,包装厂,纺织厂,电子厂'.split(',');

function nameOf(code) {
  const first = rng.pick(FIRST);
  if (code.startsWith('0701')) return first + rng.pick(HOME);
  if (code === '090101') return first + rng.pick(SHOP);
  if (code.startsWith('1001')) return first + rng.pick(PLANT);
  return {
    '0801': '机关办公',
    '0902': '商务楼',
    1401: '公园绿地',
    1403: '广场',
    16: '留白用地',
    2301: '空闲地',
  }[code];
}

const FAR = { '070101': 0.9, '070102': 1.9, '070103': 1.1 };

/** Gives each parcel its `use`: code, kind of record, state and, for housing, plot ratio. */
export function settle(parcel) {
  if (parcel.school) {
    const { stage, status } = parcel.school;
    const existing = status === 'existing';
    return {
      landUse: stage === 'kindergarten' ? '080404' : '080403',
      kind: existing ? 'existing' : 'detailed-plan',
      status: existing ? 'built' : 'planned',
      name: `${parcel.school.name}用地`,
    };
  }
  if (parcel.green) return { landUse: '1401', kind: 'existing', status: 'built', name: '滨江绿带' };
  const part = partOf(parcel);
  const landUse = area(parcel.ring) < 900 ? '1402' : rng.weighted(MIX[part]);
  const vacant = landUse === '16' || landUse === '2301';
  const drafted = !vacant && rng.chance(part === 'newTown' || part === 'centre' ? 0.14 : 0.03);
  const name = rng.chance(0.55) ? nameOf(landUse) : undefined;
  const housing = landUse.startsWith('0701');
  return {
    landUse,
    kind: drafted ? 'detailed-plan' : 'existing',
    status: vacant ? 'vacant' : drafted ? 'planned' : 'built',
    ...(name && { name }),
    ...(housing && { far: Math.round((FAR[landUse] + rng.between(-0.3, 0.5)) * 100) / 100 }),
  };
}

const SCHEME = { '070102': ['070102', 2.2, 54], '090101': ['090101', 2.6, 36], '0902': ['0902', 3.2, 80] };

/** Makes a parcel a development proposal: housing, shops or offices. */
export function propose(parcel, code = '070102') {
  const [landUse, far, heightM] = SCHEME[code];
  const households = landUse === '070102' ? Math.round((area(parcel.ring) * far) / 108) : undefined;
  return {
    landUse,
    kind: 'proposal',
    status: 'submitted',
    name: `${rng.pick(FIRST)}${landUse === '070102' ? '居住' : '商业'}开发方案`,
    far,
    heightM,
    ...(households && { households }),
  };
}

const RESIDENTS = { jiangbei: 118000, qili: 102000, jiangnan: 47000, jiangdong: 33000 };

/** Homes that stand, with residents in proportion to their floor area: 300,000 people in all. */
export function residents(parcels) {
  return Object.entries(RESIDENTS).flatMap(([district, people]) => {
    const homes = parcels.filter(
      (p) => p.district === district && p.use.landUse.startsWith('0701') && p.use.kind === 'existing',
    );
    const floor = homes.reduce((sum, home) => sum + area(home.ring) * home.use.far, 0);
    let before = 0;
    return homes.map((home) => {
      const upTo = before + (area(home.ring) * home.use.far * people) / floor;
      const population = Math.round(upTo) - Math.round(before);
      before = upTo;
      return { home, population };
    });
  });
}

export { RESIDENTS };
