import { add, distance, minus, nearestOnSegment, unit } from './plane.mjs';
import { countryBridges, highways } from './lines.mjs';
import { streets } from './streets.mjs';

const ROAD_NAMES = { arterial: ['大道', '路'], secondary: ['路'], branch: ['街', '巷'] };
const STEMS =
  '迎宾,滨江,人民,解放,建设,文昌,新华,江城,朝阳,和平,光明,胜利,长江,嘉陵,巴山,锦屏,七里,金沙,龙湖,学府,体育,民主,团结,青年,东风'.split(
    ',',
  );

/** Ends of the arterial streets at the river: where bridges may land. */
const landings = streets
  .filter((street) => street.class === 'arterial')
  .flatMap(({ line, district }) => [line[0], line[line.length - 1]].map((at) => ({ at, district })));

/** The shortest links between arterial streets of two districts, at most `count` and well apart. */
function bridgesBetween(one, other, count, name) {
  const pairs = [];
  for (const a of landings.filter((l) => l.district === one)) {
    for (const b of landings.filter((l) => l.district === other)) {
      if (distance(a.at, b.at) < 760) pairs.push({ line: [a.at, b.at], length: distance(a.at, b.at) });
    }
  }
  const chosen = [];
  for (const pair of pairs.sort((p, q) => p.length - q.length)) {
    if (chosen.length < count && chosen.every((c) => c.line.every((p, k) => distance(p, pair.line[k]) > 900)))
      chosen.push(pair);
  }
  return chosen.map(({ line }, i) => ({
    class: 'arterial',
    name: `${name}${'一二三'[i]}桥`,
    line,
    halfWidthM: 13,
    bridge: true,
  }));
}

export const bridges = [
  ...bridgesBetween('jiangbei', 'qili', 2, '江北七里'),
  ...bridgesBetween('jiangbei', 'jiangnan', 2, '江北江南'),
  ...bridgesBetween('qili', 'jiangdong', 2, '七里江东'),
];

/** Arterial streets that end in the fields go on to the nearest country road. */
function links() {
  const country = [highways.national, highways.provincial];
  const found = [];
  for (const { at } of landings) {
    const nearest = country
      .flatMap(({ line }) => line.slice(1).map((b, i) => nearestOnSegment(at, line[i], b)))
      .reduce((a, b) => (distance(b, at) < distance(a, at) ? b : a));
    const apart = found.every(({ line }) => distance(line[0], at) > 1100);
    if (distance(nearest, at) < 1300 && distance(nearest, at) > 60 && apart)
      found.push({ class: 'arterial', name: '连接线', line: [at, nearest], halfWidthM: 12 });
  }
  return found;
}

const named = streets.map(({ class: rank, halfWidthM, line }, i) => ({
  class: rank,
  name:
    STEMS[(i * 7) % STEMS.length] +
    (i % 3 ? '' : '北南东西'[i % 4]) +
    ROAD_NAMES[rank][i % ROAD_NAMES[rank].length],
  line,
  halfWidthM,
}));

/** A footpath along the levee: the walkable network is more than roads. */
const path = (() => {
  const drive = streets[0].line;
  const inland = drive.map((p, i) => {
    const direction = unit(minus(drive[Math.min(i + 1, drive.length - 1)], drive[Math.max(i - 1, 0)]));
    return add(p, [direction[1], -direction[0]], 40);
  });
  return { class: 'path', name: '滨江步道', line: inland, walkable: true };
})();

/** Every road and bridge: `{id, class, name, line, highway?, halfWidthM?, bridge?, walkable?}`. */
export const roads = [
  ...named,
  path,
  ...bridges,
  ...links(),
  ...Object.values(highways),
  ...countryBridges,
].map((road, i) => ({
  id: `RD-${String(i + 1).padStart(3, '0')}`,
  ...road,
  ...(road.class === 'expressway' && { walkable: false }),
}));
