import {
  boxOf,
  positionsOf,
  textOf,
  type FeatureGeometry,
  type GeoFeature,
  type LonLatBox,
} from '../../domain/feature';
import type { ImportIssue, RepairMeasure } from '../../domain/import-report';
import { DIMENSION_OF, LAYER_GEOMETRY, type LayerName } from '../../domain/layer';
import { message, type Message } from '../../domain/message';
import type { Transform } from '../../geo/crs/transform';
import { mendGeometry } from '../../geo/mend';
import { REPAIR_REASONS, repairGeometry, type RepairReason } from '../../geo/repair';
import { invalidity } from '../../geo/validity';
import type { IdGiver } from './ids';
import { placed } from './placement';
import { isObject } from './raw';
import type { RepairScale } from './repair-scale';
import { checkStructure } from './structure';
import { vocabularyWarnings } from './vocabulary';

/** A feature that can be used: repaired, in lon/lat; `index` counts from 0 in its file. */
export interface ImportedFeature {
  readonly id: string;
  readonly index: number;
  readonly feature: GeoFeature;
}

export interface FeatureContext {
  readonly layer: LayerName;
  readonly toLonLat: Transform | null;
  readonly districtsBox: LonLatBox | null;
  readonly ids: IdGiver;
  /** Measures what repairs do; null where nobody asks. */
  readonly scale?: RepairScale | null;
}

export type FeatureOutcome =
  | {
      readonly accepted: ImportedFeature;
      readonly issues: readonly ImportIssue[];
      readonly box: LonLatBox;
      readonly hasHeight: boolean;
      readonly isFar: boolean;
    }
  | { readonly unread: unknown; readonly issue: ImportIssue };

/** Repairs that change where a boundary runs, as it is written at least. */
const GEOMETRY_REPAIRS: ReadonlySet<string> = new Set(REPAIR_REASONS);
/** Those of them that a drawing can show. */
const SEEN_REPAIRS: ReadonlySet<string> = new Set<RepairReason>(['unclosed-ring', 'duplicate-position']);

/** Farther than this from the box of the districts is worth a word. */
export const FAR_KM = 50;

/** Takes one raw feature through structure, place, geometry type, repair, validity, id and vocabulary. */
export function inspectFeature(raw: unknown, index: number, context: FeatureContext): FeatureOutcome {
  const moved = placed(raw, context.toLonLat);
  const reject = (reason: Message, repair?: RepairMeasure): FeatureOutcome => ({
    unread: moved,
    issue: {
      index,
      ...nameOf(moved),
      level: 'rejected',
      message: reason,
      ...(repair ? { repair } : {}),
    },
  });
  const structure = checkStructure(moved);
  if ('reason' in structure) {
    const { reason, detail } = structure;
    return reject(message(reason, detail === undefined ? undefined : { detail }));
  }
  const type = structure.feature.geometry.type;
  if (!LAYER_GEOMETRY[context.layer].includes(DIMENSION_OF[type])) {
    return reject(message('wrong-geometry-type', { type, layer: context.layer }));
  }
  const repaired = repairGeometry(structure.feature.geometry);
  const fault = invalidity(repaired.geometry);
  const box = boxOf(repaired.geometry);
  if (fault || !box) {
    const mended = fault && context.scale && mendGeometry(repaired.geometry);
    const measure = mended && context.scale.measure(repaired.geometry, mended, true);
    return reject(message(fault ?? 'empty-geometry'), measure ?? undefined);
  }
  const sound = withGeometry(structure.feature, repaired.geometry);
  const given = context.ids.give(sound);
  const feature = given.repair === null ? sound : { ...sound, id: given.id };
  const repairs = [...new Set([...structure.repairs, ...repaired.reasons])].map((reason) => message(reason));
  if (given.repair !== null) repairs.push(message(given.repair, { id: given.id }));
  const distanceKm = context.districtsBox ? kilometresBetween(box, context.districtsBox) : 0;
  const isFar = distanceKm > FAR_KM;
  const warnings = vocabularyWarnings(context.layer, feature);
  if (isFar) warnings.push(message('far-from-districts', { km: Math.round(distanceKm) }));
  const issue = (level: ImportIssue['level'], found: Message): ImportIssue => {
    const name = textOf(feature, 'name');
    return { index, id: given.id, ...(name === undefined ? {} : { name }), level, message: found };
  };
  const changed = repairs.findIndex(({ code }) => GEOMETRY_REPAIRS.has(code));
  const isSeen = repairs.some(({ code }) => SEEN_REPAIRS.has(code));
  const measure = changed < 0 ? undefined : context.scale?.measureRepair(moved, feature.geometry, isSeen);
  const repairIssue = (found: Message, at: number): ImportIssue => ({
    ...issue('repaired', found),
    ...(measure && at === changed ? { repair: measure } : {}),
  });
  return {
    accepted: { id: given.id, index, feature },
    issues: [...repairs.map(repairIssue), ...warnings.map((m) => issue('warning', m))],
    box,
    hasHeight: hasHeight(feature.geometry),
    isFar,
  };
}

function withGeometry(feature: GeoFeature, geometry: FeatureGeometry): GeoFeature {
  return feature.geometry === geometry ? feature : { ...feature, geometry };
}

function hasHeight(geometry: FeatureGeometry): boolean {
  for (const position of positionsOf(geometry)) if (position.length > 2) return true;
  return false;
}

function nameOf(raw: unknown): { id?: string; name?: string } {
  if (!isObject(raw)) return {};
  const properties = isObject(raw.properties) ? raw.properties : {};
  const id = raw.id ?? properties.id;
  const name = properties.name;
  return {
    ...(typeof id === 'string' || typeof id === 'number' ? { id: String(id) } : {}),
    ...(typeof name === 'string' && name !== '' ? { name } : {}),
  };
}

/** Distance between two boxes on a sphere of 111.32 km a degree: to tell far from near, not to measure. */
export function kilometresBetween(a: LonLatBox, b: LonLatBox): number {
  const gapLon = Math.max(0, a[0] - b[2], b[0] - a[2]);
  const gapLat = Math.max(0, a[1] - b[3], b[1] - a[3]);
  return Math.hypot(gapLon * Math.cos((b[1] * Math.PI) / 180), gapLat) * 111.32;
}
