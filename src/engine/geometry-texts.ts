import type { FeatureRef } from '../domain/conflict';
import { tidyGeometry } from '../geo/tidy-geometry';
import type { GeometryForm } from './protocol';
import type { EngineState } from './state';

/**
 * Geometries as JSON, in the order of the refs; null where there is no such feature. A text goes from thread to thread at
 * a fraction of what its positions cost there as objects.
 */
export function geometryTextsOf(
  layers: EngineState['layers'],
  refs: readonly FeatureRef[],
  form: GeometryForm,
): readonly (string | null)[] {
  return refs.map(({ layer, id }) => {
    const index = layers.get(layer);
    const slot = index?.slotOf(id);
    if (!index || slot === undefined) return null;
    const { geometry } = index.featureAt(slot).feature;
    return JSON.stringify(form === 'tidy' ? tidyGeometry(geometry) : geometry);
  });
}
