import type { JsonObject, JsonValue } from '../../../domain/json';
import { isCodeScheme, type CodeScheme } from '../../../domain/land-use';
import type { LayerName } from '../../../domain/layer';
import { FIELD_TARGETS } from './field-targets';
import { landUseCode } from './land-use-value';
import { areaM2, leadingNumber, schoolScale } from './number-value';
import type { FieldMap } from './suggest-fields';
import { hasWords, ourWord } from './value-words';

/** How the fields and values of a file become those of a layer. */
export interface LayerMapping {
  readonly layer: LayerName;
  readonly fields: FieldMap;
  /**
   * The scheme of land-use codes of features that name none of their own, at the user's word; null where none was
   * given: such codes are then left as they are.
   */
  readonly codeScheme: CodeScheme | null;
  /** The user's own words, by our property and their value; they go before the known ones. */
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** A value of one of our properties as it stands in a file. */
export interface FileValue {
  readonly property: string;
  readonly value: string;
}

export interface MappedProperties {
  readonly properties: JsonObject;
  /** Values for which no word, code or number of ours is known; they were kept as they are. */
  readonly unknown: readonly FileValue[];
  /** Values for which the user's own word was taken. */
  readonly chosen: readonly FileValue[];
  /** Whether it has a land use, and no scheme of its own that would say what its code means. */
  readonly lacksScheme: boolean;
}

/**
 * A feature's properties with our names and words. A property that is only renamed loses its old name; where the
 * value changes too, the original stays beside it, and fields that are not mapped stay as they are.
 */
export function mapProperties(given: JsonObject, choices: LayerMapping): MappedProperties {
  const ownScheme = schemeIn(given, choices);
  const mapping = ownScheme === null ? choices : withScheme(choices, ownScheme);
  const properties: JsonObject = {};
  const unknown: FileValue[] = [];
  const chosen: FileValue[] = [];
  const ours: JsonObject = {};
  for (const [field, value] of Object.entries(given)) {
    const property = Object.hasOwn(mapping.fields, field) ? mapping.fields[field] : undefined;
    if (property === undefined) {
      properties[field] = value;
      continue;
    }
    const own = ownWord(value, property, mapping);
    if (own !== null) chosen.push({ property, value: wordOf(value) });
    const changed =
      own !== null
        ? { [property]: own }
        : isBlank(value)
          ? {}
          : changedValue(value, property, field, mapping);
    if (changed === null) {
      unknown.push({ property, value: wordOf(value) });
      ours[property] = value;
      continue;
    }
    if (field !== property && !(property in changed && changed[property] === value) && !isBlank(value)) {
      properties[field] = value;
    }
    Object.assign(ours, changed);
  }
  const hasLandUse = 'landUse' in ours;
  if (mapping.codeScheme !== null && hasLandUse) ours.codeScheme = mapping.codeScheme;
  return {
    properties: { ...properties, ...ours },
    unknown,
    chosen,
    lacksScheme: hasLandUse && ownScheme === null,
  };
}

/** The scheme that a feature itself says its land use is of; null where it says none that is known. */
function schemeIn(given: JsonObject, mapping: LayerMapping): CodeScheme | null {
  const field = Object.keys(given).find(
    (name) => Object.hasOwn(mapping.fields, name) && mapping.fields[name] === 'codeScheme',
  );
  const value = field === undefined ? undefined : given[field];
  if (value === undefined) return null;
  const said =
    ownWord(value, 'codeScheme', mapping) ??
    (typeof value === 'string' ? ourWord(mapping.layer, 'codeScheme', value) : null);
  return isCodeScheme(said) ? said : null;
}

/** With a feature's own scheme; words for codes of another scheme mean nothing in it. */
function withScheme(mapping: LayerMapping, codeScheme: CodeScheme): LayerMapping {
  if (codeScheme === mapping.codeScheme) return mapping;
  return { ...mapping, codeScheme, values: { ...mapping.values, landUse: {} } };
}

/** The user's own word for a value; null where they gave none. */
function ownWord(value: JsonValue, property: string, { values }: LayerMapping): string | null {
  const own = Object.hasOwn(values, property) ? values[property] : undefined;
  const said = typeof value === 'string' || typeof value === 'number' ? String(value) : null;
  return own && said !== null && Object.hasOwn(own, said) ? (own[said] ?? null) : null;
}

/** The properties that a value becomes; null where it is not understood. */
function changedValue(
  value: JsonValue,
  property: string,
  field: string,
  { layer, codeScheme }: LayerMapping,
): JsonObject | null {
  if (typeof value !== 'string' && typeof value !== 'number') return { [property]: value };
  const said = String(value);
  if (property === 'areaDocM2') return oneOrNull(property, areaM2(value, field));
  if ((property === 'classes' || property === 'pupils') && typeof value === 'string') {
    const { classes, pupils } = schoolScale(value);
    if (classes !== null || pupils !== null) {
      return { ...(classes === null ? {} : { classes }), ...(pupils === null ? {} : { pupils }) };
    }
  }
  if (isNumberTarget(layer, property)) return oneOrNull(property, leadingNumber(value));
  if (property === 'landUse' && layer === 'parcels') {
    return codeScheme === null ? { landUse: said } : oneOrNull(property, landUseCode(value, codeScheme));
  }
  if (property === 'codeScheme') return oneOrNull(property, codeScheme);
  if (hasWords(layer, property)) return oneOrNull(property, ourWord(layer, property, said));
  // Ids and names are texts; a number of a spreadsheet is the text that one sees there.
  return { [property]: property === 'id' || property === 'name' ? said : value };
}

function oneOrNull(property: string, value: JsonValue): JsonObject | null {
  return value === null ? null : { [property]: value };
}

function isNumberTarget(layer: LayerName, property: string): boolean {
  return FIELD_TARGETS[layer].some(({ name, type }) => name === property && type === 'number');
}

function isBlank(value: JsonValue): boolean {
  return value === null || (typeof value === 'string' && value.trim() === '');
}

function wordOf(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
