/**
 * The schools of the city: `[name, stage, classes, pupils, options]`. Planned sites are those of the office's
 * table, district by district; every name is invented.
 */
const K = 'kindergarten';
const P = 'primary';
const J = 'junior';
const N = 'nine-year';

const existing = {
  jiangbei: [
    ['古城第一幼儿园', K, 12, 342, {}],
    ['文昌幼儿园', K, 9, 262, {}],
    ['槐树街幼儿园', K, 6, 171, { hosted: true }],
    ['江城实验小学', P, 36, 1764, { institution: 'I-JB-SY', campus: '本部', tight: 0.5 }],
    ['江城实验小学', P, 18, 838, { institution: 'I-JB-SY', campus: '西河校区', tight: 0.9 }],
    ['文昌小学', P, 30, 1431, { tight: 0.62 }],
    ['城北小学', P, 18, 796, { tight: 1.05 }],
    ['江城第一中学', J, 36, 1866, { institution: 'I-JB-YZ', campus: '老校区', tight: 0.66 }],
    ['北桥初级中学', J, 24, 1187, { tight: 0.95 }],
    ['江城高级中学', 'senior', 48, 2386, { tight: 0.8 }],
  ],
  qili: [
    ['七里第一幼儿园', K, 12, 351, {}],
    ['迎宾路幼儿园', K, 9, 268, { hosted: true }],
    ['七里小学', P, 36, 1638, { tight: 0.78 }],
    ['滨江小学', P, 30, 1340, { tight: 1.02 }],
    ['江城第一中学', J, 30, 1492, { institution: 'I-JB-YZ', campus: '七里校区', tight: 1.05 }],
    ['七里九年一贯制学校', N, 36, 1695, { tight: 0.92, sections: [24, 1095, 12, 600] }],
  ],
  jiangnan: [
    ['江南幼儿园', K, 9, 249, {}],
    ['锦屏苑幼儿园', K, 6, 168, { hosted: true }],
    ['江南小学', P, 24, 1125, { tight: 0.72 }],
    ['南岸初级中学', J, 24, 1163, { tight: 1 }],
  ],
  jiangdong: [
    ['江东幼儿园', K, 6, 176, {}],
    ['江东学校', N, 27, 1228, { tight: 0.85, sections: [18, 802, 9, 426] }],
  ],
};

const planned = {
  jiangbei: {
    [K]: ['北门', '玉台', '柳林', '青龙', '西河湾', '云台', '桂园', '松涛'],
    [P]: ['北门', '玉台', '青龙', '柳林', '西河湾', '云台', '白塔'],
    [J]: ['玉台', '西河湾', '云台', '白塔'],
  },
  qili: {
    [K]: ['七里第二', '七里第三', '金沙', '望月', '长青', '和平', '朝阳', '锦绣', '春晖', '龙湖', '新城'],
    [P]: ['七里第二', '金沙', '长青', '朝阳', '龙湖', '新城'],
    [J]: ['金沙', '长青', '龙湖'],
  },
  jiangnan: {
    [K]: ['锦屏', '南湖', '梨园', '杏林', '南津', '凤凰'],
    [P]: ['锦屏', '南湖', '凤凰'],
    [J]: ['锦屏', '南湖', '凤凰'],
  },
  jiangdong: {
    [K]: ['东岸', '河溪', '东塘', '空港', '石桥'],
    [P]: ['东岸', '河溪'],
    [J]: ['东岸'],
  },
};

/** Planned sites that stand outside the street grids (`outposts.mjs`) and so are not given a block. */
export const OUTLYING = [
  '柳林幼儿园',
  '白塔小学',
  '新城幼儿园',
  '新城小学',
  '春晖幼儿园',
  '凤凰幼儿园',
  '凤凰小学',
  '凤凰初级中学',
  '空港幼儿园',
  '石桥幼儿园',
  '河溪小学',
];

const SUFFIX = { [K]: '幼儿园', [P]: '小学', [J]: '初级中学' };
const CLASSES = { [K]: [9, 12, 12], [P]: [24, 30, 24, 36], [J]: [24, 30, 24] };
const PER_CLASS = { [K]: 30, [P]: 45, [J]: 50, [N]: 46, senior: 50 };
/** Site area in m² per pupil that planners aim at here. */
export const AREA_PER_PUPIL = { [K]: 15, [P]: 18, [J]: 22, [N]: 19.4, senior: 24 };

const plannedOf = (district) =>
  Object.entries(planned[district]).flatMap(([stage, stems]) =>
    stems.map((stem, i) => {
      const classes = CLASSES[stage][i % CLASSES[stage].length];
      return {
        district,
        name: stem + SUFFIX[stage],
        stage,
        classes,
        pupils: classes * PER_CLASS[stage],
        status: 'planned',
        tight: 1.04 + 0.03 * (i % 4),
      };
    }),
  );

const existingOf = (district) =>
  existing[district].map(([name, stage, classes, pupils, options]) => ({
    district,
    name,
    stage,
    classes,
    pupils,
    status: 'existing',
    tight: 1,
    ...options,
  }));

/** Every school, in a fixed order; `tight` is its site area as a share of what its pupils need. */
export const programme = Object.keys(existing).flatMap((district) =>
  [...existingOf(district), ...plannedOf(district)].map((school, i) => ({
    ...school,
    id: `S-${{ jiangbei: 'JB', qili: 'QL', jiangnan: 'JN', jiangdong: 'JD' }[district]}-${String(i + 1).padStart(2, '0')}`,
  })),
);

const SITES = Object.entries(planned).flatMap(([district, stages]) =>
  Object.entries(stages).map(([stage, stems]) => ({ district, stage, sites: stems.length })),
);

const target = (programmeId, rest, source) => ({ programme: programmeId, ...rest, basis: 'new', source });

/** The office's table, and the next step: wanted, not yet sited. */
export const targets = [
  ...SITES.map((row) => target('planned', row, '示例:教育设施布局规划')),
  ...[
    [K, 7],
    [P, 4],
    [N, 1],
  ].map(([stage, sites]) => target('next', { district: null, stage, sites }, '示例:下一步拟新增,尚未选址')),
];
