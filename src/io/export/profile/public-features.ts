import type { JsonValue } from '../../../domain/json';
import type { ExportFeature } from '../geojson-file';
import type { ExportedLayer, LayerFeatures } from '../layers/exported-layer';
import {
  APPROVAL_FIELD,
  approvalNumberOf,
  type PublicProfile,
  type Removal,
  type RemovalTally,
} from './profile';
import { roundGeometry, type RoundingPlane } from './round-geometry';
import { secretOf } from './sensitive';
import { findingRemoval, type Withheld } from './withheld';

/** Fields with what is not for outsiders: notes, people and how to reach them, remarks on decisions. */
const INTERNAL_FIELD =
  /^(?:notes?|remarks?|memo|comments?|contacts?|phone|tel|telephone|mobile|e?mail|operator|handler|actor|author|reviewer|editor|owner|created_?by|updated_?by|decided_?by|decision_(?:reason|basis_doc))$|备注|内部|批注|联系|电话|手机|邮箱|经办|承办|负责人|审批人|填报人|权利人|使用权人|户主|姓名/iu;
const VOLTAGE_FIELD = /^(?:kv|voltage(?:_?kv)?|电压(?:等级)?(?:_?kv)?)$/iu;
/** How far a power line reaches tells its voltage. */
const REACH_FIELD = 'halfWidthM';
const VOLTAGE_TEXT = /\d+(?:\.\d+)?\s*(?:kv|千伏)/giu;
/** Fields that repeat where a feature is. */
const PLACE_FIELD =
  /^(?:gates|lon|lng|lat|longitude|latitude|x|y|easting|northing|wkt|geometry|经度|纬度|东坐标|北坐标|[xy]坐标)$/iu;
/** Ids of the feature itself and of schools, districts and sides of conflicts, which are published: not mentions. */
const OWN_ID_FIELD = /^(?:id|(?:subject|object|school|(?:xz_)?district)_id|districtId|schoolIds)$/u;

export interface PublicOptions {
  readonly profile: PublicProfile;
  readonly withheld: Withheld;
  /** Where coordinates are rounded. */
  readonly plane: RoundingPlane;
  readonly tally: RemovalTally;
  /** Hears of each feature that was looked at. */
  readonly onFeature: () => void;
}

/** The features of a layer as they may be published; the tally counts what is not. */
export function* publicFeatures(
  { layer, features }: LayerFeatures,
  options: PublicOptions,
): Generator<ExportFeature> {
  const telling = new Set<unknown>(options.profile.tellingRules);
  for (const feature of features) {
    options.onFeature();
    const removal =
      layer && (secretOf(layer, feature) ?? findingRemoval(layer, feature, options.withheld, telling));
    if (removal) options.tally.add(removal);
    else {
      const published = publicFeature(layer, feature, options);
      if (published) yield published;
    }
  }
}

function publicFeature(
  layer: ExportedLayer | null,
  feature: ExportFeature,
  options: PublicOptions,
): ExportFeature | null {
  const { profile, plane, tally } = options;
  let { geometry } = feature;
  if (profile.roundM > 0 && geometry.type !== 'GeometryCollection') {
    const rounded = roundGeometry(geometry, profile.roundM, plane);
    if (!rounded.geometry) {
      tally.add('vanished');
      return null;
    }
    if (rounded.isMended) tally.add('mended');
    geometry = rounded.geometry;
  }
  const { id } = feature;
  return {
    ...(id === undefined ? {} : { id: typeof id === 'string' ? withoutVoltage(id) : id }),
    geometry,
    properties: publicProperties(layer, feature.properties, options),
  };
}

function publicProperties(
  layer: ExportedLayer | null,
  properties: ExportFeature['properties'],
  { profile, withheld, tally }: PublicOptions,
): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(properties)) {
    const isEmpty = value === null || value === undefined || value === '';
    const removal = fieldRemoval(layer, field, profile.roundM > 0);
    if (removal) {
      if (!isEmpty) tally.add(removal);
    } else if (!OWN_ID_FIELD.test(field) && withheld.isMentionedIn(value)) {
      tally.add('mentions');
      kept[field] = null;
    } else {
      const said = value === undefined ? null : withoutVoltages(value as JsonValue);
      if (said !== value && value !== undefined) tally.add('voltages');
      kept[field] = said;
    }
  }
  kept[APPROVAL_FIELD] = approvalNumberOf(profile);
  return kept;
}

/** Why a field goes, whatever it holds; null where it stays. */
function fieldRemoval(layer: ExportedLayer | null, field: string, isRounded: boolean): Removal | null {
  // Every catchment says that it is no enrolment district.
  if (layer === 'catchments' && field === 'note') return null;
  if (VOLTAGE_FIELD.test(field) || (layer === 'powerlines' && field === REACH_FIELD)) return 'voltages';
  if (INTERNAL_FIELD.test(field)) return 'internal-values';
  return isRounded && PLACE_FIELD.test(field) ? 'coordinate-values' : null;
}

function withoutVoltage(text: string): string {
  return text.replaceAll(VOLTAGE_TEXT, '');
}

/** The very same value where it has none. */
function withoutVoltages(value: JsonValue): JsonValue {
  if (typeof value === 'string') return withoutVoltage(value);
  if (typeof value !== 'object' || value === null) return value;
  const text = JSON.stringify(value);
  const without = withoutVoltage(text);
  return without === text ? value : (JSON.parse(without) as JsonValue);
}
