import type { MapLayer } from './layer';
import { byZoom, IS_FEATURE, shownBy } from './layer';
import { landUseColour } from './land-use';
import type { Palette } from '../../domain/looks/palette';

/** The ground below the network: districts, water, housing, parcels. */
export function groundLayers(palette: Palette): MapLayer[] {
  return [
    ...shownBy(null, { id: 'ground', type: 'background', paint: { 'background-color': palette.ground } }),
    ...shownBy('districts', {
      id: 'districts-fill',
      type: 'fill',
      source: 'districts',
      paint: { 'fill-color': palette.district },
    }),
    ...shownBy('residential', {
      id: 'residential-fill',
      type: 'fill',
      source: 'residential',
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': palette.residential, 'fill-opacity': 0.8 },
    }),
    ...shownBy(
      'parcels',
      {
        id: 'parcels-fill',
        type: 'fill',
        source: 'parcels',
        paint: { 'fill-color': landUseColour(palette), 'fill-antialias': false },
      },
      {
        id: 'parcels-line',
        type: 'line',
        source: 'parcels',
        minzoom: 12.5,
        filter: IS_FEATURE,
        paint: {
          'line-color': palette.parcelLine,
          'line-width': byZoom([12.5, 0.2], [15, 0.6], [18, 1.2]),
          'line-opacity': byZoom([12.5, 0.3], [15, 1]),
        },
      },
    ),
    ...shownBy(
      'water',
      {
        id: 'water-fill',
        type: 'fill',
        source: 'water',
        filter: ['==', ['geometry-type'], 'Polygon'],
        paint: { 'fill-color': palette.water, 'fill-outline-color': palette.waterLine },
      },
      {
        id: 'water-line',
        type: 'line',
        source: 'water',
        filter: ['==', ['geometry-type'], 'LineString'],
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: { 'line-color': palette.water, 'line-width': byZoom([10, 1], [16, 5]) },
      },
    ),
    ...shownBy('parcels', {
      id: 'parcels-proposal',
      type: 'line',
      source: 'parcels',
      minzoom: 12.5,
      filter: ['==', ['get', 'kind'], 'proposal'],
      paint: {
        'line-color': palette.proposal,
        'line-width': byZoom([12.5, 0.8], [16, 1.6]),
        'line-dasharray': [2.5, 1.5],
      },
    }),
  ];
}
