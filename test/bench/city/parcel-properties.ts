import type { JsonObject } from '../../../src/domain/json';
import type { LAND_USE_2023 } from '../../../src/domain/land-use-2023';
import { ringArea, type Rings } from './plane';

/** What stands in the city, in percent (2023 codes). */
const LAND_USES: readonly (readonly [code: keyof typeof LAND_USE_2023, percent: number])[] = [
  ['070102', 54],
  ['070101', 3],
  ['070103', 5],
  ['0702', 4],
  ['0801', 3],
  ['080403', 1],
  ['080602', 2],
  ['090101', 10],
  ['0902', 4],
  ['100101', 5],
  ['110101', 2],
  ['1401', 4],
  ['1303', 1],
  ['120803', 1],
  ['16', 1],
];

const NAMES = ['花园', '小区', '新村', '家园', '华庭', '里', '苑', '雅居'];
const FIRST = [
  '锦绣',
  '江畔',
  '望江',
  '金桂',
  '翠屏',
  '春晖',
  '阳光',
  '紫荆',
  '滨江',
  '凤鸣',
  '玉泉',
  '梧桐',
];

/** As a cadastre has them: every parcel its use, some of them a name, a plan or a document of their area. */
export function parcelProperties(
  number: number,
  polygons: readonly Rings[],
  random: () => number,
): JsonObject {
  const pick = (list: readonly string[]) => list[Math.floor(list.length * random())]!;
  const properties: JsonObject = { id: `P${number}`, codeScheme: 'MNR2023', landUse: landUse(random) };
  if (random() < 0.08) properties.name = pick(FIRST) + pick(NAMES);
  const planned = random();
  if (planned < 0.04) Object.assign(properties, { kind: 'proposal', status: 'submitted' });
  else if (planned < 0.1) Object.assign(properties, { kind: 'detailed-plan', status: 'planned' });
  if (planned < 0.07) properties.areaDocM2 = Math.round(10 * area(polygons)) / 10;
  return properties;
}

function landUse(random: () => number): string {
  let left = 100 * random();
  for (const [code, percent] of LAND_USES) {
    left -= percent;
    if (left < 0) return code;
  }
  return LAND_USES[0]![0];
}

function area(polygons: readonly Rings[]): number {
  return polygons.flat().reduce((sum, ring) => sum + ringArea(ring), 0);
}
