import type { JsonObject } from '../../../src/domain/json';
import { campusAround } from './campuses';
import type { FeatureText } from './feature-text';
import { curved } from './layout';
import type { Point } from './plane';

const STAGES = ['kindergarten', 'primary', 'primary', 'junior', 'nine-year'] as const;
const STAGE_NAMES = {
  kindergarten: '幼儿园',
  primary: '小学',
  junior: '初级中学',
  'nine-year': '学校',
} as const;
const CLASSES = { kindergarten: 12, primary: 30, junior: 30, 'nine-year': 45 } as const;
const PUPILS = { kindergarten: 28, primary: 42, junior: 46, 'nine-year': 44 } as const;
/** Of approved schools only, so that every one of them is a subject of the rules. */
const STATUSES = ['existing', 'existing', 'existing', 'planned', 'under-construction'] as const;

/** Schools anywhere in a city of that side, over its parcels: as grounds, or as points at the same places. */
export function* schools(
  { count, sideM, asPoints }: { count: number; sideM: number; asPoints: boolean },
  random: () => number,
  text: FeatureText,
): Generator<string> {
  for (let number = 1; number <= count; number++) {
    const at: Point = curved([(random() - 0.5) * 0.98 * sideM, (random() - 0.5) * 0.98 * sideM]);
    const properties = schoolProperties(number, random);
    const ground = campusAround(at, random);
    yield asPoints ? text.point(properties, at) : text.area(properties, [[ground]]);
  }
}

function schoolProperties(number: number, random: () => number): JsonObject {
  const stage = STAGES[Math.floor(STAGES.length * random())]!;
  const classes = Math.round(CLASSES[stage] * (0.5 + random()));
  return {
    id: `S${number}`,
    name: `第${number}${STAGE_NAMES[stage]}`,
    stage,
    status: STATUSES[Math.floor(STATUSES.length * random())]!,
    classes,
    pupils: classes * PUPILS[stage],
  };
}
