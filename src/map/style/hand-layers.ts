import type { MapLayer } from './layer';
import { shownBy } from './layer';
import type { Palette } from '../../domain/looks/palette';
import { SOURCE } from './sources';

/** The site in hand while its vertices are edited, and where the pointer snaps. */
export function handLayers({ sketch, sketchVertex, selected }: Palette): MapLayer[] {
  return shownBy(
    null,
    {
      id: 'edit-fill',
      type: 'fill',
      source: SOURCE.edit,
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': sketch, 'fill-opacity': 0.18 },
    },
    {
      id: 'edit-line',
      type: 'line',
      source: SOURCE.edit,
      paint: { 'line-color': sketch, 'line-width': 2 },
    },
    {
      id: 'edit-midpoints',
      type: 'circle',
      source: SOURCE.editHandles,
      filter: ['==', ['get', 'kind'], 'midpoint'],
      minzoom: 14,
      paint: {
        'circle-radius': 3.5,
        'circle-color': sketch,
        'circle-opacity': 0.55,
        'circle-stroke-color': sketchVertex,
        'circle-stroke-width': 1,
      },
    },
    {
      id: 'edit-vertices',
      type: 'circle',
      source: SOURCE.editHandles,
      filter: ['==', ['get', 'kind'], 'vertex'],
      paint: {
        'circle-radius': ['case', ['get', 'focused'], 7, 5],
        'circle-color': ['case', ['get', 'focused'], selected, sketchVertex],
        'circle-stroke-color': sketch,
        'circle-stroke-width': 2,
      },
    },
    {
      id: 'snap-ring',
      type: 'circle',
      source: SOURCE.snap,
      paint: {
        'circle-radius': ['case', ['==', ['get', 'onto'], 'vertex'], 8, 6],
        'circle-opacity': 0,
        'circle-stroke-color': sketch,
        'circle-stroke-width': ['case', ['==', ['get', 'onto'], 'vertex'], 2.5, 1.5],
      },
    },
  );
}
