import type { CodeScheme } from '../../domain/land-use';
import type { LayerName } from '../../domain/layer';
import { message, type Message } from '../../domain/message';
import { crsLabel, type Crs } from '../../geo/crs/crs';
import type { CrsFault, DatumShift } from '../../geo/crs/reprojection';
import { FIELD_TARGETS } from '../../io/import/mapping/field-targets';
import type { LayerMapping } from '../../io/import/mapping/map-feature';
import { suggestFields, type FieldMap } from '../../io/import/mapping/suggest-fields';
import type { PlacedLayer, PlaceOptions } from '../../io/import/place-layer';
import { rememberedValues, type Remembered } from './remembered';
import type { SourceSummary } from '../../io/import/sources/source-tool';

/** What is decided about a layer of another format before it is read as one of ours. */
export interface SourceChoices {
  /** Null where nothing is known of it: the user must say. */
  readonly crs: Crs | null;
  readonly swapAxes: boolean;
  /** The user's own parameters of an older datum: in memory only, gone with the import. */
  readonly shift: DatumShift | null;
  /** Our properties by the file's fields. */
  readonly fields: FieldMap;
  readonly codeScheme: CodeScheme | null;
  /** Our words for values that are not known, by property and value. */
  readonly values: LayerMapping['values'];
}

/** A layer that was read from a file of any format, on its way to be one of ours. */
export interface PendingSource {
  /** Names the files that it came with. */
  readonly batch: string;
  readonly summary: SourceSummary;
  readonly choices: SourceChoices;
  /** Of a drawing, what is not its first kind of shape: most often labels. Taken only at the user's word. */
  readonly isAside: boolean;
  /** What the user must say before it can be placed. */
  readonly blocked: Message | null;
  readonly isExact: boolean;
  readonly unknown: PlacedLayer['unknown'];
  readonly chosen: PlacedLayer['chosen'];
  readonly lackingScheme: PlacedLayer['lackingScheme'];
}

/** With what is likeliest chosen. */
export function pendingSource(
  batch: string,
  summary: SourceSummary,
  layer: LayerName,
  remembered: Remembered,
): PendingSource {
  const [likeliest] = summary.detection.candidates;
  return {
    batch,
    summary,
    choices: {
      crs: likeliest?.crs ?? null,
      swapAxes: likeliest?.swapAxes ?? false,
      shift: null,
      fields: suggestFields(summary.fields, layer, remembered.fields[layer]),
      codeScheme: null,
      values: rememberedValues(remembered, layer, null),
    },
    isAside: summary.format === 'dxf' && !summary.key.endsWith('/0'),
    blocked: null,
    isExact: true,
    unknown: [],
    chosen: [],
    lackingScheme: 0,
  };
}

/** With some of the choices changed; whatever was in the way may be so no more. */
export function withChoices(source: PendingSource, changes: Partial<SourceChoices>): PendingSource {
  return { ...source, choices: { ...source.choices, ...changes }, blocked: null };
}

/** As another layer, or with what was read of it in another encoding: its fields are then taken anew. */
export function withFieldsOf(
  source: PendingSource,
  summary: SourceSummary,
  layer: LayerName,
  remembered: Remembered,
): PendingSource {
  const fields = suggestFields(summary.fields, layer, remembered.fields[layer]);
  const values = rememberedValues(remembered, layer, source.choices.codeScheme);
  return { ...withChoices(source, { fields, values }), summary };
}

/** With the scheme that codes of land use are of; what values were taken for is of one scheme only. */
export function withScheme(
  source: PendingSource,
  codeScheme: CodeScheme | null,
  layer: LayerName,
  remembered: Remembered,
): PendingSource {
  const { landUse } = rememberedValues(remembered, layer, codeScheme);
  return withChoices(source, { codeScheme, values: { ...source.choices.values, landUse: landUse ?? {} } });
}

export { ourWords } from '../../io/import/mapping/value-words';

/** The properties that a field may become, in their order. */
export function propertiesOf(layer: LayerName): readonly string[] {
  return FIELD_TARGETS[layer].map(({ name }) => name);
}

/** Whether the user is asked for the scheme of land-use codes: features have such codes and do not say themselves. */
export function isSchemeWanted({ choices, lackingScheme }: PendingSource, layer: LayerName): boolean {
  const taken = Object.values(choices.fields);
  if (layer !== 'parcels' || !taken.includes('landUse')) return false;
  return !taken.includes('codeScheme') || lackingScheme > 0;
}

/** With one field given a property (null: none), which no other field has then. */
export function withField(fields: FieldMap, field: string, property: string | null): FieldMap {
  const others = Object.entries(fields).filter(([name, taken]) => name !== field && taken !== property);
  return Object.fromEntries(property === null ? others : [...others, [field, property]]);
}

/** With our word for a value of a property; null: none. */
export function withValue(
  values: LayerMapping['values'],
  property: string,
  value: string,
  ours: string | null,
): LayerMapping['values'] {
  const others = Object.entries(values[property] ?? {}).filter(([theirs]) => theirs !== value);
  return { ...values, [property]: Object.fromEntries(ours === null ? others : [...others, [value, ours]]) };
}

/** How the layer is to be placed, or what the user must say first. */
export function placeOptions({ choices, summary }: PendingSource, layer: LayerName): PlaceOptions | Message {
  const { crs, swapAxes, shift, fields, codeScheme, values } = choices;
  if (!crs) return message('source-crs-wanted', { file: summary.file });
  return { crs, swapAxes, shift: shift ?? undefined, mapping: { layer, fields, codeScheme, values } };
}

export function crsFaultMessage(fault: CrsFault, { choices, summary }: PendingSource): Message {
  const crs = choices.crs ? crsLabel(choices.crs) : '';
  const code = fault === 'unknown' ? 'crs-unknown' : 'crs-needs-parameters';
  return message(code, { file: summary.file, crs });
}
