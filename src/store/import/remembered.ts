import { isCodeScheme, type CodeScheme } from '../../domain/land-use';
import { LAYER_NAMES, type LayerName } from '../../domain/layer';
import type { LayerMapping } from '../../io/import/mapping/map-feature';
import { suggestFields, type FieldMap } from '../../io/import/mapping/suggest-fields';
import { isObject } from '../../io/import/raw';
import type { SourceField } from '../../io/import/formats/source-layer';
import { keptObject, type Memory } from '../browser-memory';

type Values = LayerMapping['values'];
type ByLayer<T> = Readonly<Partial<Record<LayerName, T>>>;

/** What the user taught this browser about the files of others. */
export interface Remembered {
  /** The property that a field was given, by layer and field. */
  readonly fields: ByLayer<FieldMap>;
  /** Our word for a value, by layer and property; codes of land use by `landUse@` and their scheme. */
  readonly values: ByLayer<Values>;
}

/** One line of what is remembered. */
export interface RememberedEntry {
  readonly layer: LayerName;
  /** The property whose value it is, as `Remembered.values` names it; null for a field. */
  readonly property: string | null;
  readonly theirs: string;
  readonly ours: string;
}

/** A file that was taken, with what its fields and values were taken for; null where it was taken as it stands. */
interface Teaching {
  readonly layer: LayerName;
  readonly source: {
    readonly choices: Pick<LayerMapping, 'fields' | 'codeScheme' | 'values'>;
    readonly summary: { readonly fields: readonly SourceField[] };
  } | null;
}

const FIELDS = 'field-aliases';
const VALUES = 'value-words';

export function readRemembered(memory: Memory): Remembered {
  return {
    fields: layersOf(keptObject(memory, FIELDS), textsOf),
    values: layersOf(keptObject(memory, VALUES), (kept) =>
      Object.fromEntries(Object.entries(kept).map(([property, words]) => [property, textsOf(words)])),
    ),
  };
}

export function keepRemembered(memory: Memory, { fields, values }: Remembered): void {
  memory.set(FIELDS, JSON.stringify(fields));
  memory.set(VALUES, JSON.stringify(values));
}

/** All that is remembered, fields before values. */
export function rememberedEntries({ fields, values }: Remembered): readonly RememberedEntry[] {
  const ofFields = LAYER_NAMES.flatMap((layer) =>
    entriesOf(fields[layer]).map(([theirs, ours]) => ({ layer, property: null, theirs, ours })),
  );
  const ofValues = LAYER_NAMES.flatMap((layer) =>
    Object.entries(values[layer] ?? {}).flatMap(([property, words]) =>
      entriesOf(words).map(([theirs, ours]) => ({ layer, property, theirs, ours })),
    ),
  );
  return [...ofFields, ...ofValues];
}

/** With another word of ours in place of an entry's; null: forgotten. */
export function withEntry(
  { fields, values }: Remembered,
  { layer, property, theirs }: RememberedEntry,
  ours: string | null,
): Remembered {
  if (property === null)
    return { values, fields: { ...fields, [layer]: withWord(fields[layer], theirs, ours) } };
  const words = withWord(values[layer]?.[property], theirs, ours);
  return { fields, values: { ...values, [layer]: { ...values[layer], [property]: words } } };
}

/** The words for values of a layer, with codes of one scheme. */
export function rememberedValues(
  { values }: Remembered,
  layer: LayerName,
  scheme: CodeScheme | null,
): Values {
  const { ...words } = values[layer] ?? {};
  const own = Object.entries(words).filter(([property]) => !property.startsWith(LAND_USE));
  const codes = scheme === null ? undefined : words[LAND_USE + scheme];
  return { ...Object.fromEntries(own), ...(codes ? { landUse: codes } : {}) };
}

/** The property and the scheme of its codes that a name in `Remembered.values` stands for. */
export function propertyOf(name: string): { readonly property: string; readonly scheme: CodeScheme | null } {
  const scheme = name.startsWith(LAND_USE) ? name.slice(LAND_USE.length) : null;
  return { property: scheme === null ? name : 'landUse', scheme: isCodeScheme(scheme) ? scheme : null };
}

/** With what the fields and values of those files were taken for, where it would not be guessed again anyway. */
export function withTaught(remembered: Remembered, taken: readonly Teaching[]): Remembered {
  let { fields, values } = remembered;
  for (const { layer, source } of taken) {
    if (!source) continue;
    const { choices, summary } = source;
    const guessed = suggestFields(summary.fields, layer);
    const taught = Object.entries(choices.fields).filter(([field, property]) => guessed[field] !== property);
    fields = { ...fields, [layer]: { ...fields[layer], ...Object.fromEntries(taught) } };
    for (const [property, words] of Object.entries(choices.values)) {
      // A code means nothing without its scheme.
      const name =
        property === 'landUse' && layer === 'parcels' ? LAND_USE + (choices.codeScheme ?? '') : property;
      values = { ...values, [layer]: { ...values[layer], [name]: { ...values[layer]?.[name], ...words } } };
    }
  }
  return { fields, values };
}

const LAND_USE = 'landUse@';

function withWord(words: FieldMap | undefined, theirs: string, ours: string | null): FieldMap {
  const others = entriesOf(words).filter(([word]) => word !== theirs || ours !== null);
  return Object.fromEntries(others.map(([word, mine]) => [word, word === theirs ? (ours ?? mine) : mine]));
}

function entriesOf(words: FieldMap | undefined): readonly [string, string][] {
  return Object.entries(words ?? {});
}

/** What a browser kept may be anything. */
function layersOf<T>(
  kept: Readonly<Record<string, unknown>>,
  read: (kept: Readonly<Record<string, unknown>>) => T,
): ByLayer<T> {
  return Object.fromEntries(
    LAYER_NAMES.flatMap((layer) => (isObject(kept[layer]) ? [[layer, read(kept[layer])]] : [])),
  );
}

function textsOf(kept: unknown): FieldMap {
  if (!isObject(kept)) return {};
  return Object.fromEntries(
    Object.entries(kept).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
