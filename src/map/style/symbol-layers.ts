import type { ExpressionSpecification } from 'maplibre-gl';
import { facilitySymbol } from './images';
import type { MapLayer } from './layer';
import { byZoom, FONT, shownBy } from './layer';
import type { Palette } from '../../domain/looks/palette';
import { SOURCE } from './sources';

/** Facilities as small symbols, and as land where they are polygons. */
export function facilityLayers({ facility }: Palette): MapLayer[] {
  return shownBy(
    'facilities',
    {
      id: 'facilities-fill',
      type: 'fill',
      source: 'facilities',
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': facility.plain, 'fill-opacity': 0.2, 'fill-outline-color': facility.plain },
    },
    {
      id: 'facilities-line',
      type: 'line',
      source: 'facilities',
      filter: ['==', ['geometry-type'], 'LineString'],
      paint: { 'line-color': facility.plain, 'line-width': 1.5 },
    },
    {
      id: 'facilities-symbol',
      type: 'symbol',
      source: 'facilities',
      minzoom: 12,
      filter: ['!=', ['geometry-type'], 'LineString'],
      layout: {
        'icon-image': facilitySymbol(),
        'icon-size': byZoom([12, 0.4], [14, 0.75], [16, 1]),
        'icon-overlap': 'always',
      },
    },
  );
}

const NAME: ExpressionSpecification = ['coalesce', ['get', 'name'], ''];

/** Names of things and codes of parcels. Symbols cost most of a frame: each has a zoom from which it is worth it. */
export function groundLabels(palette: Palette): MapLayer[] {
  const halo = { 'text-halo-color': palette.halo, 'text-halo-width': 1.4 };
  return shownBy(
    'labels',
    {
      id: 'parcels-label',
      type: 'symbol',
      source: 'parcels',
      minzoom: 16,
      layout: { 'text-field': ['coalesce', ['get', 'landUse'], ''], 'text-font': FONT, 'text-size': 10 },
      paint: { 'text-color': palette.textQuiet, ...halo },
    },
    {
      id: 'roads-label',
      type: 'symbol',
      source: 'roads',
      minzoom: 14.5,
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 420,
        'text-field': NAME,
        'text-font': FONT,
        'text-size': 11,
      },
      paint: { 'text-color': palette.textQuiet, ...halo },
    },
    {
      id: 'water-label',
      type: 'symbol',
      source: 'water',
      minzoom: 11,
      layout: {
        'text-field': NAME,
        'text-font': FONT,
        'text-size': byZoom([11, 12], [15, 16]),
        'text-letter-spacing': 0.3,
      },
      paint: { 'text-color': palette.textWater, ...halo },
    },
    {
      id: 'facilities-label',
      type: 'symbol',
      source: 'facilities',
      minzoom: 15.5,
      filter: ['!=', ['geometry-type'], 'LineString'],
      layout: {
        'text-field': NAME,
        'text-font': FONT,
        'text-size': 11,
        'text-variable-anchor': ['top', 'bottom', 'right', 'left'],
        'text-radial-offset': 0.9,
        'text-justify': 'auto',
        'text-max-width': 9,
      },
      paint: { 'text-color': palette.text, ...halo },
    },
  );
}

/** Names of schools and districts. MapLibre places the topmost first, so these stand above all others. */
export function siteLabels(palette: Palette): MapLayer[] {
  const halo = { 'text-halo-color': palette.halo, 'text-halo-width': 1.8 };
  return shownBy(
    'labels',
    {
      id: 'schools-label',
      type: 'symbol',
      source: SOURCE.planPoints,
      minzoom: 13.2,
      filter: ['==', ['get', 'layer'], 'schools'],
      layout: {
        'text-field': NAME,
        'text-font': FONT,
        'text-size': byZoom([13, 11], [16, 13]),
        'text-variable-anchor': ['top', 'bottom', 'right', 'left', 'top-right', 'bottom-left'],
        'text-radial-offset': byZoom([13, 1.1], [16, 1.35]),
        'text-justify': 'auto',
        'text-max-width': 9,
      },
      paint: { 'text-color': palette.text, ...halo },
    },
    {
      id: 'districts-label',
      type: 'symbol',
      source: SOURCE.planPoints,
      maxzoom: 14.5,
      filter: ['==', ['get', 'layer'], 'districts'],
      layout: {
        'text-field': NAME,
        'text-font': FONT,
        'text-size': byZoom([9, 13], [13, 20]),
        'text-letter-spacing': 0.25,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: {
        'text-color': palette.districtLine,
        ...halo,
        'text-halo-width': 2,
        'text-opacity': byZoom([13, 1], [14.5, 0.3]),
      },
    },
  );
}

/** District boundaries, above the ground and the network. */
export function districtLines({ districtLine }: Palette): MapLayer[] {
  return shownBy('districts', {
    id: 'districts-line',
    type: 'line',
    source: 'districts',
    paint: {
      'line-color': districtLine,
      'line-width': byZoom([9, 1], [14, 2]),
      'line-opacity': 0.75,
      'line-dasharray': [6, 2, 1, 2],
    },
  });
}
