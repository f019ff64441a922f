import type { Rule } from '../../../src/domain/rule';
import type { Target } from '../../../src/domain/target';

/** Distances of the five rules, from schools to parcels. */
export const RULE_DISTANCES_M = [50, 200, 300, 500, 1000] as const;

export const CITY_FRAME = { lon: 105.98, lat: 31.57 } as const;

const SEVERITIES = ['prohibit', 'restrict', 'restrict', 'study', 'notice'] as const;

export const PROJECT = {
  format: 'xuezhi-project',
  version: 1,
  name: '测速城(虚构数据)',
  notes: '由脚本按种子生成,纯属虚构,用于测速。 Invented, made from a seed for measuring speed.',
  datum: 'CGCS2000',
  toleranceM: 0.05,
  classification: 'public',
  frame: CITY_FRAME,
  layers: { districts: 'districts.geojson', schools: 'schools.geojson', parcels: 'parcels.geojson' },
  targets: 'targets.json',
  rules: ['rules/bench.json'],
} as const;

export const RULE_PACK = {
  id: 'bench',
  version: '1.0.0',
  title: { zh: '测速规则', en: 'Rules for measuring speed' },
  region: 'CN',
  rules: RULE_DISTANCES_M.map((distanceM, n): Rule => ({
    id: `bench.within-${distanceM}`,
    title: { zh: `学校周边 ${distanceM} 米内的地块`, en: `Parcels within ${distanceM} m of a school` },
    basis: {
      kind: 'office',
      code: '测速规则(非法律条文)',
      clause: `${distanceM} 米`,
      text: `找出学校周边 ${distanceM} 米内的所有地块。`,
      region: 'office',
      confidence: 'unverified',
    },
    subject: { layer: 'schools' },
    object: { layer: 'parcels' },
    test: { relation: 'within-distance', distanceM },
    measure: { from: 'boundary', to: 'boundary', screening: 'none' },
    severity: SEVERITIES[n]!,
    examples: [],
  })),
};

interface DistrictPlace {
  readonly id: string;
  readonly name: string;
  /** Shares of the city's side. */
  readonly outline: readonly [west: number, south: number, east: number, north: number];
}

export const DISTRICTS: readonly DistrictPlace[] = [
  { id: 'jiangbei', name: '江北片区', outline: [0, 0.5, 0.5, 1] },
  { id: 'qili', name: '七里新区', outline: [0.5, 0.5, 1, 1] },
  { id: 'jiangnan', name: '江南片区', outline: [0, 0, 0.5, 0.5] },
  { id: 'jiangdong', name: '江东片区', outline: [0.5, 0, 1, 0.5] },
];

export const TARGETS: readonly Target[] = DISTRICTS.flatMap(({ id }) =>
  (
    [
      ['kindergarten', 8],
      ['primary', 7],
      ['junior', 4],
    ] as const
  ).map(([stage, sites]) => ({
    programme: 'planned',
    district: id,
    stage,
    sites,
    basis: 'new' as const,
  })),
);
