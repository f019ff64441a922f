import type { Geometry } from 'geojson';
import { DIMENSION_OF, type Dimension } from '../../../domain/layer';
import type { ExportFeature } from '../geojson-file';

/** What a format needs to know of a layer's geometries. */
export interface GeometryKind {
  readonly dimension: Dimension;
  readonly hasMulti: boolean;
}

/** The dimension of a geometry; null of a collection, which may be of several. */
export function kindOf(type: Geometry['type']): Dimension | null {
  return type === 'GeometryCollection' ? null : DIMENSION_OF[type];
}

/** The kinds of geometry in a layer, in the order in which they first come. */
export function kindsOf(features: Iterable<ExportFeature>): readonly GeometryKind[] {
  const kinds = new Map<Dimension, GeometryKind>();
  for (const { geometry } of features) {
    const dimension = kindOf(geometry.type);
    if (dimension === null) continue;
    const hasMulti = geometry.type.startsWith('Multi') || (kinds.get(dimension)?.hasMulti ?? false);
    kinds.set(dimension, { dimension, hasMulti });
  }
  return [...kinds.values()];
}
