import type { Bilingual } from './rule';

/**
 * Kinds of facility 设施类别 that the rule packs ask about. The list is open: another kind is kept and shown as it
 * is, and no shipped rule looks at it.
 */
export const FACILITY_KINDS = {
  'net-cafe': { zh: '网吧', en: 'Internet café' },
  entertainment: { zh: '娱乐场所', en: 'Entertainment venue' },
  bar: { zh: '酒吧', en: 'Bar' },
  lottery: { zh: '彩票销售网点', en: 'Lottery shop' },
  tobacco: { zh: '烟酒销售网点', en: 'Tobacco and liquor shop' },
  'adult-shop': { zh: '成人用品店', en: 'Adult shop' },
  stall: { zh: '流动摊点', en: 'Street stalls' },
  market: { zh: '集贸市场', en: 'Market' },
  mall: { zh: '商场', en: 'Shopping mall' },
  'car-park': { zh: '停车场', en: 'Car park' },
  'bus-station': { zh: '车站', en: 'Bus or coach station' },
  'petrol-station': { zh: '加油站', en: 'Petrol station' },
  'lpg-station': { zh: '液化气站、加气站', en: 'LPG or gas station' },
  'hazmat-store': { zh: '危险品仓库', en: 'Hazardous goods store' },
  fireworks: { zh: '烟花爆竹仓库', en: 'Fireworks store' },
  'class-a-workshop': { zh: '甲类厂房', en: 'Class A workshop' },
  'class-a-warehouse': { zh: '甲类仓库', en: 'Class A warehouse' },
  'noisy-industry': { zh: '高噪声企业', en: 'Noisy industry' },
  'waste-collection': { zh: '垃圾收集点', en: 'Waste collection point' },
  'waste-transfer': { zh: '垃圾转运站', en: 'Waste transfer station' },
  landfill: { zh: '垃圾填埋场', en: 'Landfill' },
  'wastewater-plant': { zh: '污水处理厂', en: 'Wastewater plant' },
  livestock: { zh: '畜禽养殖场', en: 'Livestock farm' },
  prison: { zh: '看守所、监狱、戒毒所', en: 'Prison or detention centre' },
  hospital: { zh: '医院', en: 'Hospital' },
  'infectious-hospital': { zh: '传染病医院', en: 'Hospital for infectious diseases' },
  funeral: { zh: '殡仪馆', en: 'Funeral parlour' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type FacilityKind = keyof typeof FACILITY_KINDS;

export function isFacilityKind(value: unknown): value is FacilityKind {
  return typeof value === 'string' && Object.hasOwn(FACILITY_KINDS, value);
}
