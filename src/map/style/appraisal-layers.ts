import type { MapLayer } from './layer';
import { shownBy } from './layer';
import type { Palette } from '../../domain/looks/palette';
import { SOURCE } from './sources';

/** Land under appraisal: a parcel, or a proposal that is in no layer. */
export function appraisalLayers({ sketch, sketchVertex }: Palette): MapLayer[] {
  return shownBy(
    null,
    {
      id: 'appraisal-fill',
      type: 'fill',
      source: SOURCE.appraisal,
      paint: { 'fill-color': sketch, 'fill-opacity': 0.14 },
    },
    {
      id: 'appraisal-halo',
      type: 'line',
      source: SOURCE.appraisal,
      paint: { 'line-color': sketchVertex, 'line-width': 5 },
    },
    {
      id: 'appraisal-line',
      type: 'line',
      source: SOURCE.appraisal,
      paint: { 'line-color': sketch, 'line-width': 2.5, 'line-dasharray': [3, 1.5] },
    },
  );
}
