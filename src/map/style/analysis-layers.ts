import type {
  DataDrivenPropertyValueSpecification,
  ExpressionSpecification,
  LineLayerSpecification,
} from 'maplibre-gl';
import { SEVERITIES } from '../../domain/rule';
import { stageColour } from './education-layers';
import { IMAGE } from './images';
import type { MapLayer } from './layer';
import { byZoom, FONT, shownBy } from './layer';
import type { Palette } from '../../domain/looks/palette';
import { SOURCE } from './sources';

function severityColour({ mark }: Palette): ExpressionSpecification {
  return [
    'match',
    ['coalesce', ['get', 'severity'], ''],
    ...SEVERITIES.flatMap((severity) => [severity, mark[severity]]),
    mark.notice,
  ] as unknown as ExpressionSpecification;
}

function catchmentLayers(palette: Palette, source: string): MapLayer[] {
  const colour = stageColour(palette) as DataDrivenPropertyValueSpecification<string>;
  return shownBy(
    'catchments',
    {
      id: `${source}-fill`,
      type: 'fill',
      source,
      paint: { 'fill-color': colour, 'fill-opacity': 0.09 },
    },
    {
      id: `${source}-line`,
      type: 'line',
      source,
      paint: { 'line-color': colour, 'line-width': 1.4, 'line-opacity': 0.85, 'line-dasharray': [7, 3] },
    },
    {
      id: `${source}-label`,
      type: 'symbol',
      source,
      minzoom: 12.5,
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 600,
        'text-field': ['get', 'label'],
        'text-font': FONT,
        'text-size': 11,
        'text-offset': [0, -0.8],
        'text-max-angle': 40,
      },
      paint: { 'text-color': colour, 'text-halo-color': palette.halo, 'text-halo-width': 1.4 },
    },
  );
}

function zoneLayers(palette: Palette, source: string): MapLayer[] {
  const colour = severityColour(palette) as DataDrivenPropertyValueSpecification<string>;
  return shownBy(
    'zones',
    {
      id: `${source}-fill`,
      type: 'fill',
      source,
      paint: { 'fill-color': colour, 'fill-opacity': 0.1 },
    },
    {
      id: `${source}-line`,
      type: 'line',
      source,
      paint: { 'line-color': colour, 'line-width': byZoom([11, 0.8], [16, 1.6]), 'line-opacity': 0.8 },
    },
  );
}

/** Catchments and protected zones: translucent, under the sites. */
export function analysisLayers(palette: Palette): MapLayer[] {
  return [
    ...catchmentLayers(palette, SOURCE.catchments),
    ...catchmentLayers(palette, SOURCE.previewCatchments),
    ...zoneLayers(palette, SOURCE.zones),
    ...zoneLayers(palette, SOURCE.previewZones),
  ];
}

/** The measured distance of the selected conflict as a dimension line: between its ends, with its length. */
export function dimensionLayers({ dimension, halo }: Palette): MapLayer[] {
  const line: Pick<LineLayerSpecification, 'type' | 'source' | 'filter'> = {
    type: 'line',
    source: SOURCE.dimension,
    filter: ['==', ['geometry-type'], 'LineString'],
  };
  return shownBy(
    'conflicts',
    { id: 'dimension-halo', ...line, paint: { 'line-color': halo, 'line-width': 5, 'line-opacity': 0.85 } },
    { id: 'dimension-line', ...line, paint: { 'line-color': dimension, 'line-width': 2 } },
    {
      id: 'dimension-ends',
      type: 'circle',
      source: SOURCE.dimension,
      filter: ['all', ['==', ['geometry-type'], 'Point'], ['!', ['has', 'label']]],
      paint: {
        'circle-radius': 3.5,
        'circle-color': dimension,
        'circle-stroke-color': halo,
        'circle-stroke-width': 1.5,
      },
    },
    {
      id: 'dimension-label',
      type: 'symbol',
      source: SOURCE.dimension,
      filter: ['has', 'label'],
      layout: {
        'text-field': ['get', 'label'],
        'text-font': FONT,
        'text-size': 13,
        'text-anchor': 'bottom',
        'text-offset': [0, -0.3],
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': dimension, 'text-halo-color': halo, 'text-halo-width': 2 },
    },
  );
}

/** The part of the object inside the zone of the selected conflict. */
export function overlapLayers({ overlap }: Palette): MapLayer[] {
  return shownBy(
    'conflicts',
    {
      id: 'overlap-fill',
      type: 'fill',
      source: SOURCE.overlap,
      paint: { 'fill-pattern': IMAGE.overlap },
    },
    {
      id: 'overlap-line',
      type: 'line',
      source: SOURCE.overlap,
      paint: { 'line-color': overlap, 'line-width': 1.4 },
    },
  );
}
