import type { Dimension } from '../../../domain/layer';
import type { ExportFeature } from '../geojson-file';

/** What a format needs to know of a layer's geometries. */
export interface GeometryKind {
  readonly dimension: Dimension;
  readonly hasMulti: boolean;
}

export const DIMENSION_OF: Readonly<Record<string, Dimension>> = {
  Point: 'point',
  MultiPoint: 'point',
  LineString: 'line',
  MultiLineString: 'line',
  Polygon: 'polygon',
  MultiPolygon: 'polygon',
};

/** The kinds of geometry in a layer, in the order in which they first come. */
export function kindsOf(features: Iterable<ExportFeature>): readonly GeometryKind[] {
  const kinds = new Map<Dimension, GeometryKind>();
  for (const { geometry } of features) {
    const dimension = DIMENSION_OF[geometry.type];
    if (dimension === undefined) continue;
    const hasMulti = geometry.type.startsWith('Multi') || (kinds.get(dimension)?.hasMulti ?? false);
    kinds.set(dimension, { dimension, hasMulti });
  }
  return [...kinds.values()];
}
