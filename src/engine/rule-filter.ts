import { expression, featureFilter, type FilterSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { FeatureGeometry, GeoFeature } from '../domain/feature';
import type { JsonObject } from '../domain/json';
import type { LayerName } from '../domain/layer';
import type { FilterExpression } from '../domain/rule';
import { EngineError } from './engine-error';
import { propertiesRead, type FilterProperties } from './filter-properties';

/** A rule's `where`, compiled. */
export interface RuleFilter {
  matches(feature: GeoFeature): boolean;
  /** The same of a feature in pieces; `properties` need only hold what `properties` below names. */
  decide(type: FeatureGeometry['type'], id: string | number | undefined, properties: JsonObject): boolean;
  readonly properties: FilterProperties;
  /** Whether it looks at the feature's id itself. */
  readonly readsId: boolean;
}

const NO_NAMES: FilterProperties = new Set();
/** Where there is no `where`. */
export const EVERYTHING: RuleFilter = {
  matches: () => true,
  decide: () => true,
  properties: NO_NAMES,
  readsId: false,
};

/**
 * Compiles a MapLibre filter (expression or old syntax). Absent, it matches everything. For a feature that it cannot
 * decide (a text compared with a number) it is false, as in MapLibre. Throws an `EngineError` with code
 * `engine.filter-invalid` (`rule`, `side`, `detail`) where it is no filter, or one that reads geometry, which
 * MapLibre can only do in a map tile.
 */
export function compileFilter(
  where: FilterExpression | undefined,
  { rule, side, layer }: { rule: string; side: 'subject' | 'object'; layer: LayerName },
): RuleFilter {
  if (where === undefined) return EVERYTHING;
  const refused = (detail: string): EngineError =>
    new EngineError('engine.filter-invalid', { rule, side, detail });
  const compiled = compile(where, `${rule}.${side}.where`, refused);
  if (compiled.needGeometry) throw refused('within, distance');
  const names = propertiesRead(where, expression.isExpressionFilter(where));
  const mixes = layer === 'parcels' && (names?.has('landUse') ?? true);
  const decide: RuleFilter['decide'] = (type, id, properties) => {
    const match = (read: JsonObject): boolean =>
      compiled.filter({ zoom: 0 }, { type, id: id ?? read.id, properties: read });
    const uses = mixes ? landUsesOf(properties) : [];
    if (uses.length === 0) return match(properties);
    return uses.some((landUse) => match({ ...properties, landUse }));
  };
  return {
    properties: mixes && names ? new Set([...names, 'landUses']) : names,
    readsId: mentionsId(where),
    decide,
    matches: ({ geometry, id, properties }) => decide(geometry.type, id, properties ?? {}),
  };
}

/** `["id"]` of an expression, or `$id` of the old syntax. */
function mentionsId(node: unknown): boolean {
  if (!Array.isArray(node)) return node === '$id';
  return (node.length === 1 && node[0] === 'id') || node.some(mentionsId);
}

/**
 * Land-use codes of a parcel of mixed use: those of `landUses` (`[{code, share}]`, or plain codes), and `landUse`
 * where that is given too. Empty where the parcel has no `landUses`: then `landUse` stands as it is.
 */
export function landUsesOf(properties: JsonObject): readonly (string | number)[] {
  const mixed = properties.landUses;
  if (!Array.isArray(mixed)) return [];
  const codes = mixed.flatMap((use) => {
    const code = use !== null && typeof use === 'object' && !Array.isArray(use) ? use.code : use;
    return typeof code === 'string' || typeof code === 'number' ? [code] : [];
  });
  const single = properties.landUse;
  if (codes.length > 0 && (typeof single === 'string' || typeof single === 'number')) codes.push(single);
  return [...new Set(codes)];
}

function compile(where: FilterExpression, key: string, refused: (detail: string) => EngineError) {
  try {
    return featureFilter(where as FilterSpecification, key);
  } catch (error) {
    throw refused(error instanceof Error ? error.message : String(error));
  }
}
