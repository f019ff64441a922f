import type { Dimension, LayerName } from '../../domain/layer';
import { LAYER_GEOMETRY } from '../../domain/layer';

/** Words of file names, those first that others contain or that say more. */
const NAMES: readonly (readonly [LayerName, RegExp])[] = [
  ['reservations', /预留|reserv/iu],
  ['controlLines', /控制线|红线|蓝线|绿线|黄线|紫线|control.?line/iu],
  ['residential', /居住|居民|小区|人口|resident|housing|population/iu],
  ['facilities', /设施|加油站|网吧|facilit|poi/iu],
  ['railways', /铁路|轨道|rail/iu],
  ['powerlines', /电力|高压|输电|power.?line|transmission/iu],
  ['pipelines', /管线|管道|燃气|pipe/iu],
  ['roads', /道路|路网|公路|road|street|highway/iu],
  ['water', /水系|河|湖|水域|水面|water|river|lake/iu],
  ['districts', /片区|分区|行政区|组团|district|zone/iu],
  ['schools', /学校|校|幼儿园|小学|初中|中学|school|campus|kindergarten/iu],
  ['parcels', /地块|宗地|用地|控规|parcel|land.?use|plot|lot/iu],
];

/** Properties and values that one layer alone has, as they stand in GeoJSON. */
const CONTENTS: readonly (readonly [LayerName, RegExp])[] = [
  ['parcels', /"(landUses?|codeScheme|地类编码|用地代码)"\s*:/u],
  ['schools', /"(stage|学段|institutionId|campusName|hostParcelId)"\s*:/u],
  ['reservations', /"(schoolIds?|purpose)"\s*:/u],
  ['powerlines', /"kV"\s*:/u],
  ['pipelines', /"medium"\s*:/u],
  ['roads', /"class"\s*:\s*"(expressway|arterial|secondary|branch|path)"|"highway"\s*:/u],
  ['controlLines', /"type"\s*:\s*"(red|yellow|green|blue|purple|education)"/u],
  ['residential', /"households"\s*:/u],
  ['facilities', /"kind"\s*:\s*"[a-z-]+"/u],
  ['districts', /"population"\s*:/u],
];

const GEOMETRY: readonly (readonly [Dimension, RegExp, LayerName])[] = [
  ['polygon', /"type"\s*:\s*"(Multi)?Polygon"/u, 'parcels'],
  ['line', /"type"\s*:\s*"(Multi)?LineString"/u, 'roads'],
  ['point', /"type"\s*:\s*"(Multi)?Point"/u, 'facilities'],
];

/** Enough of a file to see what its first features are like. */
export const HEAD_BYTES = 1 << 16;

/**
 * Which layer a GeoJSON file most likely is: by its name, else by properties that its first features have, else by
 * their kind of geometry. A layer that does not take that geometry is no guess. The user has the last word.
 */
export function guessLayer(fileName: string, bytes: Uint8Array): LayerName {
  const head = new TextDecoder().decode(bytes.subarray(0, HEAD_BYTES));
  const geometry = GEOMETRY.find(([, pattern]) => pattern.test(head));
  const fits = (layer: LayerName) => !geometry || LAYER_GEOMETRY[layer].includes(geometry[0]);
  const name = fileName.replace(/\.[^.]*$/u, '');
  const byName = NAMES.find(([layer, pattern]) => pattern.test(name) && fits(layer));
  const byContent = CONTENTS.find(([layer, pattern]) => pattern.test(head) && fits(layer));
  return byName?.[0] ?? byContent?.[0] ?? geometry?.[2] ?? 'parcels';
}
