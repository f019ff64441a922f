import { expression, featureFilter, type FilterSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { GeoFeature } from '../domain/feature';
import type { JsonObject } from '../domain/json';
import type { LayerName } from '../domain/layer';
import type { FilterExpression } from '../domain/rule';
import { EngineError } from './engine-error';
import { propertiesRead, type FilterProperties } from './filter-properties';

/** A rule's `where`, compiled. */
export interface RuleFilter {
  matches(feature: GeoFeature): boolean;
  readonly properties: FilterProperties;
}

const NO_NAMES: FilterProperties = new Set();
const EVERYTHING: RuleFilter = { matches: () => true, properties: NO_NAMES };

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
  const decide = (feature: GeoFeature, properties: JsonObject): boolean =>
    compiled.filter(
      { zoom: 0 },
      { type: feature.geometry.type, id: feature.id ?? properties.id, properties },
    );
  return {
    properties: propertiesRead(where, expression.isExpressionFilter(where)),
    matches(feature) {
      const properties = feature.properties ?? {};
      const uses = layer === 'parcels' ? landUsesOf(properties) : [];
      if (uses.length === 0) return decide(feature, properties);
      return uses.some((landUse) => decide(feature, { ...properties, landUse }));
    },
  };
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
