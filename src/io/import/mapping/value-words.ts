import { FACILITY_KINDS } from '../../../domain/facility-kind';
import { CODE_SCHEMES } from '../../../domain/land-use';
import type { LayerName } from '../../../domain/layer';

/** Our word for each of the words of others. */
type Words = Readonly<Record<string, string>>;

/** One word of ours for several of theirs. */
function words(groups: Readonly<Record<string, readonly string[]>>): Words {
  return Object.fromEntries(
    Object.entries(groups).flatMap(([ours, theirs]) =>
      [ours, ...theirs].map((word) => [word.toLowerCase(), ours]),
    ),
  );
}

const STAGE = words({
  kindergarten: ['幼儿园', '幼儿', '学前', '学前教育', '幼教', '托幼'],
  primary: ['小学', '完全小学', '完小', '小学教育'],
  junior: ['初中', '初级中学', '独立初中', '初中教育', '普通初中'],
  'nine-year': ['九年一贯制', '九年一贯制学校', '九年制', '九年制学校', '九义校', '小学初中一贯制'],
  senior: ['高中', '高级中学', '普通高中', '普高', '独立高中'],
  complete: ['完全中学', '完中', '初高中', '中学'],
  'twelve-year': ['十二年一贯制', '十二年一贯制学校', '十二年制'],
  special: ['特殊教育', '特殊教育学校', '特教', '特教学校'],
  'teaching-point': ['教学点', '小学教学点', '村小'],
});

const STATUS = words({
  existing: ['现状', '已建', '已建成', '建成', '现有', '保留', '现状保留', '在用'],
  'under-construction': ['在建', '建设中', '施工中', '正在建设'],
  planned: ['规划', '已规划', '规划新建', '待建', '未建', '已批未建', '规划建设'],
  proposed: ['拟选', '拟建', '备选', '意向', '建议', '拟规划'],
});

/** A parcel's status says what stands there, or how far a project for it has come. */
const PARCEL_STATUS: Words = {
  ...STATUS,
  ...words({
    built: [],
    vacant: ['空闲', '闲置', '空地', '空置'],
    submitted: ['报建', '已报建', '报审', '已报审', '报批', '已报批'],
  }),
};

const PURPOSE = words({
  expansion: ['扩建', '改扩建', '扩展', '学校扩建', '扩建用地'],
  'new-site': ['新建', '新址', '新校址', '新建学校', '迁建'],
});

const ROAD_CLASS = words({
  expressway: ['快速路', '城市快速路', '高速', '高速公路'],
  arterial: ['主干路', '主干道', '城市主干路', '主路'],
  secondary: ['次干路', '次干道', '城市次干路'],
  branch: ['支路', '城市支路', '支道', '街巷'],
  path: ['步道', '步行道', '人行道', '小路', '步行街'],
});

const HIGHWAY = words({
  national: ['国道', '国省干线'],
  provincial: ['省道'],
  county: ['县道'],
  township: ['乡道', '村道'],
});

const CONTROL_LINE = words({
  red: ['红线', '道路红线'],
  yellow: ['黄线', '城市黄线'],
  green: ['绿线', '城市绿线'],
  blue: ['蓝线', '城市蓝线'],
  purple: ['紫线', '城市紫线'],
  education: ['教育设施控制线', '教育用地控制线', '教育控制线'],
  other: ['其他', '其它'],
});

const PARCEL_KIND = words({
  'detailed-plan': ['控规', '控制性详细规划', '详细规划', '规划地块'],
  cadastral: ['宗地', '地籍', '权属'],
  proposal: ['拟出让', '方案', '拟供地'],
  existing: ['现状', '现状用地'],
});

const CODE_SCHEME = words(Object.fromEntries(CODE_SCHEMES.map((scheme) => [scheme, []])));

const FACILITY_KIND: Words = Object.fromEntries(
  Object.entries(FACILITY_KINDS).flatMap(([kind, { zh }]) =>
    [kind, zh, ...zh.split('、')].map((word) => [word.toLowerCase(), kind]),
  ),
);

const WORDS: Readonly<Partial<Record<LayerName, Readonly<Record<string, Words>>>>> = {
  schools: { stage: STAGE, status: STATUS },
  reservations: { purpose: PURPOSE, status: STATUS },
  parcels: { codeScheme: CODE_SCHEME, kind: PARCEL_KIND, status: PARCEL_STATUS },
  facilities: { kind: FACILITY_KIND },
  roads: { class: ROAD_CLASS, highway: HIGHWAY },
  controlLines: { type: CONTROL_LINE },
};

/** Whether a property holds one of our words, so that the words of others have to be found for it. */
export function hasWords(layer: LayerName, property: string): boolean {
  return WORDS[layer]?.[property] !== undefined;
}

/** All of our words for a property; none where it holds anything else. */
export function ourWords(layer: LayerName, property: string): readonly string[] {
  return [...new Set(Object.values(WORDS[layer]?.[property] ?? {}))];
}

/** Our word for a value of a property; null where none is known. */
export function ourWord(layer: LayerName, property: string, value: string): string | null {
  const plain = value.normalize('NFKC').trim().toLowerCase();
  const known = WORDS[layer]?.[property];
  return known && Object.hasOwn(known, plain) ? (known[plain] ?? null) : null;
}
