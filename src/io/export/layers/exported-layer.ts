import type { LayerName } from '../../../domain/layer';
import type { SourceField } from '../../import/formats/source-layer';
import type { ExportFeature } from '../geojson-file';

/** Layers that are not in the project's files but computed. */
export const DERIVED_LAYERS = ['conflicts', 'zones', 'catchments'] as const;

/** What can be exported as a layer. */
export type ExportedLayer = LayerName | (typeof DERIVED_LAYERS)[number];

/** The features of a layer in lon/lat; may be gone through more than once. */
export interface LayerFeatures {
  /** Null where it is not known which layer of ours it is. */
  readonly layer: ExportedLayer | null;
  /** As people read it. */
  readonly name: string;
  readonly features: Iterable<ExportFeature>;
  /** What is known of its fields before they are looked at. */
  readonly fields?: readonly SourceField[];
}
